package com.clientpay.connect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsTest {
    private static final String PLANTED = "hunter2-planted";
    private static final String DATABASE = "[database]\nurl = \"" + ConfigFixture.URL + "\"\nuser = \"u\"";

    @TempDir
    private Path home;

    @Test
    void a_secret_in_the_file_itself_is_refused_and_the_way_out_explained() {
        assertEquals(
                List.of(
                        "4: database.password must not hold the secret itself, but say where it is: \"secret:NAME\" for what"
                                + " connect secret set NAME keeps, \"env:NAME\" for an environment variable, \"file:PATH\" for a"
                                + " file."),
                fixture("password = \"" + PLANTED + "\"").mistakes());
    }

    @Test
    void a_reference_to_nothing_is_named() {
        assertEquals(
                List.of("4: database.password = \"secret:db\": there is no secret db in the test's secrets. Set it:"
                        + " connect secret set db"),
                fixture("password = \"secret:db\"").mistakes());
        assertEquals(
                List.of("4: database.password = \"env:DB\": there is no environment variable DB for this process."),
                fixture("password = \"env:DB\"").mistakes());
        assertEquals(
                List.of("4: database.password = \"file:nowhere\": the file " + home.resolve("nowhere")
                        + " cannot be read (NoSuchFileException). It must exist and be readable by this user."),
                fixture("password = \"file:nowhere\"").mistakes());
        assertEquals(
                List.of("4: database.password = \"env:DB\": the secret behind it is empty."),
                fixture("password = \"env:DB\"").variable("DB", "").mistakes());
    }

    @Test
    void the_line_end_of_a_secret_file_is_no_part_of_the_secret() throws Exception {
        Files.writeString(home.resolve("password"), " blank before, \\ and = inside\r\n");

        assertEquals(
                " blank before, \\ and = inside",
                fixture("password = \"file:password\"")
                        .load()
                        .config()
                        .database()
                        .password()
                        .orElseThrow()
                        .reveal());
    }

    @Test
    void a_secret_may_lie_in_a_variable_with_our_own_prefix() throws ConfigException {
        assertEquals(
                PLANTED,
                fixture("password = \"env:CONNECT_DB_SECRET\"")
                        .variable("CONNECT_DB_SECRET", PLANTED)
                        .load()
                        .config()
                        .database()
                        .password()
                        .orElseThrow()
                        .reveal());
    }

    @Test
    void a_password_in_the_url_is_refused() {
        for (String url : List.of(ConfigFixture.URL + ";password=" + PLANTED, "jdbc:h2:mem:firm;PASSWORD=" + PLANTED)) {
            List<String> mistakes = new ConfigFixture(home)
                    .file("[database]", "url = \"" + url + "\"")
                    .mistakes();
            assertEquals(1, mistakes.size(), mistakes::toString);
            assertTrue(
                    mistakes.get(0).startsWith("2: database.url has the password in it. Take it out"), mistakes.get(0));
        }
    }

    @Test
    void no_mistake_and_no_output_repeats_a_secret() throws Exception {
        List<String> wrong = List.of(
                "password = \"" + PLANTED + "\"",
                "password = '" + PLANTED,
                "password = " + PLANTED,
                "pasword = \"" + PLANTED + "\"",
                "password = [\"" + PLANTED + "\"]",
                "password = \"" + PLANTED + "\\q\"",
                "url = \"sqlserver://sa:" + PLANTED + "@host\"");
        for (String line : wrong) {
            ConfigException refused =
                    assertThrows(ConfigException.class, () -> fixture(line).load(), line);
            assertFalse(refused.toString().contains(PLANTED), refused.toString());
        }
        LoadedConfig loaded = new ConfigFixture(home)
                .file(
                        "[database]",
                        "url = \"" + ConfigFixture.URL + ";trustStorePassword=" + PLANTED + ";accessToken={" + PLANTED
                                + ";}\"",
                        "user = \"u\"",
                        "password = \"env:P\"")
                .variable("P", PLANTED)
                .load();
        assertFalse(
                loaded.effective().table().contains(PLANTED), loaded.effective().table());
        assertFalse(loaded.effective().toString().contains(PLANTED));
        assertTrue(loaded.effective().table().contains("env:P"));
    }

    @Test
    void the_secrets_file_holds_values_as_they_are() throws Exception {
        FileSecretStore store = store("# a comment\nkeystore = a=b\\c#d\nDB=x\n");

        assertEquals(Optional.of("a=b\\c#d"), store.find("keystore"));
        assertEquals(Optional.of("x"), store.find("DB"));
        assertEquals(Optional.empty(), store.find("db"));
        assertEquals(Optional.empty(), new FileSecretStore(home.resolve("nowhere")).find("DB"));
    }

    @Test
    void a_secrets_file_that_others_may_read_is_refused() throws Exception {
        FileSecretStore store = store("DB=" + PLANTED + "\n");
        Path file = home.resolve("secrets");
        Assumptions.assumeTrue(Files.getFileStore(file).supportsFileAttributeView("posix"));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

        SecretException refused = assertThrows(SecretException.class, () -> store.find("DB"));

        assertEquals(
                "the file " + file + " is open to others than its owner. Close it: chmod 600 " + file + ".",
                refused.getMessage());
    }

    @Test
    void a_changed_secrets_file_keeps_its_comments_and_is_its_owners_alone() throws Exception {
        FileSecretStore store = store("# the DBA's\nDB=old\n\nkeystore=k\nDB=older\n");
        store.put(Map.of("DB", "a=b #c", "new.one", "n"));

        assertEquals("# the DBA's\nDB=a=b #c\n\nkeystore=k\nnew.one=n\n", Files.readString(home.resolve("secrets")));
        assertEquals(List.of("DB", "keystore", "new.one"), store.names());
        assertTrue(store.remove("keystore"));
        assertFalse(store.remove("keystore"));
        assertEquals(Optional.empty(), store.find("keystore"));
        assertEquals(Optional.of("a=b #c"), store.find("DB"));
        assertEquals(
                "rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))));
        try (var files = Files.list(home)) {
            assertEquals(1, files.count(), "a temporary file was left");
        }
    }

    @Test
    void a_secret_that_would_not_come_back_as_it_is_is_refused_and_nothing_changed() throws Exception {
        FileSecretStore store = store("DB=kept\n");
        for (String value : List.of("", " x", "x ", "a\nb", "x".repeat(4097))) {
            SecretException refused =
                    assertThrows(SecretException.class, () -> store.put(Map.of("DB", value, "ok", "y")), value);
            assertTrue(refused.getMessage().startsWith("The secret DB "), refused.getMessage());
        }
        assertThrows(SecretException.class, () -> store.put(Map.of("a b", "y")));
        assertEquals("DB=kept\n", Files.readString(home.resolve("secrets")));
    }

    @Test
    void a_secret_does_not_show_in_texts_of_the_configuration() throws ConfigException {
        String text =
                fixture("password = \"env:P\"").variable("P", PLANTED).load().toString();

        assertFalse(text.contains(PLANTED), text);
        assertEquals("env:P", new Secret("env:P", PLANTED).toString());
        assertEquals(
                Map.of("a", "env:P").toString(),
                Map.of("a", new Secret("env:P", PLANTED)).toString());
    }

    private FileSecretStore store(String text) throws IOException {
        Path file = home.resolve("secrets");
        Files.writeString(file, text);
        if (Files.getFileStore(file).supportsFileAttributeView("posix")) {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        }
        return new FileSecretStore(file);
    }

    private ConfigFixture fixture(String line) {
        return new ConfigFixture(home).file(DATABASE, line);
    }
}
