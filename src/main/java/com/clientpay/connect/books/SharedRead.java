package com.clientpay.connect.books;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * A read that callers who come together share, so that many of them are one call to the firm's database. Who comes while
 * one runs waits for the next, never for that one: what is answered was read after it was asked for. A read that runs for
 * long is not waited for to its end; the next begins beside it.
 *
 * <p>Safe for use by many threads, which must not change what they are given.
 *
 * @param <T> what is read
 */
final class SharedRead<T> {
    private final Supplier<T> read;
    private final Duration patience;
    private final Semaphore turn = new Semaphore(1);
    /** Has not begun yet; who comes now may still share it. */
    private CompletableFuture<T> next;

    /** @param patience how long a read waits for the one before it */
    SharedRead(Supplier<T> read, Duration patience) {
        this.read = read;
        this.patience = patience;
    }

    /** @throws RuntimeException what the read threw, to all who share it */
    T get() {
        CompletableFuture<T> mine;
        boolean isFirst;
        synchronized (this) {
            isFirst = next == null;
            if (isFirst) {
                next = new CompletableFuture<>();
            }
            mine = next;
        }
        if (isFirst) {
            lead(mine);
        }
        try {
            return mine.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            throw e;
        }
    }

    private void lead(CompletableFuture<T> mine) {
        boolean hasTurn = awaitTurn();
        synchronized (this) {
            next = null;
        }
        try {
            mine.complete(read.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        } finally {
            if (hasTurn) {
                turn.release();
            }
        }
    }

    private boolean awaitTurn() {
        try {
            return turn.tryAcquire(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
