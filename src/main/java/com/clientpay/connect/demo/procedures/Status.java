package com.clientpay.connect.demo.procedures;

import java.util.List;
import java.util.Set;

/** The statuses of a posting, as the tables hold them. */
final class Status {
    static final String PENDING = "PENDING";
    static final String INCOMPLETE = "INCOMPLETE";
    static final String QUEUED = "QUEUED";
    static final String POSTED = "POSTED";
    static final String REMOVED = "REMOVED";
    static final String REVERSING = "REVERSING";
    static final String REVERSED = "REVERSED";

    static final List<String> ALL = List.of(PENDING, INCOMPLETE, QUEUED, POSTED, REMOVED, REVERSING, REVERSED);

    /** Waits for somebody to post it, or to repair it first. */
    static final Set<String> OPEN = Set.of(PENDING, INCOMPLETE);

    /** In the books, or on its way into them. */
    static final Set<String> DELIVERED = Set.of(QUEUED, POSTED);

    private Status() {}
}
