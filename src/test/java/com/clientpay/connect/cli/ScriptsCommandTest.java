package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.scripts.TestScripts;
import com.clientpay.connect.sqlserver.HandTool;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands for the DBA, on a real server. */
class ScriptsCommandTest {
    @TempDir
    Path folder;

    private TestSqlServer server;
    private TestScripts scripts;
    private int all;
    private Path config;
    private Path passwordFile;

    @BeforeEach
    void create() throws IOException {
        server = TestSqlServer.create();
        scripts = new TestScripts(folder.resolve("sql"));
        all = scripts.set().scripts().size();
        config = Files.writeString(
                folder.resolve("connect.toml"), "[database]\nurl = \"" + server.urlWithoutLogin() + "\"\n");
        passwordFile = Files.writeString(folder.resolve("password"), server.password() + "\n");
    }

    @AfterEach
    void drop() {
        if (server != null) {
            server.close();
        }
    }

    @Test
    void a_plan_names_the_database_and_every_script_with_its_reason() {
        Finished plan = command("plan", "--system", "little");
        assertEquals(0, plan.code(), plan.err());
        assertTrue(plan.out().startsWith("System little in database " + server.name() + " on "), plan.out());
        assertTrue(plan.out().matches("(?s).*core/3-procedures/CountThings.sql +yes +new\n.*"), plan.out());
        assertTrue(plan.out().contains(all + " scripts run: " + all + " new."), plan.out());
    }

    @Test
    void applying_shows_the_plan_runs_it_and_has_nothing_to_do_the_second_time() {
        Finished first = command("apply", "--system", "little", "--yes");
        assertEquals(0, first.code(), first.err());
        assertTrue(first.out().contains(all + " scripts were run."), first.out());
        assertTrue(first.err().contains("[" + all + "/" + all + "] core/4-finish/01-Installation.sql"), first.err());
        assertFalse(first.err().contains("is there."), first.err());
        Finished second = command("apply", "--yes");
        assertEquals(0, second.code(), second.err());
        assertTrue(second.out().contains("Nothing is to run"), second.out());
        assertTrue(command("plan").out().contains("no    unchanged since 20"), second.out());
    }

    @Test
    void verbose_shows_what_scripts_print() {
        Finished applied = command("apply", "--system", "little", "--yes", "--verbose");
        assertTrue(applied.err().contains("    View clientpay_internal.MapThing is there."), applied.err());
    }

    @Test
    void a_failure_tells_script_line_statement_and_how_the_database_stands() {
        scripts.write(TestScripts.HELPER, "PRINT 'one';\nGO\nPRINT 'two';\nSELECT 1 / 0;\nGO\n");
        Finished failed = command("apply", "--system", "little", "--yes");
        assertEquals(1, failed.code());
        assertTrue(failed.err().contains(TestScripts.HELPER + ", line "), failed.err());
        assertTrue(failed.err().contains("| SELECT 1 / 0;"), failed.err());
        assertTrue(
                failed.err().contains((all - 3) + " of " + all + " scripts were run before it, and stay."),
                failed.err());
        assertTrue(failed.err().contains("The database is as it was before " + TestScripts.HELPER), failed.err());
    }

    @Test
    void another_system_is_refused() {
        command("apply", "--system", "little", "--yes");
        scripts.write("systems/other/01-Pack.sql", "PRINT 'other';\n");
        Finished other = command("plan", "--system", "other");
        assertEquals(1, other.code());
        assertTrue(other.err().startsWith("The system little is installed in this database"), other.err());
        Finished unknown = command("plan", "--system", "nothing");
        assertEquals(1, unknown.code());
    }

    @Test
    void a_system_without_scripts_is_refused_with_those_there_are() {
        Finished unknown = command("plan", "--system", "litle");
        assertEquals(1, unknown.code());
        assertTrue(unknown.err().contains("\"litle\""), unknown.err());
        assertTrue(unknown.err().contains("there are: little."), unknown.err());
        Finished unnamed = command("plan");
        assertEquals(1, unnamed.code());
        assertTrue(unnamed.err().contains("--system"), unnamed.err());
    }

    @Test
    void the_history_is_newest_first() {
        command("apply", "--system", "little", "--yes");
        List<String> lines = command("history").out().lines().toList();
        assertTrue(lines.get(0).startsWith("AT"), lines.get(0));
        assertTrue(lines.get(1).contains("core/4-finish/01-Installation.sql"), lines.get(1));
        assertTrue(lines.get(all).contains("core/1-tables/01-Schemas.sql"), lines.get(all));
        Finished json = command("history", "--json");
        assertTrue(json.out().contains("\"name\" : \"core/4-finish/01-Installation.sql\""), json.out());
    }

    @Test
    void the_printed_file_runs_by_hand() throws Exception {
        Path file = folder.resolve("all.sql");
        List<String> words =
                List.of("scripts", "print", "--system", "little", "--sql", scripts.folder() + "", "-o", file + "");
        Finished printed = Finished.command(words.toArray(String[]::new));
        assertEquals(0, printed.code(), printed.err());
        assertEquals(
                all + " scripts are written to " + file + ".", printed.err().strip());
        try (Connection window = server.connect()) {
            HandTool.run(window, Files.readString(file));
        }
        assertTrue(command("plan").out().contains("0 scripts run: " + all + " unchanged."));
    }

    @Test
    void verify_and_check_say_what_is_wrong_and_fail() {
        command("apply", "--system", "little", "--yes");
        Finished verified = command("verify");
        assertEquals(1, verified.code());
        assertTrue(verified.out().contains("definitions  PASS"), verified.out());
        assertTrue(verified.out().contains("contract     FAIL"), verified.out());
        Finished checked = command("check", "--json");
        assertEquals(1, checked.code());
        assertTrue(checked.out().contains("\"name\" : \"MapMatter\""), checked.out());
    }

    @Test
    void a_wrong_password_is_told_by_where_it_came_from_and_is_not_shown() throws IOException {
        Files.writeString(passwordFile, "wrong-planted\n");
        Finished refused = command("plan", "--system", "little");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("file:" + passwordFile), refused.err());
        assertFalse(refused.err().contains("planted"), refused.err());
    }

    private Finished command(String... words) {
        List<String> line = new ArrayList<>(List.of("scripts"));
        line.addAll(List.of(words));
        line.addAll(List.of("--config", config.toString(), "--user", server.user()));
        line.addAll(List.of("--password-file", passwordFile.toString()));
        if (List.of("plan", "apply", "verify").contains(words[0])) {
            line.addAll(List.of("--sql", scripts.folder().toString()));
        }
        return Finished.command(line.toArray(String[]::new));
    }
}
