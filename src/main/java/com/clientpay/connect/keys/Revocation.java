package com.clientpay.connect.keys;

/** How a wish to revoke a key ended. */
public enum Revocation {
    /** The key is refused from now on. */
    DONE,
    /** It was revoked before. */
    UNCHANGED,
    NOT_FOUND
}
