package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.demo.DemoDelivery;
import com.clientpay.connect.demo.DemoImport;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three real connectors on one database and one folder, killed at random moments, while the firm's own import takes every
 * file away at once, and the firm takes payments that nobody knows of. Afterwards every line is in exactly one file, exactly
 * once. {@code -Dconnect.kills=200} makes it long; the seed is printed, and {@code -Dconnect.seed} repeats it.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledBatchIT {
    private static final int KILLS = Integer.getInteger("connect.kills", 8);
    private static final long SEED = Long.getLong("connect.seed", System.nanoTime());
    private static final int CALLERS = 4;
    private static final List<String> NAMES = List.of("first", "second", "third");

    private final Distribution distribution = Distribution.built();
    private final Random random = new Random(SEED);
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();
    private final List<ConnectorProcess> started = new ArrayList<>();
    private final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private volatile boolean ended;

    @TempDir
    Path folder;

    private Path files;
    private int taken;

    @Test
    void three_connectors_write_every_line_into_one_file_once_also_while_they_are_killed() throws Exception {
        files = Files.createDirectory(folder.resolve("import"));
        // Small files: many of them, so that kills meet their writing; but not more than can be settled afterwards.
        Files.writeString(
                folder.resolve("batch.toml"),
                Files.readString(Path.of("sql/sqlserver/systems/reference-batch/batch.toml"))
                        .replace("most_receipts = 500", "most_receipts = " + Math.max(5, KILLS / 2)));
        try (H2Firm firm = H2Firm.create(distribution, folder, DemoDelivery.BATCH)) {
            List<ConnectorProcess> connectors = new CopyOnWriteArrayList<>();
            for (String name : NAMES) {
                connectors.add(start(firm, name));
            }
            Random choice = new Random(SEED + 1);
            List<String> invoices = firm.records().payableInvoices();
            PaymentLoad load = new PaymentLoad(
                    () -> {
                        synchronized (choice) {
                            return connectors.get(choice.nextInt(NAMES.size())).url();
                        }
                    },
                    firm.key(),
                    invoices);
            Thread firmsPeople = new Thread(() -> work(firm, invoices), "firm");
            firmsPeople.start();
            load.start(CALLERS, SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                awaitRandomMoment();
                reverseSome(firm, connectors);
                int victim = random.nextInt(NAMES.size());
                connectors.get(victim).kill();
                connectors.set(victim, start(firm, NAMES.get(victim)));
            }
            load.finish();
            int unknown = settle(firm);
            ended = true;
            firmsPeople.join();
            compare(firm, load, unknown);
            for (ConnectorProcess connector : connectors) {
                connector.stop();
            }
        }
    }

    /** On a port that is free now: somebody else may have taken the one that a killed one had. */
    private ConnectorProcess start(SharedFirm firm, String name) throws Exception {
        ConnectorProcess connector = ConnectorProcess.start(
                distribution, folder, name, firm, FreePort.pair(), """
                [batches]
                folder = "%s"
                layout = "%s"
                interval_seconds = 1
                """.formatted(files, folder.resolve("batch.toml")));
        started.add(connector);
        return connector;
    }

    @AfterEach
    void end_whatever_still_runs() {
        ended = true;
        started.forEach(ConnectorProcess::close);
    }

    /** The firm's import takes files as soon as it sees them; now and then the firm takes a payment itself. */
    private void work(H2Firm firm, List<String> invoices) {
        Random firms = new Random(SEED + 2);
        try (DemoImport firmsImport = new DemoImport(firm.url(), files, Duration.ZERO)) {
            while (!ended) {
                findWrittenTwice();
                firmsImport.importAll();
                if (firms.nextInt(10) == 0) {
                    firm.records().takesPaymentItself(invoices.get(firms.nextInt(invoices.size())));
                    taken++;
                }
                LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
            }
        } catch (Exception e) {
            wrong.add("The import failed: " + e);
        }
    }

    private void findWrittenTwice() throws IOException {
        for (String name : names(files)) {
            if (Files.exists(files.resolve("imported").resolve(name))) {
                wrong.add(name + " was imported before, and is there again");
            }
        }
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> there = Files.list(folder)) {
            return there.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("receipts-"))
                    .toList();
        }
    }

    /** Up to two seconds: about two runs of each connector's job. */
    private void awaitRandomMoment() {
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(random.nextInt(2_000)));
    }

    private void reverseSome(SharedFirm firm, List<ConnectorProcess> connectors) throws Exception {
        for (String id : firm.records()
                .texts("SELECT PostingId FROM clientpay_internal.Posting WHERE Status = 'POSTED' ORDER BY RAND()"
                        + " FETCH FIRST 2 ROWS ONLY")) {
            HttpRequest request = HttpRequest.newBuilder(URI.create(
                            connectors.get(random.nextInt(NAMES.size())).url() + "/v1/postings/" + id + "/reverse"))
                    .timeout(Duration.ofSeconds(5))
                    .header("Authorization", "Bearer " + firm.key())
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"reason\": \"REFUND\"}"))
                    .build();
            try {
                http.send(request, BodyHandlers.discarding());
            } catch (IOException e) {
                continue; // whatever became of it, the ledgers are compared at the end
            }
        }
    }

    /**
     * Waits until everything is answered. What stays UNKNOWN because nobody has ever seen its file is resolved as a person
     * would: by a look into the import's folder.
     */
    private int settle(SharedFirm firm) throws Exception {
        int resolved = 0;
        int least = Integer.MAX_VALUE;
        long deadline = 0;
        while (true) {
            List<String> waiting = firm.records()
                    .texts("SELECT PostingId || ' ' || Status FROM clientpay_internal.Posting WHERE Due IS NOT NULL OR"
                            + " Status IN ('QUEUED', 'REVERSING') UNION ALL SELECT 'batch ' || Number || ' ' || State FROM"
                            + " clientpay_internal.Batch WHERE State IN ('SEALED', 'WRITING', 'UNKNOWN')");
            if (waiting.isEmpty()) {
                return resolved;
            }
            if (waiting.size() < least) {
                least = waiting.size();
                deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(1);
            }
            assertTrue(System.nanoTime() < deadline, "Nothing has moved for a minute: " + states(firm, waiting));
            for (String batch : firm.records()
                    .texts(
                            "SELECT Number || ' ' || FileName FROM clientpay_internal.Batch WHERE State = 'UNKNOWN'"
                                    + " AND StateSince < DATEADD(SECOND, -5, CAST(CURRENT_TIMESTAMP AT TIME ZONE 'UTC' AS TIMESTAMP))")) {
                String[] words = batch.split(" ");
                if (!Files.exists(files.resolve(words[1]))
                        && !Files.exists(files.resolve("imported").resolve(words[1]))) {
                    resolve(words[0]);
                    resolved++;
                }
            }
            LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(500));
        }
    }

    private String states(SharedFirm firm, List<String> waiting) throws Exception {
        return waiting.size() + " postings and batches wait, such as " + waiting.subList(0, Math.min(5, waiting.size()))
                + "; batches "
                + firm.records().texts("SELECT State || ' ' || COUNT(*) FROM clientpay_internal.Batch GROUP BY State")
                + "; lines without a batch "
                + firm.records()
                        .texts(
                                "SELECT COUNT(*) FROM clientpay_internal.BatchLine WHERE BatchNumber IS NULL AND Answer IS"
                                        + " NULL")
                + "; files " + names(files) + "; wrong so far " + wrong;
    }

    private void resolve(String number) throws Exception {
        Distribution.Ran ran = null;
        for (int attempt = 0; attempt < 20; attempt++) {
            ran = distribution.run(
                    Map.of(),
                    "batches",
                    "resolve",
                    number,
                    "--not-written",
                    "--config",
                    folder.resolve(NAMES.get(0)).resolve("connect.toml").toString());
            if (ran.exitCode() == 0) {
                return;
            }
        }
        wrong.add("batch " + number + " cannot be resolved: " + ran.output());
    }

    private void compare(SharedFirm firm, PaymentLoad load, int unknown) throws Exception {
        FirmRecords records = firm.records();
        Map<String, Integer> statuses = new TreeMap<>();
        records.statuses().values().forEach(status -> statuses.merge(status, 1, Integer::sum));
        List<String> imported = names(files.resolve("imported"));
        System.out.printf(
                "%d kills of one of three connectors: %d payments acknowledged, %s, %d files, %d lines, %d payments taken by"
                        + " the firm itself, states %s, %d resolved by hand; seed %d%n",
                KILLS,
                load.acknowledged().size(),
                statuses,
                imported.size(),
                lines(imported).size(),
                taken,
                records.texts("SELECT State || ' ' || COUNT(*) FROM clientpay_internal.Batch GROUP BY State"),
                unknown,
                SEED);
        assertEquals(List.of(), List.copyOf(wrong));
        assertEquals(List.of(), load.surprises(), "answers that no caller should get");
        assertEquals(load.acknowledged().keySet(), records.statuses().keySet(), "acknowledged and recorded payments");
        assertTrue(
                List.of("POSTED", "INCOMPLETE", "REVERSED").containsAll(statuses.keySet()),
                () -> "postings are still " + statuses);
        assertEquals(List.of(), names(files), "files that were not imported");
        assertEquals(List.of(), temporary(), "temporary files are left");
        assertEquals(Files.exists(files.resolve("refused")), false, "files that the import refused");

        List<String> written = lines(imported);
        assertEquals(new TreeSet<>(written).size(), written.size(), "a line is in two files");
        assertEquals(
                records.texts("SELECT l.PostingId || ',' || l.Attempt || ',' || l.Handover || ',' || l.Kind || ','"
                        + " || (l.Position + 1) || ',' || l.Amount FROM clientpay_internal.BatchLine l ORDER BY 1"),
                written.stream().sorted().toList(),
                "lines in the database and in the files");
        assertEquals(
                records.texts("SELECT FileName || ' ' || Sha256 FROM clientpay_internal.Batch WHERE State = 'WRITTEN'"
                        + " ORDER BY FileName"),
                hashes(imported),
                "written batches and files");
        assertEquals(
                List.of(),
                records.texts(
                        "SELECT Number FROM clientpay_internal.Batch WHERE State NOT IN ('WRITTEN', 'ABANDONED')"));
        assertEquals(
                records.texts("SELECT SUM(Total) FROM clientpay_internal.Batch WHERE State = 'WRITTEN'"),
                List.of(total(imported).toPlainString()),
                "totals of the batches and of the files");
        assertEquals(List.of(), records.texts("""
                        SELECT p.PostingId FROM clientpay_internal.Posting p
                        JOIN firm.ImportResult r ON r.PostingId = p.PostingId AND r.Kind = 'POST'
                        WHERE NOT EXISTS (SELECT 1 FROM firm.ImportResult l WHERE l.PostingId = r.PostingId
                            AND l.Kind = 'POST' AND l.ImportResultId > r.ImportResultId)
                        AND r.Outcome <> CASE p.Status WHEN 'INCOMPLETE' THEN 'REJECTED' ELSE 'BOOKED' END"""), "postings that are not what the import says");
        assertTrue(statuses.getOrDefault("POSTED", 0) > 20, "hardly anything was posted: there was no load");
        records.checkBooks();
    }

    private List<String> temporary() throws IOException {
        try (Stream<Path> there = Files.list(files)) {
            return there.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("~"))
                    .toList();
        }
    }

    private List<String> lines(List<String> imported) throws IOException {
        List<String> lines = new ArrayList<>();
        for (String name : imported) {
            for (String line : Files.readAllLines(files.resolve("imported").resolve(name))) {
                String[] fields = line.split(",", -1);
                if (fields[0].equals("R")) {
                    lines.add(String.join(",", fields[17], fields[18], fields[19], fields[2], fields[3], fields[15]));
                }
            }
        }
        return lines;
    }

    private BigDecimal total(List<String> imported) throws IOException {
        BigDecimal total = BigDecimal.ZERO.setScale(2);
        for (String name : imported) {
            List<String> lines = Files.readAllLines(files.resolve("imported").resolve(name));
            total = total.add(new BigDecimal(lines.get(lines.size() - 1).split(",")[5]));
        }
        return total;
    }

    private List<String> hashes(List<String> imported) throws Exception {
        List<String> hashes = new ArrayList<>();
        for (String name : imported.stream().sorted().toList()) {
            byte[] bytes = Files.readAllBytes(files.resolve("imported").resolve(name));
            hashes.add(name + " "
                    + HexFormat.of()
                            .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes)));
        }
        return hashes;
    }
}
