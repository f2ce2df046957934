package com.clientpay.connect.packs;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A firm with one of the systems, its pack installed by the production runner, and a connector on it. All tests of a run
 * share one for each fixture: installing takes seconds.
 */
public final class PackFirm {
    private static final Map<Fixture, PackFirm> FIRMS = new HashMap<>();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    /** Enough for callers that meet; each more compiles every procedure anew on some servers. */
    static final int SESSIONS = 4;

    private final TestSqlServer server;
    private final List<Database> connectors = new ArrayList<>();
    private Connection program;

    private PackFirm(Fixture fixture) {
        server = TestSqlServer.create();
        fixture.create(server);
        fixture.createFirmTrust(server);
        server.install(fixture.pack());
    }

    /** One that nobody else uses; the caller closes it. */
    static PackFirm alone(Fixture fixture) {
        return new PackFirm(fixture);
    }

    private DatabaseSettings settings() {
        return new DatabaseSettings(
                server.urlWithoutLogin(),
                Optional.of(server.user()),
                Optional.of(new Secret("the test's", server.password())),
                Optional.empty(),
                SESSIONS,
                PATIENCE,
                PATIENCE);
    }

    /** The test is skipped where there is no server. */
    public static synchronized PackFirm of(Fixture fixture) {
        PackFirm firm = FIRMS.get(fixture);
        if (firm == null) {
            firm = new PackFirm(fixture);
            FIRMS.put(fixture, firm);
            Runtime.getRuntime().addShutdownHook(new Thread(firm::close));
        }
        return firm;
    }

    public TestSqlServer server() {
        return server;
    }

    Database connector() {
        return connector(0);
    }

    /** The connector with this number, from 0: each has sessions of its own. */
    synchronized Database connector(int number) {
        while (connectors.size() <= number) {
            connectors.add(new Database(DatabasePool.open(settings())));
        }
        return connectors.get(number);
    }

    /** A session with auto-commit that is none of a connector's. */
    synchronized Connection program() throws SQLException {
        if (program == null || !program.isValid(5)) {
            program = server.connect();
        }
        return program;
    }

    /** Runs a batch as the firm's own program. */
    public void execute(String sql) {
        try (Statement statement = program().createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(sql + ": " + e.getMessage(), e);
        }
    }

    public List<String> query(String sql) {
        return server.query(sql);
    }

    /** What the firm says of one of its things. */
    PackFirm answer(String subject, String item, String answer) {
        try (PreparedStatement insert = program()
                .prepareStatement(
                        "INSERT INTO clientpay_internal.Answer (Subject, Item, Answer, AnsweredBy, AnsweredAt)"
                                + " SELECT ?, ?, ?, N'accounting', '2026-11-01' WHERE NOT EXISTS (SELECT 1 FROM"
                                + " clientpay_internal.Answer WHERE Subject = ? AND Item = ?)")) {
            insert.setString(1, subject);
            insert.setString(2, item);
            insert.setString(3, answer);
            insert.setString(4, subject);
            insert.setString(5, item);
            insert.executeUpdate();
            return this;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Takes an answer back. */
    void forget(String subject, String item) {
        server.execute(
                "DELETE FROM clientpay_internal.Answer WHERE Subject = '" + subject + "' AND Item = N'" + item + "'");
    }

    /** Id, number, the matter's number and balance of each open invoice, by date and id. */
    List<String> openInvoices() {
        return connector().list(Contract.SEARCH_INVOICES, PackFirm::invoice, null, "PREFIX", "", null, null, 1000);
    }

    /** The same, found by a field; {@code match} is PREFIX, EXACT or CONTAINS. */
    List<String> openInvoices(String field, String match, String text) {
        return connector().list(Contract.SEARCH_INVOICES, PackFirm::invoice, field, match, text, null, null, 1000);
    }

    private static String invoice(Row row) {
        return row.text("InvoiceId") + " " + row.text("InvoiceNumber") + " " + row.textOrBlank("MatterNumber") + " "
                + row.money("Balance");
    }

    /** Id, balance and date of one invoice, open or not. */
    Optional<String> invoice(String id) {
        return connector()
                .find(
                        Contract.GET_INVOICE,
                        row -> row.text("InvoiceId") + " " + row.money("Amount") + " " + row.money("Balance") + " "
                                + row.date("InvoiceDate"),
                        id);
    }

    /** Id, the matter's number, bank account and balance. */
    List<String> trustLedgers() {
        return connector()
                .list(
                        Contract.SEARCH_TRUST_LEDGERS,
                        row -> row.text("TrustLedgerId") + " " + row.text("MatterNumber") + " "
                                + row.text("BankAccountId") + " " + row.money("Balance"),
                        null,
                        "PREFIX",
                        "",
                        null,
                        null,
                        1000);
    }

    /** Number, status, A/R and trust balance of a matter. */
    Optional<String> matter(String id) {
        return connector()
                .find(
                        Contract.GET_MATTER,
                        row -> row.textOrBlank("MatterNumber") + " " + row.text("Status") + " " + row.money("ArBalance")
                                + " " + row.money("TrustBalance"),
                        id);
    }

    /** Id, kind, and whether it is active. */
    public List<String> bankAccounts() {
        return connector()
                .list(
                        Contract.LIST_BANK_ACCOUNTS,
                        row -> row.text("BankAccountId") + " " + row.text("Kind")
                                + (row.flag("Active") ? "" : " inactive"));
    }

    /** What "connect check" names: what it is, and the item; without the rows of a sign-off. */
    public List<String> openQuestions() {
        return connector()
                .list(
                        Contract.CHECK_MAPPING,
                        row -> row.text("What")
                                + row.optionalText("Item")
                                        .map(item -> " " + item)
                                        .orElse(""))
                .stream()
                .filter(line -> line.startsWith("UNANSWERED") || line.startsWith("CONTRADICTED"))
                .toList();
    }

    List<String> transactionTypes() {
        return connector().list(Contract.LIST_TRANSACTION_TYPES, row -> row.text("Code"));
    }

    List<String> ledgerCodes() {
        return connector().list(Contract.LIST_LEDGER_CODES, row -> row.text("Code"));
    }

    /** Item, suggested and refuted answer of what the firm is asked, by item. */
    List<String> asked(String subject) {
        return query(
                "SELECT CONCAT(i.Item, CASE i.Active WHEN 1 THEN '' ELSE ' inactive' END, ' ', i.Suggested, ' not ',"
                        + " i.Refuted) FROM clientpay_internal.AskItem i WHERE i.Subject = '" + subject
                        + "' ORDER BY i.Item");
    }

    /** The items of a comparison whose two ways differ, by item. */
    List<String> differences(String comparison) {
        return query("SELECT CONCAT(i.Item, ': ', i.FirstAmount, ' | ', i.SecondAmount)"
                + " FROM clientpay_internal.ComparisonItem i WHERE i.Name = '" + comparison + "' AND"
                + " COALESCE(i.FirstAmount, 0) <> COALESCE(i.SecondAmount, 0) ORDER BY i.Item");
    }

    /** Both totals of a comparison. */
    List<String> totals(String comparison) {
        return query(
                "SELECT CONVERT(decimal(19, 2), SUM(i.FirstAmount)), CONVERT(decimal(19, 2), SUM(i.SecondAmount)) FROM clientpay_internal.ComparisonItem i"
                        + " WHERE i.Name = '" + comparison + "'");
    }

    /** Drops the database. */
    void close() {
        connectors.forEach(Database::close);
        try {
            program().close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
        server.close();
    }
}
