package com.clientpay.connect.database.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.scripts.ScriptPlan.Reason;
import com.clientpay.connect.database.scripts.ScriptPlan.Step;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The runner on a real server. */
class ApplyScriptsTest {
    private static final String LATER = "core/3-procedures/Later.sql";

    @TempDir
    Path folder;

    private TestSqlServer server;
    private TestScripts scripts;
    private ScriptDatabase database;
    private final List<String> said = new ArrayList<>();

    @BeforeEach
    void create() {
        server = TestSqlServer.create();
        scripts = new TestScripts(folder);
        database = server.open();
    }

    @AfterEach
    void drop() {
        if (server != null) {
            database.close();
            server.close();
        }
    }

    @Test
    void in_an_empty_database_everything_is_new_and_afterwards_nothing_is() {
        assertEquals(Optional.empty(), database.installed().system());
        assertTrue(plan().steps().stream().allMatch(step -> step.reason() == Reason.NEW));
        apply();
        assertEquals(Optional.of("little"), database.installed().system());
        assertEquals(List.of(), plan().toRun());
        assertEquals(List.of("1"), server.query("EXEC clientpay.CountThings"));
    }

    @Test
    void the_history_tells_every_script_in_its_order_with_checksum_login_and_place() {
        apply();
        List<AppliedScript> history = database.installed().history();
        assertEquals(
                scripts.set().scripts().stream()
                        .map(script -> script.name() + " " + script.sha256())
                        .toList(),
                history.stream().map(row -> row.name() + " " + row.sha256()).toList());
        AppliedScript last = history.get(history.size() - 1);
        assertEquals(Version.current(), last.version());
        assertEquals(server.query("SELECT SUSER_SNAME()"), List.of(last.by()));
        assertTrue(last.from().endsWith(", connect scripts apply " + Version.current()), last.from());
    }

    @Test
    void where_what_the_pack_uses_is_missing_or_different_everything_is_listed_and_nothing_is_created() {
        scripts.preflight();
        server.execute("CREATE SCHEMA acct");
        server.execute("CREATE TABLE acct.Bill (BillId int NULL, Number varchar(30) NOT NULL, Total money NOT NULL)");
        PreflightException refused = assertThrows(PreflightException.class, this::apply);
        assertEquals(
                List.of(
                        "acct.Bank | a table | not there",
                        "acct.Bill.BillDate | a date, not null | not there",
                        "acct.Bill.BillId | int, not null | int, null",
                        "acct.Bill.Number | text of at most 20 characters | varchar(30), not null"),
                refused.misfits().stream()
                        .map(one -> one.place() + " | " + one.expected() + " | " + one.found())
                        .toList());
        assertTrue(refused.getMessage().contains("acct.Bank"), refused.getMessage());
        assertEquals(List.of("0"), server.query("SELECT COUNT(*) FROM sys.schemas WHERE name LIKE 'clientpay%'"));

        server.execute("CREATE TABLE acct.Bank (BankId int NOT NULL)");
        server.execute("DROP TABLE acct.Bill");
        server.execute(
                "CREATE TABLE acct.Bill (BillId int NOT NULL, Number nvarchar(20) NULL, Total decimal(9, 2) NOT NULL,"
                        + " BillDate datetime NOT NULL)");
        assertEquals(List.of(), database.preflight(scripts.set()));
        apply();
        assertEquals(Optional.of("little"), database.installed().system());
        assertFalse(
                database.installed().history().stream()
                        .anyMatch(row -> row.name().contains("Preflight")),
                "the preflight creates nothing, so it is not in the history");
    }

    @Test
    void the_preflight_run_by_hand_names_the_pack_that_is_installed() {
        apply();
        server.execute("UPDATE clientpay_internal.Installation SET SystemName = 'other'");
        scripts.preflight();
        ScriptException refused = assertThrows(ScriptException.class, () -> database.preflight(scripts.set()));
        assertTrue(
                refused.getMessage().startsWith("System pack other is installed in this database"),
                refused.getMessage());
    }

    @Test
    void what_a_script_prints_is_heard() {
        apply();
        assertTrue(said.contains(TestScripts.PACK + ": View clientpay_internal.MapThing is there."), said.toString());
    }

    @Test
    void a_changed_procedure_runs_again_with_the_script_that_ends_an_installation() {
        apply();
        scripts.write(TestScripts.PROCEDURE, """
                DROP PROCEDURE IF EXISTS clientpay.CountThings;
                GO
                CREATE PROCEDURE clientpay.CountThings AS SELECT 7 AS Things;
                GO
                """);
        assertEquals(
                List.of(TestScripts.PROCEDURE + " CHANGED", TestScripts.FINISH + " FOLLOWS"),
                plan().steps().stream()
                        .filter(Step::runs)
                        .map(step -> step.script().name() + " " + step.reason())
                        .toList());
        apply();
        assertEquals(List.of("7"), server.query("EXEC clientpay.CountThings"));
        assertEquals(List.of(), plan().toRun());
    }

