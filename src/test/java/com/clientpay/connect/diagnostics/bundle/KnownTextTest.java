package com.clientpay.connect.diagnostics.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KnownTextTest {
    private static final KnownText KNOWN = KnownText.ofProgram();
    private static final LogLines LINES = new LogLines(KNOWN, KNOWN.routes());

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Posting pst_01m6e22wg025yptpmpvcfax0je was interrupted and is finished now.",
                "Interrupted postings cannot be looked for until this is over: The database cannot be reached.",
                "Posting pst_01m6e22wg0j5cjnkrqj4eg5bpa is still to be finished: The database's locks outlived every retry.",
                "Procedure clientpay.ListLedgerCodes failed with error 90096",
                "all 111 scripts ran as their files are",
                "3 s between this machine and the database",
                "32321 and 32322 are free: no connector is running",
                "Find it (Windows: netstat -ano | findstr :443; Linux: ss -ltnp) and stop it, or set server.port to another"
                        + " port.",
                "The connector started and answers.",
                "2026-11-24T11:23:57Z",
                "Stopping"
            })
    void what_the_program_says_of_itself_is_let_through(String text) {
        assertEquals(text, KNOWN.line(text));
    }

    @Test
    void between_the_programs_words_only_harmless_values_stay() {
        assertEquals(
                "Posting [withheld] was interrupted and is finished now.",
                KNOWN.line("Posting hunter2-planted was interrupted and is finished now."));
        assertEquals(
                "The database cannot be reached. (org.h2.jdbc.JdbcSQLNonTransientConnectionException: [withheld])",
                KNOWN.line(
                        "The database cannot be reached. (org.h2.jdbc.JdbcSQLNonTransientConnectionException: Login of"
                                + " Planted & Sons failed)"));
        assertEquals(
                "the file [withheld] cannot be read (NoSuchFileException). It must exist and be readable by this user.",
                KNOWN.line("the file C:\\Clients\\Planted\\x cannot be read (NoSuchFileException). It must exist and be"
                        + " readable by this user."));
    }

    @Test
    void a_mistake_of_the_configuration_keeps_which_setting_and_why() {
        assertEquals(
                "tls.keystore_password = \"env:…\": there is no environment variable [withheld] for this process.",
                KNOWN.line(
                        "tls.keystore_password = \"env:PLANTEDWICZ\": there is no environment variable PLANTEDWICZ for this"
                                + " process."));
        assertEquals(
                "line 12: database.user is missing. Set user and password in section [database], or authentication ="
                        + " \"windows\" to log in as the Windows account that the connector runs as.",
                KNOWN.line("C:\\Clients\\Planted\\connect.toml:12: database.user is missing. Set user and password in"
                        + " section [database], or authentication = \"windows\" to log in as the Windows account that the"
                        + " connector runs as."));
        assertEquals("needs configuration", KNOWN.line("needs configuration"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Planted & Sons v. Planted",
                "hunter2",
                "PLANTED",
                "cpk_portal_abcdefghijklmnop",
                "4111 1111 1111 1111",
                "4111111111111111",
                "020 7946 0958",
                "C:\\Clients\\Planted",
                "Mr Planted paid 100.00",
                "jdbc:sqlserver://planted;password=hunter2",
                "https://planted.example.com/x",
                "someone@planted.example"
            })
    void what_comes_from_elsewhere_is_withheld(String text) {
        for (String line :
                List.of(text, text + ", 1", "x: " + text, "Posting " + text + " is still to be finished: " + text)) {
            String safe = KNOWN.line(line);
            assertFalse(safe.contains(text), safe);
            for (String word : text.split("[ :\\\\/;=@.&]+")) {
                assertTrue(word.length() < 5 || !safe.contains(word), safe);
            }
        }
    }

    @Test
    void a_request_keeps_its_route_and_loses_its_ids() {
        assertEquals(
                "2026-11-23T15:04:05.123Z INFO  [0123456789abcdef] request: GET /v1/matters/{id} 200 12 ms key=portal"
                        + " from=203.0.113.9 id=0123456789abcdef problem=-",
                safe(
                        "2026-11-23T15:04:05.123Z INFO  [0123456789abcdef] request: GET /v1/matters/Planted-v-Planted 200 12 ms"
                                + " key=portal from=203.0.113.9 id=0123456789abcdef problem=-"));
        assertEquals(
                "2026-11-23T15:04:05.123Z INFO  [-] request: GET [withheld] 404 1 ms key=- from=::1 id=0123456789abcdef"
                        + " problem=not-found",
                safe(
                        "2026-11-23T15:04:05.123Z INFO  [-] request: GET /planted 404 1 ms key=- from=::1 id=0123456789abcdef"
                                + " problem=not-found"));
    }

    @Test
    void an_audit_entry_keeps_what_and_loses_who() {
        assertEquals(
                "2026-11-23T15:04:05.123Z INFO  [-] audit: cli:[withheld] posting-posted pst_01m6e22wg025yptpmpvcfax0je"
                        + " status=POSTED version=3",
                safe(
                        "2026-11-23T15:04:05.123Z INFO  [-] audit: cli:planted posting-posted pst_01m6e22wg025yptpmpvcfax0je"
                                + " status=POSTED version=3"));
        assertEquals(
                "2026-11-23T15:04:05.123Z INFO  [-] audit: key:console:[withheld] console-signed-in console",
                safe("2026-11-23T15:04:05.123Z INFO  [-] audit: key:console:FIRM\\planted console-signed-in console"));
        assertEquals(
                "2026-11-23T15:04:05.123Z INFO  [-] audit: key:portal merchant-account-changed [withheld] [withheld]"
                        + " [withheld] [withheld] [withheld]",
                safe("2026-11-23T15:04:05.123Z INFO  [-] audit: key:portal merchant-account-changed planted planted"
                        + " planted planted planted"));
    }

    @Test
    void a_stack_trace_keeps_classes_and_lines_and_loses_messages() {
        assertEquals(
                List.of(
                        "\tcom.clientpay.connect.database.ProcedureException: Procedure clientpay.PostPosting failed with error"
                                + " 515",
                        "\t\tat com.clientpay.connect.database.Database.transaction(Database.java:80)",
                        "\tcaused by com.microsoft.sqlserver.jdbc.SQLServerException: [withheld]",
                        "\t\tat java.base/java.lang.Thread.run(Thread.java:840)",
                        "[withheld]",
                        "\t[withheld]",
                        "[withheld]",
                        "[withheld]"),
                LINES.safe(List.of(
                        "\tcom.clientpay.connect.database.ProcedureException: Procedure clientpay.PostPosting failed with error"
                                + " 515",
                        "\t\tat com.clientpay.connect.database.Database.transaction(Database.java:80)",
                        "\tcaused by com.microsoft.sqlserver.jdbc.SQLServerException: Cannot insert 'Planted & Sons'",
                        "\t\tat java.base/java.lang.Thread.run(Thread.java:840)",
                        "planted without a time",
                        "\tjava.lang.PlantedException",
                        "\t\tat java.base/java.lang.Thread.planted(Thread.java:840)",
                        "\t\tat java.base/java.lang.Thread.run(Planted.java:840)")));
        assertEquals(
                "2026-11-23T15:04:05.123Z WARN  [-] [withheld]: Stopping",
                safe("2026-11-23T15:04:05.123Z WARN  [-] Planted: Stopping"));
    }

    @Test
    void metrics_and_threads_of_ours_stay_and_nothing_else() {
        assertEquals(
                "clientpay_database_up 1.0\njvm_memory_used_bytes{area=\"heap\"} 1.2E7\n",
                MetricLines.safe("# HELP clientpay_database_up planted\nclientpay_database_up 1.0\nplanted_total 1\n"
                        + "jvm_memory_used_bytes{area=\"heap\"} 1.2E7\nclientpay_x{name=\"planted\"} 1\n"));
        assertEquals(
                "http-23, RUNNABLE\n\t\tat java.base/java.lang.Thread.run(Thread.java:840)\n[withheld]\n",
                ThreadLines.safe(
                        "http-23, RUNNABLE\n\t\tat java.base/java.lang.Thread.run(Thread.java:840)\nplanted\n", KNOWN));
    }

    @Test
    void a_real_stack_stays_whole() {
        for (StackTraceElement[] stack : Thread.getAllStackTraces().values()) {
            for (StackTraceElement frame : stack) {
                if (!frame.getClassName().matches("(?:java|com\\.clientpay)\\..*")) {
                    continue;
                }
                String line = "\t\tat " + frame;
                assertEquals(line, LINES.safe(List.of(line)).get(0));
            }
        }
    }

    private static String safe(String line) {
        return LINES.safe(List.of(line)).get(0);
    }
}
