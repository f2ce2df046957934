package com.clientpay.connect.http;

import java.util.concurrent.atomic.AtomicLong;

/**
 * Bounds what all bodies that are being read, or wait for their turn, hold together, so that many that come slowly do not
 * fill the heap.
 */
final class BodyMemory {
    /** Bytes. */
    static final long MOST = 32L << 20;

    private final AtomicLong held = new AtomicLong();

    /** @throws ProblemException 503 when that would be too much; nothing is taken then */
    void take(int bytes) {
        if (held.addAndGet(bytes) > MOST) {
            held.addAndGet(-bytes);
            throw Problems.tooManyBodies().asException();
        }
    }

    void giveBack(int bytes) {
        held.addAndGet(-bytes);
    }
}