    @Test
    void helpers_over_a_changed_mapping_are_made_anew() {
        apply();
        scripts.write(TestScripts.PACK, """
                DROP VIEW IF EXISTS clientpay_internal.MapThing;
                GO
                CREATE VIEW clientpay_internal.MapThing AS SELECT 1 AS ThingId, 2 AS Weight;
                GO
                """);
        assertEquals(
                List.of(TestScripts.PACK, TestScripts.HELPER, TestScripts.FINISH),
                plan().toRun().stream().map(Script::name).toList());
        apply();
        assertEquals(List.of("1 2"), server.query("SELECT * FROM clientpay_internal.Thing()"));
    }

    @Test
    void all_runs_what_is_unchanged_too_and_changes_nothing() {
        apply();
        server.execute("UPDATE clientpay_internal.PostingSettings SET DefaultArMessage = N'Kept', Version = 5");
        ScriptPlan everything = ScriptPlan.of(scripts.set(), database.installed(), true);
        assertEquals(scripts.set().scripts(), everything.toRun());
        database.apply(scripts.set(), everything, true, RunListener.NONE);
        assertEquals(
                List.of("Kept 5"),
                server.query("SELECT DefaultArMessage, Version FROM clientpay_internal.PostingSettings"));
        assertEquals(
                2 * scripts.set().scripts().size(),
                database.installed().history().size());
    }

    @Test
    void a_newer_version_adds_to_the_tables_and_keeps_every_row() {
        apply();
        server.execute("INSERT INTO clientpay_internal.ApiKey (Name, Salt, Hash, Scopes, CreatedAt, CreatedBy)"
                + " VALUES ('portal', 'aa', 'bb', 'read', '2026-11-01T10:00:00', N'cli:me')");
        String databaseId = server.query("SELECT DatabaseId FROM clientpay_internal.Installation")
                .get(0);
        String name = "core/1-tables/05-ApiKey.sql";
        scripts.write(name, scripts.read(name) + """
                IF COL_LENGTH(N'clientpay_internal.ApiKey', N'LastUsedAt') IS NULL
                    ALTER TABLE clientpay_internal.ApiKey ADD LastUsedAt datetime2(3) NULL;
                GO
                """);
        scripts.write("core/1-tables/99-Later.sql", """
                IF OBJECT_ID(N'clientpay_internal.Later', N'U') IS NULL
                    CREATE TABLE clientpay_internal.Later (Id int NOT NULL CONSTRAINT PK_Later PRIMARY KEY);
                GO
                """);
        assertEquals(
                List.of(name + " CHANGED", "core/1-tables/99-Later.sql NEW", TestScripts.FINISH + " FOLLOWS"),
                plan().steps().stream()
                        .filter(Step::runs)
                        .map(step -> step.script().name() + " " + step.reason())
                        .toList());
        apply();
        assertEquals(
                List.of("portal aa bb read cli:me null"),
                server.query("SELECT Name, Salt, Hash, Scopes, CreatedBy, LastUsedAt FROM clientpay_internal.ApiKey"));
        assertEquals(List.of(databaseId), server.query("SELECT DatabaseId FROM clientpay_internal.Installation"));
        assertEquals(List.of("0"), server.query("SELECT COUNT(*) FROM clientpay_internal.Later"));
    }

    @Test
    void a_database_of_before_the_sign_off_gets_its_column_and_needs_none() {
        apply();
        server.execute("DROP TABLE clientpay_internal.Installation");
        server.execute("CREATE TABLE clientpay_internal.Installation (DatabaseId varchar(64) NOT NULL,"
                + " ContractVersion int NOT NULL, ScriptVersion varchar(32) NOT NULL, SystemName varchar(64) NOT NULL,"
                + " SystemTitle nvarchar(200) NOT NULL, Delivery varchar(16) NOT NULL, Unapplied bit NOT NULL,"
                + " KeepsChangeTime bit NOT NULL, HasLedgerCodes bit NOT NULL, HasTransactionTypes bit NOT NULL)");
        server.execute("INSERT INTO clientpay_internal.Installation VALUES"
                + " ('kept', 1, '1.0.0', 'little', N'Little', 'PROCEDURE', 0, 0, 0, 0)");
        ScriptPlan everything = ScriptPlan.of(scripts.set(), database.installed(), true);
        database.apply(scripts.set(), everything, true, RunListener.NONE);
        assertEquals(
                List.of("kept 0"),
                server.query("SELECT DatabaseId, NeedsSignOff FROM clientpay_internal.Installation"));
    }

