package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect check} and {@code connect support-bundle} on Windows: what they ask of it, answered by it. */
class MachineWindowsIT {
    @TempDir
    Path home;

    @Test
    void the_checks_and_the_bundle_ask_windows() throws Exception {
        WineMachine windows = WineMachine.shared();
        Path configuration = Files.createDirectories(home.resolve("conf")).resolve("connect.toml");
        Files.writeString(configuration, """
                [database]
                url = "jdbc:h2:mem:none;IFEXISTS=TRUE"
                """);
        windows.testClass(EventSourceProbe.class, "unregister");
        windows.program("reg", "add", PENDING, "/f");

        Ended check = windows.connect("", "check", "--config", WineMachine.windowsPath(configuration));

        assertEquals(1, check.code(), check.toString());
        line(check, "runtime", "PASS", "found on this machine in");
        line(check, "event-log", "WARN", "not registered");
        line(check, "pending-reboot", "WARN", "Windows Update installed something");
        line(check, "time-service", "WARN", "Windows Time service");
        line(check, "secret-store", "PASS", "none is kept in the Windows-protected file");

        windows.program("reg", "delete", PENDING, "/f");
        windows.testClass(EventSourceProbe.class, "register");
        Path bundle = home.resolve("bundle.zip");
        Ended made = windows.connect(
                "",
                "support-bundle",
                "--yes",
                "--output",
                WineMachine.windowsPath(bundle),
                "--config",
                WineMachine.windowsPath(configuration));
        assertEquals(0, made.code(), made.toString());
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            assertEquals("not installed\n", content(zip, "service.txt"));
            String checked = content(zip, "check.txt");
            assertTrue(checked.matches("(?s).*\nevent-log +PASS .*"), checked);
            assertTrue(checked.matches("(?s).*\npending-reboot +PASS .*"), checked);
            String report = content(zip, "report.txt");
            assertTrue(report.matches("(?s).*\nevents.txt +(made in|missing: Windows does not tell about).*"), report);
            assertTrue(content(zip, "versions.txt").contains("os.name Windows"), content(zip, "versions.txt"));
        }
    }

    private static final String PENDING =
            "HKLM\\SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\WindowsUpdate\\Auto Update\\RebootRequired";

    private static void line(Ended ended, String check, String status, String seen) {
        assertTrue(
                ended.out()
                        .lines()
                        .anyMatch(line -> line.matches(check + " +" + status + " .*") && line.contains(seen)),
                () -> check + " " + status + " " + seen + " is not in\n" + ended);
    }

    private static String content(ZipFile zip, String file) throws Exception {
        try (InputStream in = zip.getInputStream(zip.getEntry(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("\r\n", "\n");
        }
    }
}
