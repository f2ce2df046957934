package com.clientpay.connect.bench;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.demo.Progress;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * What the connector does without HTTP: the same procedures through the same pool on the same firm, in a process of its own.
 * Argument: the firm's folder, or nothing for one in memory. For each line {@code get|post THREADS SECONDS} on standard input
 * it prints a {@link Throughput}; READY comes first.
 */
final class DirectCalls {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String ACTOR = "key:bench";

    private final Database database;
    private final String run = Long.toString(System.nanoTime(), 36);

    private DirectCalls(Database database) {
        this.database = database;
    }

    public static void main(String[] arguments) throws Exception {
        Optional<Path> folder = arguments.length == 0 ? Optional.empty() : Optional.of(Path.of(arguments[0]));
        try (DemoFirm firm = DemoFirm.open(new DemoOptions(DemoSize.STANDARD, folder), Progress.NONE);
                Database database = new Database(DatabasePool.open(new DatabaseSettings(
                        firm.url(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        folder.isPresent() ? 1 : 10,
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(30))))) {
            System.out.println("READY");
            new DirectCalls(database).serve();
        }
    }

    private void serve() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] words = line.split(" ");
            Callers.Maker maker = words[0].equals("get") ? number -> this::bankAccounts : this::payments;
            System.out.println(Callers.run(Integer.parseInt(words[1]), Integer.parseInt(words[2]), maker)
                    .line());
        }
    }

    /** As the demo firm numbers its invoices. */
    static String invoice(Random random, int invoices) {
        return "I%08d".formatted(1 + random.nextInt(invoices));
    }

    private boolean bankAccounts(long number) {
        List<String> accounts = database.list(
                Contract.LIST_BANK_ACCOUNTS,
                row -> row.text("BankAccountId") + row.text("Name") + row.text("Kind") + row.flag("Active"));
        return !accounts.isEmpty();
    }

    private Callers.Caller payments(int number) {
        Random random = new Random(number);
        String caller = run + "-" + number + "-" + System.nanoTime();
        return n -> post(caller + "-" + n, random);
    }

    private boolean post(String payment, Random random) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String id = "pst_" + payment;
        database.transaction(transaction -> {
            String outcome = transaction.one(
                    Contract.SUBMIT_POSTING,
                    row -> row.text("Outcome"),
                    id,
                    payment,
                    payment,
                    1,
                    payment,
                    "operating",
                    new BigDecimal("0.02"),
                    null,
                    TODAY,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    ACTOR,
                    now);
            List<Object[]> allocations = new ArrayList<>();
            for (int i = 0; i < 2; i++) {
                allocations.add(new Object[] {id, i, invoice(random, 3_000), null, null, null, new BigDecimal("0.01")});
            }
            transaction.batch(Contract.ADD_ALLOCATION, allocations);
            return outcome;
        });
        return database.transaction(transaction -> {
                    transaction.one(
                            Contract.POST_POSTING,
                            row -> row.text("Outcome"),
                            id,
                            Optional.empty(),
                            Optional.empty(),
                            TODAY,
                            ACTOR,
                            now);
                    return transaction.list(Contract.GET_POSTING, row -> row.text("Part"), id);
                })
                .contains("POSTING");
    }
}
