package com.clientpay.connect.database.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.sqlserver.HandTool;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The one file for a DBA, run by hand on a real server. */
class PrintedScriptsTest {
    private static final String EVERYTHING = "ClientPay Connect 9.9: everything of system little is there.";
    private static final String NOT_EVERYTHING = "ERROR ClientPay Connect: NOT everything is there: ";

    @TempDir
    Path folder;

    private TestSqlServer server;
    private TestScripts scripts;
    private Connection window;

    @BeforeEach
    void create() throws SQLException {
        server = TestSqlServer.create();
        scripts = new TestScripts(folder);
        window = server.connect();
    }

    @AfterEach
    void drop() throws SQLException {
        if (server != null) {
            window.close();
            server.close();
        }
    }

    @Test
    void it_installs_everything_and_says_so() throws SQLException {
        List<String> said = run();
        assertEquals(EVERYTHING, last(said), said.toString());
        assertFalse(said.stream().anyMatch(line -> line.startsWith("ERROR")), said.toString());
        assertEquals(List.of("1"), server.query("EXEC clientpay.CountThings"));
        assertEquals(List.of("0"), server.query("SELECT @@TRANCOUNT"));
    }

    @Test
    void its_history_is_the_one_that_apply_writes() throws SQLException {
        run();
        try (ScriptDatabase database = server.open()) {
            Installed installed = database.installed();
            assertEquals(
                    scripts.set().scripts().stream()
                            .map(script -> script.name() + " " + script.sha256())
                            .toList(),
                    installed.history().stream()
                            .map(row -> row.name() + " " + row.sha256())
                            .toList());
            AppliedScript last = installed.last(TestScripts.FINISH).orElseThrow();
            assertEquals("9.9", last.version());
            assertTrue(last.from().endsWith(", connect scripts print 9.9"), last.from());
            assertEquals(
                    List.of(), ScriptPlan.of(scripts.set(), installed, false).toRun());
        }
    }

    @Test
    void it_may_be_run_again_and_keeps_what_was_set() throws SQLException {
        run();
        server.execute("UPDATE clientpay_internal.PostingSettings SET DefaultArMessage = N'Kept'");
        assertEquals(EVERYTHING, last(run()));
        assertEquals(List.of("Kept"), server.query("SELECT DefaultArMessage FROM clientpay_internal.PostingSettings"));
    }

    @Test
    void nothing_after_a_batch_that_fails_has_an_effect() throws SQLException {
        scripts.write(TestScripts.HELPER, """
                CREATE TABLE clientpay_internal.HalfDone (Id int NOT NULL);
                GO
                INSERT INTO clientpay_internal.HalfDone (Id) VALUES (1 / 0);
                GO
                CREATE VIEW clientpay_internal.Thing AS SELECT 1 AS ThingId;
                GO
                """);
        assertStopsAt(TestScripts.HELPER);
    }

    @Test
    void nothing_after_a_batch_that_does_not_even_parse_has_an_effect() throws SQLException {
        scripts.write(TestScripts.HELPER, """
                CREATE TABLE clientpay_internal.HalfDone (Id int NOT NULL);
                GO
                SELECT FROM WHERE;
                GO
                INSERT INTO clientpay_internal.HalfDone (Id) VALUES (1);
                GO
                """);
        assertStopsAt(TestScripts.HELPER);
    }

    @Test
    void a_procedure_that_is_not_made_stops_it_too() throws SQLException {
        scripts.write("core/3-procedures/Another.sql", """
                DROP PROCEDURE IF EXISTS clientpay.Another;
                GO
                CREATE PROCEDURE clientpay.Another AS SELECT FROM WHERE;
                GO
                """);
        List<String> said = run();
        assertEquals(NOT_EVERYTHING + "core/3-procedures/Another.sql failed; its error is above.", last(said));
        assertEquals(
                List.of("none"),
                server.query("SELECT COALESCE(CONVERT(varchar(20), OBJECT_ID(N'clientpay.CountThings')), 'none')"));
    }

    @Test
    void after_it_is_put_right_the_same_window_runs_it_to_its_end() throws SQLException {
        scripts.write(TestScripts.HELPER, "SELECT 1 / 0;\nGO\n");
        run();
        scripts = new TestScripts(folder);
        assertEquals(EVERYTHING, last(run()));
        assertEquals(List.of("1"), server.query("EXEC clientpay.CountThings"));
    }

