package com.clientpay.connect.posting;

/** Where a posting stands. */
public enum PostingStatus {
    /** Recorded without a conflict; waits for somebody to post it. */
    PENDING,
    /** Has a conflict, named by its reasons; waits for somebody to reallocate it. */
    INCOMPLETE,
    /** Handed to the firm's import, which has not confirmed it yet. */
    QUEUED,
    /** In the firm's books. */
    POSTED,
    /** Handled outside; will not be posted unless it is reopened. */
    REMOVED,
    /** Its reversal is handed to the firm's import, which has not confirmed it yet. */
    REVERSING,
    /** Was posted, then reversed by a second entry. */
    REVERSED
}
