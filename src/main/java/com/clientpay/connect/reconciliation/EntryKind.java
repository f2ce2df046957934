package com.clientpay.connect.reconciliation;

/** What an entry does to the books. */
public enum EntryKind {
    POST,
    REVERSE
}
