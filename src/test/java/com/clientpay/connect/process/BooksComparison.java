package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Compares what the callers were told with what was recorded, and both with the books. */
final class BooksComparison {
    /** Fewer payments than that are no load. */
    static final int LEAST = 100;

    private BooksComparison() {}

    /** What was interrupted is finished by the connectors themselves, within a minute. */
    static void whenDone(FirmRecords firm, PaymentLoad load, String what) throws Exception {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!firm.due().isEmpty()) {
            assertTrue(System.nanoTime() < deadline, () -> "Still not finished after a minute: see Due in Posting");
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
        }
        now(firm, load, what);
    }

    /** @param what was done meanwhile, for the line that is printed */
    static void now(FirmRecords firm, PaymentLoad load, String what) throws Exception {
        Map<String, String> acknowledged = load.acknowledged();
        Map<String, String> recorded = firm.statuses();
        Map<String, Integer> statuses = new TreeMap<>();
        recorded.values().forEach(status -> statuses.merge(status, 1, Integer::sum));
        System.out.printf(
                "%s: %d payments acknowledged, recorded as %s; %d answers were 503%n",
                what, acknowledged.size(), statuses, load.unavailable());
        assertEquals(List.of(), load.surprises(), "answers that no caller should get");
        assertTrue(acknowledged.size() > LEAST, "hardly anything was posted: there was no load");
        assertEquals(acknowledged.keySet(), recorded.keySet(), "acknowledged and recorded payments");
        acknowledged.forEach((payment, status) -> {
            String now = recorded.get(payment);
            boolean isPostedByCopy = load.copies() > 1 && status.equals("INCOMPLETE") && now.equals("POSTED");
            if (!status.equals("PENDING") && !isPostedByCopy) {
                assertEquals(status, now, "status of " + payment);
            }
        });
        firm.checkBooks();
    }

    /** Every payment is in the books, once. */
    static void posted(FirmRecords firm) throws Exception {
        assertEquals(Set.of("POSTED"), Set.copyOf(firm.statuses().values()), "statuses");
        firm.checkBooks();
    }
}
