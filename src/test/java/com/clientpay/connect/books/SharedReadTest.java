package com.clientpay.connect.books;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SharedReadTest {
    private static final int CALLERS = 8;

    private final ExecutorService callers = Executors.newCachedThreadPool();
    private final AtomicInteger reads = new AtomicInteger();
    private final CountDownLatch firstBegan = new CountDownLatch(1);
    private final CountDownLatch firstMayEnd = new CountDownLatch(1);
    private final CountDownLatch secondMayEnd = new CountDownLatch(1);
    private SharedRead<Integer> shared = new SharedRead<>(this::read, Duration.ofMinutes(1));

    /** Reads its own number; the first and the second read end when they may. */
    private int read() {
        int number = reads.incrementAndGet();
        if (number == 1) {
            firstBegan.countDown();
            await(firstMayEnd);
        } else if (number == 2) {
            await(secondMayEnd);
        }
        return number;
    }

    @AfterEach
    void stop() {
        callers.shutdownNow();
    }

    @Test
    void alone_each_caller_reads() {
        firstMayEnd.countDown();
        secondMayEnd.countDown();
        assertEquals(List.of(1, 2, 3), List.of(shared.get(), shared.get(), shared.get()));
    }

    @Test
    void who_comes_while_one_runs_shares_the_next_and_never_that_one() throws Exception {
        CompletableFuture<Integer> first = call();
        await(firstBegan);
        List<CompletableFuture<Integer>> later =
                IntStream.range(0, CALLERS).mapToObj(any -> call()).toList();
        awaitWaiting(later.size());
        secondMayEnd.countDown();
        firstMayEnd.countDown();

        assertEquals(1, first.get());
        for (CompletableFuture<Integer> caller : later) {
            assertEquals(2, caller.get());
        }
        assertEquals(2, reads.get());
    }

    @Test
    void a_read_that_runs_for_long_is_not_waited_for() throws Exception {
        shared = new SharedRead<>(this::read, Duration.ofMillis(10));
        CompletableFuture<Integer> first = call();
        await(firstBegan);
        secondMayEnd.countDown();

        assertEquals(2, call().get());
        assertTrue(!first.isDone());
        firstMayEnd.countDown();
        assertEquals(1, first.get());
    }

    @Test
    void a_failure_is_told_to_all_who_share_it_and_the_next_reads_again() {
        AtomicInteger tries = new AtomicInteger();
        SharedRead<String> failing = new SharedRead<>(
                () -> {
                    if (tries.incrementAndGet() == 1) {
                        throw new IllegalStateException("away");
                    }
                    return "back";
                },
                Duration.ZERO);
        assertEquals(
                "away", assertThrows(IllegalStateException.class, failing::get).getMessage());
        assertEquals("back", failing.get());
    }

    private CompletableFuture<Integer> call() {
        return CompletableFuture.supplyAsync(() -> shared.get(), callers);
    }

    /** Until so many threads wait within {@link SharedRead#get}. */
    private static void awaitWaiting(int count) throws InterruptedException {
        while (Thread.getAllStackTraces().entrySet().stream()
                        .filter(thread -> List.of(Thread.State.WAITING, Thread.State.TIMED_WAITING)
                                .contains(thread.getKey().getState()))
                        .filter(thread -> List.of(thread.getValue()).stream()
                                .anyMatch(frame -> frame.getClassName().equals(SharedRead.class.getName())))
                        .count()
                < count + 1) {
            TimeUnit.MILLISECONDS.sleep(1);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IllegalStateException("It did not come.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
