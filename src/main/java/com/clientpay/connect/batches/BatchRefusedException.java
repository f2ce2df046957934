package com.clientpay.connect.batches;

/** A person asked for something that is not done with a batch. The message says why, and what to do instead. */
public final class BatchRefusedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BatchRefusedException(String message) {
        super(message, null, false, false);
    }
}
