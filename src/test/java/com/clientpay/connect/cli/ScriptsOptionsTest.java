package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How {@code connect scripts} is told what to do; without any server. */
class ScriptsOptionsTest {
    @TempDir
    Path folder;

    @Test
    void a_password_on_the_command_line_is_refused() {
        Finished refused = Finished.command("scripts", "plan", "--user", "sa", "--password", "planted");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("CONNECT_DBA_PASSWORD"), refused.err());
        assertFalse(refused.err().contains("planted"), refused.err());
    }

    @Test
    void a_password_without_a_login_is_not_understood() {
        Finished refused = Finished.command("scripts", "plan", "--password-file", "x");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("--user"), refused.err());
    }

    @Test
    void a_login_without_a_password_says_where_to_put_it() throws IOException {
        Finished refused = Finished.command(
                "scripts",
                "plan",
                "--user",
                "sa",
                "--password-file",
                "no-such-file",
                "--config",
                config("jdbc:sqlserver://h"));
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("no-such-file cannot be read"), refused.err());
    }

    @Test
    void a_password_in_the_environment_without_a_login_is_told_to_be_unused_once() throws IOException {
        Finished told = Finished.program(
                folder,
                Map.of("CONNECT_DBA_PASSWORD", "planted"),
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Main.class.getName(),
                        "scripts",
                        "history",
                        "--config",
                        config("jdbc:h2:mem:none")));
        assertEquals(1, told.code(), told.err());
        assertTrue(told.err().contains("CONNECT_DBA_PASSWORD is set and is not used"), told.err());
        assertTrue(told.err().contains("--user is not given"), told.err());
        assertFalse(told.err().contains("planted"), told.err());
    }

    @Test
    void scripts_are_for_sql_server_only() throws IOException {
        Finished refused = Finished.command("scripts", "history", "--config", config("jdbc:h2:mem:none"));
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("SQL Server only"), refused.err());
    }

    @Test
    void printing_needs_the_system_s_name_and_a_folder_of_scripts() throws IOException {
        Files.createDirectories(folder.resolve("core"));
        Files.createDirectories(folder.resolve("systems/little"));
        Files.writeString(folder.resolve("systems/little/01-Pack.sql"), "PRINT 'it''s here';\n");
        Finished unnamed = Finished.command("scripts", "print", "--sql", folder.toString());
        assertEquals(2, unnamed.code());
        assertTrue(unnamed.err().contains("there are: little."), unnamed.err());
        Finished printed = Finished.command("scripts", "print", "--system", "little", "--sql", folder.toString());
        assertEquals(0, printed.code(), printed.err());
        assertTrue(printed.out().contains("   1  systems/little/01-Pack.sql\n"), printed.out());
        assertTrue(printed.out().contains("PRINT 'it''s here';\nGO\n"), printed.out());
        Finished nowhere = Finished.command("scripts", "print", "--system", "little", "--sql", folder + "/none");
        assertEquals(1, nowhere.code());
        assertTrue(nowhere.err().contains("--sql"), nowhere.err());
    }

    @Test
    void only_a_yes_is_a_yes() {
        assertTrue(confirmed("yes\n"));
        assertTrue(confirmed("Y\n"));
        assertFalse(confirmed("no\n"));
        assertFalse(confirmed("\n"));
        assertFalse(confirmed(""));
        assertFalse(confirmed("yesterday\n"));
    }

    private static boolean confirmed(String input) {
        return Confirmation.ask(
                new PrintWriter(new StringWriter()),
                new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)),
                "Run them?");
    }

    private String config(String url) throws IOException {
        return Files.writeString(folder.resolve("connect.toml"), "[database]\nurl = \"" + url + "\"\n")
                .toString();
    }
}