    @Test
    void a_script_that_fails_is_told_by_line_and_statement_and_leaves_nothing_while_those_before_it_stay() {
        scripts.write(LATER, """
                CREATE TABLE clientpay_internal.HalfDone (Id int NOT NULL);
                GO
                -- A comment
                GO

                INSERT INTO clientpay_internal.HalfDone (Id)
                VALUES (1);
                INSERT INTO clientpay_internal.HalfDone (Id)
                SELECT NoSuchColumn
                FROM clientpay_internal.HalfDone;
                GO
                PRINT 'never reached';
                GO
                """);
        ScriptFailedException failed = assertThrows(ScriptFailedException.class, this::apply);
        assertEquals(LATER, failed.script());
        assertTrue(failed.line() >= 8 && failed.line() <= 10, failed.getMessage());
        assertTrue(failed.getMessage().contains("error " + failed.number()), failed.getMessage());
        assertTrue(failed.getMessage().contains("| INSERT INTO clientpay_internal.HalfDone (Id)"), failed.getMessage());
        assertTrue(failed.getMessage().contains("> "), failed.getMessage());
        assertFalse(failed.getMessage().contains("VALUES (1)"), failed.getMessage());
        assertFalse(said.contains(LATER + ": never reached"), said.toString());

        assertEquals(
                List.of(LATER, TestScripts.FINISH),
                plan().toRun().stream().map(Script::name).toList());
        assertEquals(
                List.of("no"),
                server.query(
                        "SELECT CASE WHEN OBJECT_ID(N'clientpay_internal.HalfDone') IS NULL THEN 'no' ELSE 'yes' END"));
        assertEquals(List.of("0"), server.query("SELECT ContractVersion FROM clientpay_internal.Installation"));
    }

    @Test
    void a_procedure_with_a_mistake_is_told_by_its_line_in_the_file() {
        scripts.write(LATER, """
                /* header */
                GO
                CREATE PROCEDURE clientpay.Later
                AS
                SELECT 1 AS One;
                SELECT 2 AS Two FROM WHERE;
                SELECT 3 AS Three;
                GO
                """);
        ScriptFailedException failed = assertThrows(ScriptFailedException.class, this::apply);
        assertEquals(6, failed.line(), failed.getMessage());
        assertTrue(failed.getMessage().contains(">     6 | SELECT 2 AS Two FROM WHERE;"), failed.getMessage());
    }

    @Test
    void an_error_after_the_first_result_of_a_batch_is_an_error() {
        scripts.write(LATER, "SELECT 1 AS One;\nTHROW 51011, N'Owners differ.', 1;\nGO\n");
        ScriptFailedException failed = assertThrows(ScriptFailedException.class, this::apply);
        assertEquals(51011, failed.number());
        assertTrue(failed.getMessage().contains("Owners differ."), failed.getMessage());
    }

    @Test
    void a_script_that_ends_its_transaction_is_refused() {
        scripts.write(LATER, "COMMIT TRANSACTION;\nGO\n");
        ScriptFailedException failed = assertThrows(ScriptFailedException.class, this::apply);
        assertTrue(failed.getMessage().contains("ended its transaction"), failed.getMessage());
    }

    @Test
    void a_failure_before_the_history_has_its_table_leaves_scripts_that_are_new_again() {
        scripts.write("core/1-tables/02-ScriptHistory.sql", "SELECT * FROM NoSuchTable;\n");
        assertThrows(ScriptFailedException.class, this::apply);
        assertEquals(List.of(), database.installed().history());
        assertEquals(scripts.set().scripts(), plan().toRun());
    }

    @Test
    void a_second_run_at_the_same_time_is_refused_and_does_nothing() throws Exception {
        try (Connection other = server.connect();
                CallableStatement lock = other.prepareCall("{call sp_getapplock(?, N'Exclusive', N'Session', 0)}")) {
            lock.setString(1, ScriptLock.RESOURCE + server.name());
            lock.execute();
            ScriptException refused = assertThrows(ScriptException.class, this::apply);
            assertTrue(refused.getMessage().contains("Somebody else is running scripts"), refused.getMessage());
        }
        assertEquals(List.of(), database.installed().history());
        apply();
    }

    @Test
    void a_plan_that_is_not_true_any_more_is_not_run() {
        ScriptPlan old = plan();
        apply();
        ScriptException refused =
                assertThrows(ScriptException.class, () -> database.apply(scripts.set(), old, false, RunListener.NONE));
        assertTrue(refused.getMessage().contains("after the plan was made"), refused.getMessage());
    }

    @Test
    void another_system_than_the_installed_one_is_refused_by_name() {
        apply();
        ScriptException refused =
                assertThrows(ScriptException.class, () -> database.installed().systemOr(Optional.of("other")));
        assertTrue(refused.getMessage().startsWith("The system little is installed"), refused.getMessage());
        assertEquals("little", database.installed().systemOr(Optional.empty()));
    }

    private ScriptPlan plan() {
        return ScriptPlan.of(scripts.set(), database.installed(), false);
    }

    private void apply() {
        database.apply(scripts.set(), plan(), false, new RunListener() {
            @Override
            public void begins(Script script, int number, int total) {}

            @Override
            public void says(Script script, String message) {
                said.add(script.name() + ": " + message);
            }
        });
    }
}
