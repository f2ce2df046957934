package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.stream.Collectors;
import org.slf4j.LoggerFactory;

/**
 * The connector as a Windows service: procrun calls {@link #start} in one thread, and {@link #stop} in another when Windows
 * wants that. When the connector has stopped the process ends at once with exit code 0, which procrun reports as a clean
 * stop; it would wait for every thread of every library else, and Windows would show <i>Stopping</i> as long.
 *
 * <p>A start that fails, or a stop that hangs, ends the process with an exit code other than 0. Procrun then tells Windows
 * nothing, and Windows counts that as a failure and recovers; a stop that was reported, even with an error, would not be one.
 */
public final class ServiceMain {
    /** Between the time that requests under way are given and giving up. */
    private static final Duration SLACK = Duration.ofSeconds(10);

    private static final int FAILED = 1;
    private static final int HANGS = 2;
    private static final CountDownLatch asked = new CountDownLatch(1);
    private static volatile Duration patience = Duration.ofSeconds(20);

    private ServiceMain() {}

    /** Runs the connector until {@link #stop}; never returns. */
    public static void start(String[] arguments) {
        try {
            ConnectorRun.untilToldToStop(new ConfigOption(), false, ServiceMain::awaitStop);
            Runtime.getRuntime().halt(0);
        } catch (Throwable failure) { // also an Error: whatever it is, the service is not up
            say("The connector did not start, or ended.", failure);
            Runtime.getRuntime().halt(FAILED);
        }
    }

    /** Asks {@link #start} to end, and ends the process itself when that takes too long. */
    public static void stop(String[] arguments) throws InterruptedException {
        asked.countDown();
        Duration limit = patience.plus(SLACK);
        Thread.sleep(limit.toMillis());
        String what = "The connector did not stop within " + limit.toSeconds() + " seconds and was ended.";
        LoggerFactory.getLogger(ServiceMain.class).error(what);
        say(what, new CommandFailed("What was acknowledged is in the books."));
        Runtime.getRuntime().halt(HANGS);
    }

    private static void awaitStop(ConnectConfig running) {
        patience = running.server().stopTimeout();
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** To the standard error, which procrun keeps beside the log. */
    private static void say(String what, Throwable failure) {
        StringWriter text = new StringWriter();
        PrintWriter writer = new PrintWriter(text, true);
        writer.println(what);
        Failures.report(failure, writer);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        err.println(text.toString().lines().collect(Collectors.joining(" ")));
        err.flush();
    }
}
