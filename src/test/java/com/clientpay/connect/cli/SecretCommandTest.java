package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect secret}, with the file of the systems that have no store of their own. */
class SecretCommandTest {
    @TempDir
    Path conf;

    private Path configuration;

    @BeforeEach
    void configuration() throws IOException {
        configuration = Files.writeString(conf.resolve("connect.toml"), """
                [database]
                url = "jdbc:sqlserver://sql.example.test;databaseName=firm"
                user = "u"
                password = "secret:database"
                """);
    }

    @Test
    void what_is_set_is_what_the_configuration_refers_to() throws IOException {
        Finished before = command("config", "show");
        assertEquals(1, before.code());
        assertTrue(before.err().contains("Set it: connect secret set database"), before.err());

        Finished set = set("database", "hunter2\r\n");
        assertEquals(0, set.code(), set.err());
        assertFalse((set.out() + set.err()).contains("hunter2"), set.out());
        assertEquals("database=hunter2\n", Files.readString(conf.resolve("secrets")));
        assertEquals(0, command("config", "show").code());
    }

    @Test
    void the_list_has_names_and_never_values() throws IOException {
        assertTrue(secret("list").out().startsWith("There is no secret in "));
        set("keystore", "hunter2");
        Finished list = secret("list");
        assertEquals(0, list.code());
        assertTrue(list.out().contains("keystore  can be opened"), list.out());
        assertFalse((list.out() + secret("list", "--json").out()).contains("hunter2"));
    }

    @Test
    void what_is_removed_is_gone_and_what_is_not_there_is_said() throws IOException {
        set("keystore", "k");
        assertEquals(0, secret("remove", "keystore").code());
        Finished again = secret("remove", "keystore");
        assertEquals(1, again.code());
        assertTrue(again.err().contains("connect secret list shows which there are"), again.err());
    }

    @Test
    void a_secret_as_an_argument_is_refused_and_not_repeated() {
        Finished refused = secret("set", "database", "hunter2");
        assertEquals(2, refused.code());
        assertTrue(refused.err().contains("visible to every user"), refused.err());
        assertFalse(refused.err().contains("hunter2"), refused.err());
        assertEquals(2, secret("set", "a b").code());
        assertFalse(Files.exists(conf.resolve("secrets")));
    }

    @Test
    void a_file_is_imported_whole_and_deleted() throws IOException {
        set("keystore", "old");
        Path file = conf.resolve("import.txt");
        Files.write(
                file,
                "\uFEFF# for the installer\r\ndatabase=a=b\r\n\r\nkeystore = new\r\n"
                        .getBytes(StandardCharsets.UTF_16LE));
        Finished imported = secret("import", file.toString());
        assertEquals(0, imported.code(), imported.err());
        assertFalse(Files.exists(file), "the file is still there");
        assertEquals("keystore=new\ndatabase=a=b\n", Files.readString(conf.resolve("secrets")));
        assertFalse(imported.out().contains("a=b"), imported.out());
    }

    @Test
    void a_file_with_a_wrong_line_is_not_imported_and_stays() throws IOException {
        for (String wrong :
                new String[] {"database=x\nhunter2\n", "database=x\ndatabase=hunter2\n", "database=\n", "# none\n"}) {
            Path file = Files.writeString(conf.resolve("import.txt"), wrong);
            Finished refused = secret("import", file.toString());
            assertEquals(1, refused.code(), wrong);
            assertFalse(refused.err().contains("hunter2"), refused.err());
            assertTrue(Files.exists(file), wrong);
            assertFalse(Files.exists(conf.resolve("secrets")), wrong);
        }
    }

    private Finished set(String name, String value) throws IOException {
        Path file = Files.writeString(conf.resolve("value.txt"), value);
        return secret("set", name, "--file", file.toString());
    }

    private Finished secret(String... arguments) {
        return command(Stream.concat(Stream.of("secret"), Stream.of(arguments)).toArray(String[]::new));
    }

    private Finished command(String... arguments) {
        return Finished.command(Stream.concat(Stream.of(arguments), Stream.of("--config", configuration.toString()))
                .toArray(String[]::new));
    }
}
