package com.clientpay.connect.batches;

/** What a connector's job does each time, once. */
public final class OneRun {
    private OneRun() {}

    public static void of(BatchJob job) {
        job.run();
    }
}
