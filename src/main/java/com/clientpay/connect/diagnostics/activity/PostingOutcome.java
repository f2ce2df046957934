package com.clientpay.connect.diagnostics.activity;

import java.util.Optional;

/** Tells the audit log's entries about postings from the others. */
public final class PostingOutcome {
    private static final String POSTING = "posting-";
    private static final String SETTINGS = "posting-settings-";

    private PostingOutcome() {}

    /**
     * What was done with a posting: recorded, posted, incomplete, removed, and so on; empty for another entry.
     *
     * @param what as the audit log has it: {@code posting-recorded}
     */
    public static Optional<String> of(String what) {
        return what.startsWith(POSTING) && !what.startsWith(SETTINGS)
                ? Optional.of(what.substring(POSTING.length()))
                : Optional.empty();
    }
}
