package com.clientpay.connect.bench;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Something that answers calls, and what each repetition of them cost. */
final class Subject {

    /** Calls it for so many seconds. */
    interface Calls {
        Throughput run(int seconds) throws IOException, InterruptedException;
    }

    private final Running server;
    private final Calls calls;
    private final List<Throughput> throughputs = new ArrayList<>();
    private final List<Double> processorTimes = new ArrayList<>();

    /** @param server whose processor time counts */
    Subject(Running server, Calls calls) {
        this.server = server;
        this.calls = calls;
    }

    private static final double HARDLY = 1.04;
    private static final int WARM_UPS = 15;

    /** All take turns, after runs of each that warm it up, each a second longer, and do not count. */
    static void takeTurns(int repetitions, int seconds, Subject... subjects) throws IOException, InterruptedException {
        for (Subject subject : subjects) {
            subject.warmUp(seconds + 1, Math.min(WARM_UPS, 3 * repetitions));
        }
        for (int i = 0; i < repetitions; i++) {
            for (Subject subject : subjects) {
                subject.measure(seconds);
            }
        }
    }

    /** Until the JVM has compiled what is called often: calls then cost hardly less than a while ago. */
    private void warmUp(int seconds, int most) throws IOException, InterruptedException {
        double best = Double.MAX_VALUE;
        int withoutGain = 0;
        for (int i = 0; i < most && withoutGain < 2; i++) {
            Duration before = server.processorTime();
            Throughput run = calls.run(seconds);
            double cost = server.processorTime().minus(before).toNanos() / (double) Math.max(1, run.calls());
            withoutGain = cost * HARDLY < best ? 0 : withoutGain + 1;
            best = Math.min(best, cost);
        }
    }

    private void measure(int seconds) throws IOException, InterruptedException {
        Duration before = server.processorTime();
        Throughput throughput = calls.run(seconds);
        if (throughput.bad() > 0) {
            throw new IllegalStateException(throughput.bad() + " calls were not answered well");
        }
        throughputs.add(throughput);
        processorTimes.add(server.processorTime().minus(before).toNanos() / 1e6 / throughput.calls());
    }

    /** Calls a second, by the wall clock. */
    Figure perSecond() {
        return Figure.of(throughputs.stream().map(Throughput::perSecond).toList());
    }

    /** Milliseconds of the server's processors for each call. */
    Figure processorTime() {
        return Figure.of(processorTimes);
    }

    /** The slowest of a hundred beside the middle. */
    double tail() {
        return Figure.of(throughputs.stream().map(one -> one.p99() / one.p50()).toList())
                .median();
    }
}
