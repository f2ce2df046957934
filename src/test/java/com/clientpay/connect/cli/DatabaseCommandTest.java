package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.DatabaseAddress;
import com.clientpay.connect.testfirm.TestFirm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect database}, on a copy of a firm's database. */
class DatabaseCommandTest {
    @TempDir
    private Path folder;

    private final TestFirm copy = TestFirm.open();

    @BeforeEach
    void install() {
        copy.execute("INSERT INTO clientpay_internal.Installation VALUES"
                + " ('firm-1', 1, '1.0', 'reference', 'Reference', 'PROCEDURE', TRUE, TRUE, TRUE, TRUE, FALSE)");
    }

    @AfterEach
    void close() {
        copy.close();
    }

    @Test
    void a_database_is_shown_with_its_id_its_scripts_and_its_server() throws IOException {
        Finished shown = database("show");

        assertEquals(0, shown.code(), shown.err());
        for (String line : List.of(
                "Database id   firm-1",
                "Configured    database.id is not set: any database is posted to",
                "Scripts       1.0",
                "System        Reference (reference)",
                "Posts         at once",
                "Last posting  none")) {
            assertTrue(shown.out().lines().anyMatch(line::equals), () -> line + " is not in\n" + shown.out());
        }
        assertTrue(shown.out().contains("Product       H2 2."), shown.out());
    }

    @Test
    void a_database_that_is_not_there_is_explained() throws IOException {
        Path file = folder.resolve("connect.toml");
        Files.writeString(file, "[database]\nurl = \"jdbc:h2:./target/no-such-database;IFEXISTS=TRUE\"\n");

        Finished shown = Finished.command("database", "show", "--config", file.toString());

        assertEquals(1, shown.code());
        assertTrue(shown.err().startsWith("The server answers, but the database is not there"), shown.err());
    }

    @Test
    void a_copy_gets_an_id_of_its_own_and_the_trail_tells_who_gave_it() throws IOException {
        Finished adopted = database("adopt", "--yes");

        assertEquals(0, adopted.code(), adopted.err());
        String id = id();
        assertTrue(id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"), id);
        assertTrue(adopted.out().contains("Old id  firm-1\nNew id  " + id + "\n"), adopted.out());
        assertTrue(adopted.out().endsWith("id = \"" + id + "\"\n"), adopted.out());
        assertEquals("", adopted.err());
        assertEquals(List.of("database-adopted"), copy.query("SELECT What FROM clientpay_internal.SettingsEvent"));
        assertEquals(
                List.of("{\"databaseId\":{\"from\":\"firm-1\",\"to\":\"" + id + "\"}}"),
                copy.query("SELECT Detail FROM clientpay_internal.SettingsEvent"));
    }

    @Test
    void without_yes_nothing_is_changed_and_what_waits_is_counted() throws IOException {
        copy.posting("p-1", "cards", "PENDING");
        copy.posting("p-2", "cards", "QUEUED");
        copy.posting("p-3", "cards", "POSTED");

        Finished asked = database("adopt");

        assertEquals(1, asked.code());
        assertEquals("", asked.out());
        assertTrue(asked.err().contains("the copy holds 1 PENDING, 1 QUEUED."), asked.err());
        assertTrue(asked.err().contains("See that the copy's import"), asked.err());
        assertTrue(asked.err().contains("repeat the command with --yes"), asked.err());
        assertEquals("firm-1", id());
    }

    @Test
    void a_configuration_that_posts_to_this_very_id_is_doubted() throws IOException {
        Finished asked = databaseFor("firm-1", "adopt");

        assertTrue(asked.err().contains("Is it really a copy?"), asked.err());
    }

    private String id() {
        return copy.query("SELECT DatabaseId FROM clientpay_internal.Installation")
                .get(0);
    }

    private Finished database(String... arguments) throws IOException {
        return run("", arguments);
    }

    private Finished databaseFor(String id, String... arguments) throws IOException {
        return run("id = \"" + id + "\"\n", arguments);
    }

    private Finished run(String more, String... arguments) throws IOException {
        Path file = folder.resolve("connect.toml");
        String url = ((DatabaseAddress.Url) copy.settings().address()).url();
        Files.writeString(file, "[database]\nurl = \"" + url + "\"\n" + more);
        List<String> all = new ArrayList<>(List.of("database"));
        all.addAll(List.of(arguments));
        all.addAll(List.of("--config", file.toString()));
        return Finished.command(all.toArray(String[]::new));
    }
}
