package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.Rights;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.sqlserver.TestSqlServer;
import com.clientpay.connect.testfirm.TestFirm;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said about the rights of the connector's login. */
class RightsCheckTest {
    private static final String USER = "FIRM\\svc-clientpay$";

    @Test
    void who_may_execute_and_is_refused_the_rest_passes() {
        assertEquals(
                Finding.pass(USER + " may execute the procedures; to read a table was refused, as it should be"),
                RightsCheck.found(new Rights(USER, true, true, false, List.of(), List.of())));
    }

    @Test
    void who_may_not_execute_fails_with_the_script_to_run() {
        Finding finding = RightsCheck.found(new Rights(USER, false, false, false, List.of(), List.of()));

        assertEquals(Status.FAIL, finding.status());
        assertEquals(USER + " may not execute the procedures of schema clientpay", finding.seen());
        assertTrue(finding.action().orElseThrow().contains("security/login-and-role.sql"), finding.toString());
    }

    @Test
    void roles_that_are_too_much_are_named_with_the_statements_that_take_them_away() {
        Finding finding = RightsCheck.found(new Rights(
                "odd]name",
                true,
                true,
                true,
                List.of("bulkadmin", "db_datareader"),
                List.of("SELECT on the database")));

        assertEquals(Status.WARN, finding.status());
        assertEquals("odd]name may do more than it needs: bulkadmin, db_datareader", finding.seen());
        assertTrue(
                finding.action()
                        .orElseThrow()
                        .endsWith("ALTER SERVER ROLE bulkadmin DROP MEMBER [odd]]name];"
                                + " ALTER ROLE db_datareader DROP MEMBER [odd]]name];"),
                finding.toString());
    }

    @Test
    void rights_that_were_granted_one_by_one_are_named_too() {
        Finding finding = RightsCheck.found(
                new Rights(USER, true, true, false, List.of(), List.of("UPDATE on schema clientpay_internal")));

        assertEquals(Status.WARN, finding.status());
        assertTrue(finding.seen().endsWith("UPDATE on schema clientpay_internal"), finding.seen());
        assertTrue(finding.action().orElseThrow().contains("REVOKE"), finding.toString());
    }

    @Test
    void a_table_that_can_be_read_by_a_right_nobody_knows_of_is_found() {
        Finding finding = RightsCheck.found(new Rights(USER, true, true, true, List.of(), List.of()));

        assertEquals(USER + " may do more than it needs: it reads clientpay_internal.Posting", finding.seen());
    }

    @Test
    void an_administrators_login_is_to_be_replaced() {
        Finding finding =
                RightsCheck.found(new Rights("dbo", true, true, true, List.of("sysadmin", "db_owner"), List.of()));

        assertEquals("dbo may do more than it needs: sysadmin, db_owner", finding.seen());
        assertTrue(finding.action().orElseThrow().startsWith("It is an administrator's login."), finding.toString());
    }

    @Test
    void a_login_that_cannot_see_the_definitions_warns() {
        assertEquals(
                Status.WARN,
                RightsCheck.found(new Rights(USER, true, false, false, List.of(), List.of()))
                        .status());
    }

    @Test
    void the_demo_has_nothing_to_look_at() {
        try (TestFirm firm = TestFirm.open()) {
            assertEquals(
                    Finding.skip("an H2 database has no logins with fewer rights"),
                    new RightsCheck(() -> DatabaseProbe.open(firm.settings())).look());
        }
    }

    /** On Babelfish it is skipped; the questions themselves are asked all the same. */
    @Test
    void the_server_is_asked() throws Exception {
        try (TestSqlServer server = TestSqlServer.create().install("reference");
                DatabaseProbe probe = DatabaseProbe.open(server.settings())) {
            Finding finding = new RightsCheck(() -> DatabaseProbe.open(server.settings())).look();
            Rights rights = probe.rights();

            assertEquals("dbo", rights.user());
            assertTrue(rights.executes() && rights.readsTables(), rights::toString);
            assertTrue(rights.roles().contains("sysadmin"), rights::toString);
            if (probe.engine() == DatabaseProbe.Engine.BABELFISH) {
                assertEquals(Status.SKIP, finding.status());
                assertTrue(finding.seen().startsWith("Babelfish has no ownership chaining"), finding.seen());
            } else {
                assertEquals(Status.WARN, finding.status());
            }
        }
    }
}
