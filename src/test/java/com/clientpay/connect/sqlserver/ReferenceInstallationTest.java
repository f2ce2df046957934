package com.clientpay.connect.sqlserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.database.scripts.PrintedScripts;
import com.clientpay.connect.database.scripts.RunListener;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckResult;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.diagnostics.mapping.MappingChecks;
import com.clientpay.connect.diagnostics.scripts.ScriptChecks;
import java.sql.Connection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The shipped scripts of the reference firm, installed in both ways on a real server. */
class ReferenceInstallationTest {
    private static final String SYSTEM = "reference";
    private static final List<String> TABLES = List.of(
            "ApiKey",
            "Effect",
            "FieldDisplay",
            "Installation",
            "MerchantAccount",
            "Posting",
            "PostingAllocation",
            "PostingEvent",
            "PostingReason",
            "PostingSettings",
            "SettingsEvent");

    private final ScriptSet set = ScriptSet.read(TestSqlServer.SCRIPTS, SYSTEM);
    private TestSqlServer server;

    @BeforeEach
    void create() {
        server = TestSqlServer.create();
        ScriptSet.files(TestSqlServer.SCRIPTS.resolve("systems").resolve(SYSTEM).resolve("firm"))
                .forEach(server::runFile);
    }

    @AfterEach
    void drop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void the_runner_touches_only_our_schemas_and_keeps_all_data_when_everything_runs_again() throws Exception {
        List<String> before = others();
        try (ScriptDatabase database = server.open()) {
            apply(database, false);
            assertEquals(before, others());
            fill();
            Map<String, List<String>> rows = rows();
            apply(database, true);
            assertEquals(rows, rows());
            assertEquals(before, others());
            assertEquals(List.of(), notPassed(ScriptChecks.run(set, database)));
        }
        try (MappingDatabase database = MappingDatabase.open(server.settings())) {
            CheckReport report = MappingChecks.run(database);
            assertTrue(report.isFine(), report.table());
            assertEquals(
                    List.of("MapBankAccount", "MapLedgerCode", "MapMatter", "MapTransactionType"),
                    notPassed(report).stream()
                            .filter(line -> line.endsWith("it has no rows"))
                            .map(line -> line.substring(0, line.indexOf(' ')))
                            .sorted()
                            .toList());
        }
    }

    @Test
    void the_printed_file_installs_what_the_runner_installs() throws Exception {
        List<String> before = others();
        try (Connection window = server.connect()) {
            List<String> said = HandTool.run(window, new PrintedScripts(set, Version.current()).text());
            assertFalse(said.stream().anyMatch(line -> line.startsWith("ERROR")), said.toString());
            assertTrue(said.get(said.size() - 1).endsWith("everything of system reference is there."), said.toString());
        }
        assertEquals(before, others());
        try (ScriptDatabase database = server.open()) {
            assertEquals(
                    List.of(), ScriptPlan.of(set, database.installed(), false).toRun());
            assertEquals(List.of(), notPassed(ScriptChecks.run(set, database)));
        }
    }

    private void apply(ScriptDatabase database, boolean all) {
        database.apply(set, ScriptPlan.of(set, database.installed(), all), all, RunListener.NONE);
    }

    private static List<String> notPassed(CheckReport report) {
        return report.checks().stream()
                .filter(check -> check.status() != Status.PASS)
                .map(ReferenceInstallationTest::line)
                .toList();
    }

    private static String line(CheckResult check) {
        return check.name() + " " + check.status() + " " + check.seen();
    }

    /** Everything in the catalogue that is not ours. */
    private List<String> others() {
        return server.query("SELECT s.name, o.type, o.name FROM sys.objects o JOIN sys.schemas s ON"
                + " s.schema_id = o.schema_id WHERE s.name NOT IN (N'clientpay', N'clientpay_internal', N'sys')"
                + " ORDER BY s.name, o.type, o.name");
    }

    private Map<String, List<String>> rows() {
        Map<String, List<String>> rows = new LinkedHashMap<>();
        for (String table : TABLES) {
            List<String> found = server.query("SELECT * FROM clientpay_internal." + table);
            assertFalse(found.isEmpty(), table);
            rows.put(table, found.stream().sorted().toList());
        }
        return rows;
    }

    /** A row in each of our tables. */
    private void fill() {
        server.execute("""
                UPDATE clientpay_internal.PostingSettings SET DefaultArMessage = N'Kept', AutomaticPosting = 1, Version = 7;
                INSERT INTO clientpay_internal.MerchantAccount (MerchantAccountId, Name, Kind, BankAccountId, Version)
                VALUES ('ma1', N'Cards', 'OPERATING', N'OP1', 3);
                INSERT INTO clientpay_internal.FieldDisplay (Name, Position, OnConnect, OnPaymentPages, OnPaymentManager,
                    OnReceipts) VALUES ('CLIENT_NAME', 1, 1, 0, 1, 0);
                INSERT INTO clientpay_internal.SettingsEvent (At, Actor, What, Subject, Detail)
                VALUES ('2026-11-01T10:00:00', N'cli:me', 'fields-changed', 'fields', N'{}');
                INSERT INTO clientpay_internal.ApiKey (Name, Salt, Hash, Scopes, CreatedAt, CreatedBy)
                VALUES ('portal', 'aa', 'bb', 'read post', '2026-11-01T10:00:00', N'cli:me');
                INSERT INTO clientpay_internal.Posting (PostingId, IdempotencyKey, BodyHash, BodyVersion, PaymentId,
                    MerchantAccountId, Amount, PaymentDate, Status, StatusSince, Attempt, Version, CreatedAt)
                VALUES ('p1', 'k1', 'h1', 1, 'pay1', 'ma1', 12.34, '2026-11-01', 'POSTED', '2026-11-01T10:00:00', 1, 2,
                    '2026-11-01T10:00:00');
                INSERT INTO clientpay_internal.PostingAllocation (PostingId, Position, SentInvoiceId, Amount, InvoiceId)
                VALUES ('p1', 0, N'i1', 12.34, N'i1');
                INSERT INTO clientpay_internal.PostingReason (PostingId, Position, Code, Detail)
                VALUES ('p1', 0, 'over-balance', N'Too much.');
                INSERT INTO clientpay_internal.PostingEvent (PostingId, Position, At, Actor, What)
                VALUES ('p1', 0, '2026-11-01T10:00:00', N'portal', 'RECORDED');
                INSERT INTO clientpay_internal.Effect (PostingId, Attempt, Kind, Outside, BankAccountId, BookDate, Amount, At)
                VALUES ('p1', 1, 'POST', 0, N'OP1', '2026-11-01', 12.34, '2026-11-01T10:00:00');
                """);
    }
}
