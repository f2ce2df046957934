package com.clientpay.connect.batches;

/** Where a batch file stands. */
public enum BatchState {
    /** Kept in the database; nothing of it can be seen in the folder. */
    SEALED,
    /** From here on its file may be seen. */
    WRITING,
    /** Its file was brought into the folder. What the import does with it is the import's. */
    WRITTEN,
    /** Nobody knows whether its file was ever seen: somebody has to find out. */
    UNKNOWN,
    /** Its file was never written and never will be; its lines went into another one. */
    ABANDONED
}
