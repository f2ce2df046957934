package com.clientpay.connect.diagnostics.scripts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.scripts.RunListener;
import com.clientpay.connect.database.scripts.Script;
import com.clientpay.connect.database.scripts.ScriptDatabase;
import com.clientpay.connect.database.scripts.ScriptPlan;
import com.clientpay.connect.database.scripts.ScriptSet;
import com.clientpay.connect.database.scripts.TestScripts;
import com.clientpay.connect.diagnostics.checks.CheckResult;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code connect scripts verify} finds on a real server. */
class ScriptChecksTest {
    @TempDir
    Path folder;

    private TestSqlServer server;
    private TestScripts scripts;
    private ScriptDatabase database;

    @BeforeEach
    void install() {
        server = TestSqlServer.create();
        scripts = new TestScripts(folder);
        database = server.open();
        ScriptSet set = scripts.set();
        database.apply(set, ScriptPlan.of(set, database.installed(), false), false, RunListener.NONE);
    }

    @AfterEach
    void drop() {
        if (server != null) {
            database.close();
            server.close();
        }
    }

    @Test
    void what_was_just_installed_is_as_its_files() {
        for (String check :
                new String[] {HistoryCheck.NAME, DefinitionsCheck.NAME, SetOptionsCheck.NAME, OwnersCheck.NAME}) {
            assertEquals(Status.PASS, check(check).status(), check(check).toString());
        }
    }

    @Test
    void tables_of_the_firm_that_the_scripts_use_and_that_are_gone_are_named() {
        scripts.preflight();
        CheckResult preflight = check(PreflightCheck.NAME);
        assertEquals(Status.FAIL, preflight.status());
        assertEquals(
                "2 of the tables and columns that the scripts use are missing or different\n"
                        + "acct.Bank is not there; expected: a table.\nacct.Bill is not there; expected: a table.",
                preflight.seen());
    }

    @Test
    void a_script_that_changed_and_one_that_never_ran_are_named() {
        scripts.write(TestScripts.PROCEDURE, "PRINT 'another text';\n");
        scripts.write("core/3-procedures/Later.sql", "PRINT 'new';\n");
        CheckResult history = check(HistoryCheck.NAME);
        assertEquals(Status.FAIL, history.status());
        assertTrue(history.seen().contains("core/3-procedures/Later.sql has never run."), history.seen());
        assertTrue(history.seen().contains(TestScripts.PROCEDURE + " is another one than ran at "), history.seen());
    }

    @Test
    void windows_line_ends_in_a_file_are_no_difference() {
        for (Script script : scripts.set().scripts()) {
            scripts.write(script.name(), script.text().replace("\n", "\r\n"));
        }
        assertEquals(
                Status.PASS,
                check(HistoryCheck.NAME).status(),
                check(HistoryCheck.NAME).toString());
        assertEquals(
                Status.PASS,
                check(DefinitionsCheck.NAME).status(),
                check(DefinitionsCheck.NAME).toString());
    }

    @Test
    void scripts_of_another_version_in_the_history_are_a_warning() {
        server.execute(
                "INSERT INTO clientpay_internal.ScriptHistory (Name, Version, Sha256, AppliedAt, AppliedBy,"
                        + " AppliedFrom) VALUES ('core/3-procedures/Old.sql', '0.9', REPLICATE('0', 64), SYSUTCDATETIME(), 'x', 'y')");
        CheckResult history = check(HistoryCheck.NAME);
        assertEquals(Status.WARN, history.status());
        assertTrue(history.seen().endsWith("core/3-procedures/Old.sql"), history.seen());
    }

    @Test
    void what_was_changed_or_dropped_by_hand_is_named_although_the_history_is_right() {
        server.execute("DROP PROCEDURE clientpay.CountThings");
        server.execute("DROP FUNCTION clientpay_internal.Thing");
        server.execute("CREATE FUNCTION clientpay_internal.Thing () RETURNS TABLE AS RETURN (SELECT 5 AS ThingId)");
        assertEquals(Status.PASS, check(HistoryCheck.NAME).status());
        assertEquals(
                "2 of 3 procedures, functions and views are not as in their files\n"
                        + "clientpay_internal.Thing is another one than in core/2-internal/01-Helper.sql.\n"
                        + "clientpay.CountThings is not there (core/3-procedures/CountThings.sql).",
                check(DefinitionsCheck.NAME).seen());
    }

    @Test
    void procedures_that_do_not_keep_the_contract_are_named() {
        server.execute("CREATE PROCEDURE clientpay.ListLedgerCodes AS SELECT N'x' AS Code, 1.5 AS Active");
        server.execute("CREATE PROCEDURE clientpay.GetMatter @Matter int, @More int AS SELECT 1 AS One");
        String seen = check(ContractCheck.NAME).seen();
        assertTrue(seen.contains("ListBankAccounts is missing."), seen);
        assertTrue(seen.contains("ListLedgerCodes does not answer the column Description."), seen);
        assertTrue(seen.contains("ListLedgerCodes answers Active as "), seen);
        assertTrue(seen.contains("GetMatter takes 2 parameters instead of 1."), seen);
    }

    @Test
    void a_procedure_that_must_be_executed_to_tell_its_columns_leaves_nothing_behind() {
        server.execute(
                "CREATE PROCEDURE clientpay.CreateApiKey @Name varchar(128), @Salt varchar(128), @Hash varchar(128),"
                        + " @Scopes nvarchar(4000), @Addresses nvarchar(4000), @ExpiresAt datetime2(3), @Actor nvarchar(4000),"
                        + " @Now datetime2(3) AS SET NOCOUNT ON; DELETE FROM clientpay_internal.ApiKey;"
                        + " SELECT CONVERT(varchar(16), 'DONE') AS Outcome");
        server.execute("INSERT INTO clientpay_internal.ApiKey (Name, Salt, Hash, Scopes, CreatedAt, CreatedBy)"
                + " VALUES ('kept', '', '', N'', SYSUTCDATETIME(), N'')");
        String seen = check(ContractCheck.NAME).seen();
        assertTrue(!seen.contains("CreateApiKey"), seen);
        assertEquals(
                "1",
                server.query("SELECT COUNT(*) FROM clientpay_internal.ApiKey").get(0));
    }

    private CheckResult check(String name) {
        return ScriptChecks.run(scripts.set(), database).checks().stream()
                .filter(check -> check.name().equals(name))
                .findFirst()
                .orElseThrow();
    }
}
