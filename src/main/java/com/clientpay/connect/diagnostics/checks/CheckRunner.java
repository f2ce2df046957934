package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs checks one after the other, in bounded time: one that hangs is left behind on its own thread, which does not keep
 * the process alive, and the others go on.
 */
public final class CheckRunner {
    private final Duration each;
    private final Duration all;

    /**
     * @param each how long one check may take
     * @param all how long they may take together; what has not begun then is skipped
     */
    public CheckRunner(Duration each, Duration all) {
        this.each = each;
        this.all = all;
    }

    public CheckReport run(List<Check> checks) {
        long end = System.nanoTime() + all.toNanos();
        List<CheckResult> results = new ArrayList<>();
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "check");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Check check : checks) {
                Finding finding = missing(check, results)
                        .map(need -> Finding.skip("needs " + need))
                        .orElseGet(() -> look(check, threads, end - System.nanoTime()));
                results.add(new CheckResult(check.name(), finding.status(), finding.seen(), finding.action()));
            }
        } finally {
            threads.shutdownNow();
        }
        return CheckReport.of(results);
    }

    private static Optional<String> missing(Check check, List<CheckResult> results) {
        return results.stream()
                .filter(result -> check.needs().contains(result.name()))
                .filter(result -> result.status() == Status.FAIL || result.status() == Status.SKIP)
                .map(CheckResult::name)
                .findFirst();
    }

    private Finding look(Check check, ExecutorService threads, long nanosLeft) {
        if (nanosLeft <= 0) {
            return Finding.skip("no time left after " + all.toSeconds() + " s");
        }
        Future<Finding> finding = threads.submit(check::look);
        try {
            return finding.get(Math.min(nanosLeft, each.toNanos()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            finding.cancel(true);
            return Finding.fail(
                    "no answer in time",
                    "Something it asks hangs: look at the network, the disk and the database server, then run the check"
                            + " again.");
        } catch (InterruptedException e) {
            finding.cancel(true);
            Thread.currentThread().interrupt();
            return Finding.skip("interrupted");
        } catch (ExecutionException e) {
            return thrown(e.getCause());
        }
    }

    /** Messages of the database's exceptions are ours; those of others may hold anything and are not repeated. */
    private static Finding thrown(Throwable cause) {
        return cause instanceof DatabaseException
                ? Finding.fail(
                        cause.getMessage(),
                        "Look at the checks database and procedures; the error's number tells the DBA more.")
                : Finding.fail(
                        "could not be looked at (" + cause.getClass().getSimpleName() + ")",
                        "Give this to ClientPay's support.");
    }
}
