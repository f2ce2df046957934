package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.demo.DemoDelivery;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoInstaller;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.http.tls.TestCertificates;
import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect setup} on Windows: the secrets by DPAPI, and netsh, which Wine has without a firewall behind it. */
class SetupWindowsIT {
    @TempDir
    Path folder;

    @Test
    void a_firm_is_set_up_from_a_file_of_answers() throws Exception {
        WineMachine windows = WineMachine.shared();
        Path firm = folder.resolve("firm");
        try (Connection connection = DriverManager.getConnection("jdbc:h2:file:" + firm + DemoFirm.OPTIONS)) {
            DemoInstaller.install(connection, DemoSize.STANDARD, DemoDelivery.PROCEDURE, (done, total) -> {});
        }
        Path pfx = TestCertificates.pkcs12(folder.resolve("ours.pfx"), "EC");
        Path password = Files.writeString(folder.resolve("password"), TestCertificates.PASSWORD + "\r\n");
        Path key = folder.resolve("key");
        Path configuration = Files.createDirectories(folder.resolve("conf")).resolve("connect.toml");
        Path answers = Files.writeString(
                folder.resolve("answers.txt"),
                String.join(
                        "\r\n",
                        "database.url = jdbc:h2:file:"
                                + WineMachine.windowsPath(firm).replace('\\', '/') + DemoFirm.OPTIONS,
                        "tls = pfx",
                        "tls.pfx = " + WineMachine.windowsPath(pfx),
                        "tls.pfx_password_file = " + WineMachine.windowsPath(password),
                        "server.host = 127.0.0.1",
                        "server.port = " + freePort(),
                        "server.allowed_addresses = 203.0.113.0/24, 198.51.100.7",
                        "key = cloud",
                        "key.file = " + WineMachine.windowsPath(key),
                        "service = no"));

        Ended done = windows.connect(
                "",
                "setup",
                "--answers",
                WineMachine.windowsPath(answers),
                "--config",
                WineMachine.windowsPath(configuration));

        assertEquals(0, done.code(), done.toString());
        assertTrue(done.out().contains("The firewall lets 203.0.113.0/24, 198.51.100.7 reach port "), done.toString());
        assertTrue(Files.readString(key).startsWith("cpk_cloud_"), done.toString());
        assertTrue(Files.exists(configuration.resolveSibling("certificate.pfx")));
        assertFalse(
                Files.readString(configuration.resolveSibling("secrets.dat")).contains(TestCertificates.PASSWORD));
        assertTrue(Files.readString(configuration).contains("keystore_password = \"secret:keystore\""));
        assertTrue(done.out().lines().anyMatch(line -> line.matches("certificate +PASS .*")), done.toString());
    }

    private static int freePort() throws Exception {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }
}