    @Test
    void a_database_with_another_system_is_left_alone() throws SQLException {
        run();
        server.execute("UPDATE clientpay_internal.Installation SET SystemName = 'other', ContractVersion = 3");
        List<String> said = run();
        assertEquals(NOT_EVERYTHING + "the system other is installed in this database.", last(said));
        assertEquals(
                List.of("other 3"),
                server.query("SELECT SystemName, ContractVersion FROM clientpay_internal.Installation"));
    }

    @Test
    void a_database_that_the_pack_is_not_for_is_left_alone_with_the_list() throws SQLException {
        scripts.preflight();
        List<String> said = run();
        assertEquals(NOT_EVERYTHING + TestScripts.PREFLIGHT + " failed; its error is above.", last(said));
        assertTrue(
                said.stream()
                        .anyMatch(line -> line.startsWith("ERROR") && line.contains("acct.Bank (expected: a table")),
                said.toString());
        assertEquals(List.of("0"), server.query("SELECT COUNT(*) FROM sys.schemas WHERE name LIKE 'clientpay%'"));
        server.execute("CREATE SCHEMA acct");
        server.execute("CREATE TABLE acct.Bank (BankId int NOT NULL)");
        server.execute(
                "CREATE TABLE acct.Bill (BillId int NOT NULL, Number nvarchar(20) NULL, Total decimal(9, 2) NOT NULL,"
                        + " BillDate datetime NOT NULL)");
        assertEquals(EVERYTHING, last(run()));
    }

    @Test
    void the_server_s_own_databases_are_left_alone() throws SQLException {
        try (Statement statement = window.createStatement()) {
            statement.execute("USE master");
        }
        List<String> said = run();
        assertEquals(NOT_EVERYTHING + "this is no firm's database. Choose that first.", last(said));
        assertEquals(List.of("0"), server.query("SELECT COUNT(*) FROM master.sys.schemas WHERE name = 'clientpay'"));
    }

    @Test
    void it_takes_turns_with_other_runs() throws SQLException {
        try (Connection other = server.connect();
                Statement lock = other.createStatement()) {
            lock.execute("EXEC sp_getapplock @Resource = N'" + ScriptLock.RESOURCE + server.name()
                    + "', @LockMode = N'Exclusive',"
                    + " @LockOwner = N'Session'");
            assertEquals(NOT_EVERYTHING + "somebody else is running scripts on this database.", last(run()));
        }
        assertEquals(EVERYTHING, last(run()));
        assertEquals(EVERYTHING, last(run()));
        try (Connection other = server.connect()) {
            assertEquals(EVERYTHING, last(HandTool.run(other, new PrintedScripts(scripts.set(), "9.9").text())));
        }
    }

    @Test
    void a_run_that_was_cancelled_in_this_window_is_cleared_away_first() throws SQLException {
        String whole = new PrintedScripts(scripts.set(), "9.9").text();
        HandTool.run(window, whole.substring(0, whole.indexOf("-- ======== The end")));
        HandTool.run(window, "BEGIN TRANSACTION;\nGO\nCREATE TABLE dbo.HalfDone (Id int);\nGO\n");
        assertEquals(EVERYTHING, last(run()));
        assertEquals(
                List.of("none"),
                server.query("SELECT COALESCE(CONVERT(varchar(20), OBJECT_ID(N'dbo.HalfDone')), 'none')"));
        try (Connection other = server.connect()) {
            assertEquals(EVERYTHING, last(HandTool.run(other, whole)));
        }
    }

    private void assertStopsAt(String script) throws SQLException {
        List<String> said = run();
        assertEquals(NOT_EVERYTHING + script + " failed; its error is above.", last(said));
        assertEquals(
                List.of("none none none"),
                server.query("SELECT COALESCE(CONVERT(varchar(20), OBJECT_ID(N'clientpay_internal.HalfDone')), 'none'),"
                        + " COALESCE(CONVERT(varchar(20), OBJECT_ID(N'clientpay_internal.Thing')), 'none'),"
                        + " COALESCE(CONVERT(varchar(20), OBJECT_ID(N'clientpay.CountThings')), 'none')"));
        assertEquals(List.of("0"), server.query("SELECT ContractVersion FROM clientpay_internal.Installation"));
        assertEquals(
                List.of(TestScripts.PACK),
                server.query(
                        "SELECT TOP (1) Name FROM clientpay_internal.ScriptHistory ORDER BY ScriptHistoryId DESC"));
        try (Statement statement = window.createStatement()) {
            statement.execute("IF @@TRANCOUNT > 0 THROW 50000, N'A transaction is still open.', 1");
        }
    }

    private List<String> run() throws SQLException {
        return HandTool.run(window, new PrintedScripts(scripts.set(), "9.9").text());
    }

    private static String last(List<String> said) {
        return said.get(said.size() - 1);
    }
}
