package com.clientpay.connect.diagnostics.bundle;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Runs the jobs, each for a bounded time and each allowed to fail alone, and puts what they made into one zip, with a report
 * of which went how. As a last look, a file in which one of the known secrets stands is left out.
 */
public final class Bundle {
    /** How long one job may take. */
    public static final Duration PATIENCE = Duration.ofSeconds(60);

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("uuuuMMdd-HHmmss").withZone(ZoneOffset.UTC);

    /** Shorter secrets are in any text. */
    private static final int SHORTEST_SECRET = 6;

    private final Duration each;
    private final KnownText known;
    private final List<String> secrets;

    /** How one job went; the reason is empty when its file is there. */
    public record Outcome(String file, boolean made, String reason, long millis) {}

    /**
     * @param each how long one job may take
     * @param secrets whatever must not be in it, as far as it is known
     */
    public Bundle(Duration each, KnownText known, List<String> secrets) {
        this.each = each;
        this.known = known;
        this.secrets = secrets.stream()
                .filter(text -> text.length() >= SHORTEST_SECRET)
                .toList();
    }

    /** What the zip is called that was made then. */
    public static String fileName(Instant made) {
        return "clientpay-connect-support-" + STAMP.format(made) + ".zip";
    }

    /** Writes the zip and answers how each job went. */
    public List<Outcome> write(OutputStream out, List<BundleJob> jobs, Instant now) throws IOException {
        List<Outcome> outcomes = new ArrayList<>();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (BundleJob job : jobs) {
                outcomes.add(run(job, zip));
            }
            Map<String, Object> report = new LinkedHashMap<>();
            report.put("made", now);
            report.put("files", outcomes);
            put(zip, "report.json", Json.pretty(report) + "\n");
            put(zip, "report.txt", text(outcomes, now));
        }
        return outcomes;
    }

    private Outcome run(BundleJob job, ZipOutputStream zip) throws IOException {
        long begun = System.nanoTime();
        FutureTask<String> task = new FutureTask<>(job.work()::content);
        Thread thread = new Thread(task, "bundle " + job.file());
        thread.setDaemon(true);
        thread.start();
        String content;
        try {
            content = task.get(each.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            return failed(job, "no answer within " + each.toSeconds() + " s", begun);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return failed(job, "interrupted", begun);
        } catch (ExecutionException e) {
            return failed(job, reason(e.getCause()), begun);
        }
        if (secrets.stream().anyMatch(content::contains)) {
            return failed(job, "a secret stood in it, so it was left out", begun);
        }
        put(zip, job.file(), content);
        return new Outcome(job.file(), true, "", millis(begun));
    }

    private String reason(Throwable failure) {
        String message = failure.getMessage() == null ? "" : known.lines(failure.getMessage());
        return message.isBlank() || message.equals(KnownText.WITHHELD)
                ? known.value(failure.getClass().getName())
                : message;
    }

    private static Outcome failed(BundleJob job, String reason, long begun) {
        return new Outcome(job.file(), false, reason, millis(begun));
    }

    private static long millis(long begun) {
        return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun);
    }

    private static void put(ZipOutputStream zip, String file, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(file));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String text(List<Outcome> outcomes, Instant now) {
        StringBuilder text = new StringBuilder("Support bundle of ClientPay Connect, made " + now + "\n\n");
        outcomes.forEach(outcome -> text.append(String.format(
                "%-24s %s%n",
                outcome.file(),
                outcome.made() ? "made in " + outcome.millis() + " ms" : "missing: " + outcome.reason())));
        return text.append("\nWhat is not known to be harmless stands as " + KnownText.WITHHELD + ".\n")
                .toString();
    }
}
