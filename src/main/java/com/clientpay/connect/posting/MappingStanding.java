package com.clientpay.connect.posting;

/** How it stands with the sign-off by which accounting accepts the mapping of the firm's books. */
public enum MappingStanding {
    /** The system's pack asks for none. */
    NOT_NEEDED,
    /** It was given, and nothing that it is about has changed. */
    SIGNED,
    /** It was never given. */
    MISSING,
    /** It was given, and the connector's login has no right to see what the mapping is now: VIEW DEFINITION. */
    UNSEEN,
    /** It was given, and the mapping or an answer of the firm's is another one since. */
    VOID;

    /** Whether nothing is posted. */
    public boolean forbidsPosting() {
        return this == MISSING || this == UNSEEN || this == VOID;
    }
}
