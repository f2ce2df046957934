package com.clientpay.connect.bench;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.demo.Progress;
import com.clientpay.connect.http.Json;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/**
 * What the connector does without HTTP: the same procedures through the same pool on the same firm, in a process of its own.
 * Argument: the firm's folder, or nothing for one in memory. For each line {@code get|post THREADS SECONDS} on standard input
 * it prints a {@link Throughput}, and for {@code rows} how long reading every open invoice
 * took; READY comes first.
 */
final class DirectCalls {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
    private static final String ACTOR = "key:bench";

    private static final String ROWS = """
            SELECT i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, c.ClientId, c.ClientNumber,
                c.ClientName, i.InvoiceDate, i.Amount, i.Balance,
                (SELECT COALESCE(SUM(a.Amount), 0.00) FROM clientpay_internal.PostingAllocation a
                 JOIN clientpay_internal.Posting p ON p.PostingId = a.PostingId
                 WHERE a.InvoiceId = i.InvoiceId AND p.Status IN ('PENDING', 'QUEUED')) AS Pending, i.ChangedAt
            FROM firm.Invoice i
            LEFT JOIN firm.Matter m ON m.MatterId = i.MatterId
            LEFT JOIN firm.Client c ON c.ClientId = m.ClientId
            WHERE i.IsOpen = TRUE ORDER BY i.IsOpen, i.InvoiceId""";

    private final String url;
    private final Database database;
    private final String run = Long.toString(System.nanoTime(), 36);

    private DirectCalls(String url, Database database) {
        this.url = url;
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
            new DirectCalls(firm.url(), database).serve();
        }
    }

    private void serve() throws Exception {
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("rows")) {
                System.out.println(readRows());
                continue;
            }
            String[] words = line.split(" ");
            Callers.Maker maker = words[0].equals("get") ? number -> this::bankAccounts : this::payments;
            System.out.println(Callers.run(Integer.parseInt(words[1]), Integer.parseInt(words[2]), maker)
                    .line());
        }
    }

    /** Reads what a sync reads, by JDBC alone, and throws it away. */
    private String readRows() throws SQLException {
        long begun = System.nanoTime();
        long rows = 0;
        try (Connection connection = DriverManager.getConnection(url + ";LAZY_QUERY_EXECUTION=TRUE");
                Statement statement = connection.createStatement();
                ResultSet result = statement.executeQuery(ROWS)) {
            int columns = result.getMetaData().getColumnCount();
            while (result.next()) {
                for (int column = 1; column <= columns; column++) {
                    result.getObject(column);
                }
                rows++;
            }
        }
        return Json.text(Map.of("rows", rows, "perSecond", rows / ((System.nanoTime() - begun) / 1e9)));
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
