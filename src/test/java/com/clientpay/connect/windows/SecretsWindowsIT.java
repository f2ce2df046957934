package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect secret} on the data protection of Windows itself, by our jar and a Java for Windows. */
class SecretsWindowsIT {
    private static WineMachine windows;

    @TempDir
    Path conf;

    private Path configuration;

    @BeforeAll
    static void windows() throws IOException, InterruptedException {
        windows = WineMachine.shared();
    }

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
    void a_secret_is_kept_by_the_system_opened_by_another_process_and_bound_to_the_entropy() throws Exception {
        Ended set = secret("hunter2-planted\r\n", "set", "database", "--stdin");
        assertEquals(0, set.code(), set.toString());
        assertTrue(set.out().contains("the Windows-protected file"), set.out());
        Path file = conf.resolve("secrets.dat");
        assertFalse(Files.readString(file).contains("hunter2"), Files.readString(file));
        assertFalse(Files.exists(conf.resolve("secrets")), "it was written into the file of other systems");
        assertEquals(32, Files.size(conf.resolve("entropy")));

        assertEquals(0, config().code(), config().toString());
        Ended list = secret("", "list");
        assertEquals(0, list.code(), list.toString());
        assertTrue(list.out().contains("database  can be opened"), list.out());

        byte[] entropy = Files.readAllBytes(conf.resolve("entropy"));
        entropy[7] ^= 1;
        Files.write(conf.resolve("entropy"), entropy);
        Ended refused = config();
        assertEquals(1, refused.code(), refused.toString());
        assertTrue(refused.err().contains("cannot be opened on this machine"), refused.err());
        assertTrue(refused.err().contains("connect secret set database"), refused.err());

        secret("again", "set", "database", "--stdin");
        assertEquals(0, config().code(), config().toString());
        assertEquals(0, secret("", "remove", "database").code());
        assertEquals(1, config().code());
    }

    @Test
    void the_installers_file_is_imported_and_deleted() throws Exception {
        Path file = Files.writeString(conf.resolve("import.txt"), "database=a=b\r\nkeystore=k\r\n");
        Ended imported = secret("", "import", WineMachine.windowsPath(file));
        assertEquals(0, imported.code(), imported.toString());
        assertFalse(Files.exists(file));
        assertEquals(0, config().code());
    }

    private Ended secret(String input, String... arguments) throws IOException, InterruptedException {
        String[] all = new String[arguments.length + 3];
        all[0] = "secret";
        System.arraycopy(arguments, 0, all, 1, arguments.length);
        all[all.length - 2] = "--config";
        all[all.length - 1] = WineMachine.windowsPath(configuration);
        return windows.connect(input, all);
    }

    private Ended config() throws IOException, InterruptedException {
        return windows.connect("", "config", "show", "--config", WineMachine.windowsPath(configuration));
    }
}
