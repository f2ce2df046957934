package com.clientpay.connect.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Threads that call again and again for some seconds. */
final class Callers {
    private Callers() {}

    /** One caller's own state, such as its connection. */
    interface Caller extends AutoCloseable {
        /** Answers whether it was answered well. */
        boolean call(long number) throws Exception;

        @Override
        default void close() throws IOException {}
    }

    /** Makes a caller. */
    interface Maker {
        Caller make(int number) throws Exception;
    }

    static Throughput run(int threads, int seconds, Maker maker) throws Exception {
        AtomicLong bad = new AtomicLong();
        List<long[]> times = new ArrayList<>();
        List<Thread> running = new ArrayList<>();
        long begun = System.nanoTime();
        long end = begun + TimeUnit.SECONDS.toNanos(seconds);
        for (int i = 0; i < threads; i++) {
            int number = i;
            Thread thread = new Thread(() -> {
                long[] mine = call(maker, number, end, bad);
                synchronized (times) {
                    times.add(mine);
                }
            });
            running.add(thread);
            thread.start();
        }
        for (Thread thread : running) {
            thread.join();
        }
        return Throughput.of(times, bad.get(), (System.nanoTime() - begun) / 1e9);
    }

    private static long[] call(Maker maker, int number, long end, AtomicLong bad) {
        long[] times = new long[1024];
        int count = 0;
        try (Caller caller = maker.make(number)) {
            for (long n = 0; System.nanoTime() < end; n++) {
                long begun = System.nanoTime();
                if (!caller.call(n)) {
                    bad.incrementAndGet();
                    continue;
                }
                if (count == times.length) {
                    times = Arrays.copyOf(times, count * 2);
                }
                times[count++] = System.nanoTime() - begun;
            }
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return Arrays.copyOf(times, count);
    }
}
