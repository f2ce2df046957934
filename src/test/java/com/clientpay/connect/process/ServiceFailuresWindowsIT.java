package com.clientpay.connect.process;

import static com.clientpay.connect.process.WindowsInstallation.DATA;
import static com.clientpay.connect.process.WindowsInstallation.msi;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.process.WindowsInstallation.Installed;
import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * The known ways in which a Windows service and its installer fail, as far as the installer's ordinary life does not show them.
 * In order, on one machine. What this Wine has not, recovery above all, is not seen here; that Windows would recover is seen by
 * what it depends on: the process ends, and no clean stop was reported.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class ServiceFailuresWindowsIT {
    private static final String EVENT_SOURCE =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\ClientPayConnect";
    private static final String PROCRUN = "HKLM\\SOFTWARE\\WOW6432Node\\Apache Software Foundation\\Procrun"
            + " 2.0\\ClientPayConnect\\Parameters\\Java";

    private Path folder;
    private WineMachine windows;
    private WindowsInstallation connector;
    private int port;

    @BeforeAll
    void a_new_machine(@TempDir Path temporary) throws Exception {
        folder = temporary;
        windows = WineMachine.fresh(folder);
        windows.keepRunning();
        port = FreePort.pair();
        connector = new WindowsInstallation(windows, folder, "Program Files/ClientPay Connect", port + 1);
    }

    @AfterAll
    void end_what_runs_on_it() throws Exception {
        if (windows != null) {
            windows.close();
        }
    }

    @Test
    @Order(1)
    void with_a_left_over_event_source_and_a_taken_port_it_is_installed_and_says_why_it_does_not_run()
            throws Exception {
        windows.program("reg", "add", EVENT_SOURCE + "\\Below", "/v", "EventMessageFile", "/d", "C:\\gone.dll", "/f");
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            Installed installed = connector.install(
                    msi(),
                    "DATABASE_SERVER=127.0.0.1,1", // nobody's port: alive, and not ready
                    "DATABASE_NAME=firm",
                    "PORT=" + taken.getLocalPort(),
                    "LOOPBACK_PORT=" + (port + 1));
            assertEquals(0, installed.ended().code(), installed.log());
            assertTrue(
                    installed.log().contains("ClientPay Connect is installed, and its service does not run yet."),
                    installed.log());
            assertTrue(installed.log().contains("Port " + port + " on 127.0.0.1 is in use"), installed.log());
            connector.awaitNoProcess();
            assertNotReportedAsCleanStop();
        }
        connector.start();
        assertTrue(connector.live());
        assertTrue(connector.log().contains("cannot listen"), "the reason is in its log too");
    }

    @Test
    @Order(2)
    void the_bundle_is_made_while_the_service_is_stopped() throws Exception {
        connector.stop();
        Path bundle = folder.resolve("bundle.zip");
        Ended made = connector.connect("support-bundle", "--yes", "--output", WineMachine.windowsPath(bundle));
        assertEquals(0, made.code(), made.toString());
        try (ZipFile zip = new ZipFile(bundle.toFile())) {
            String service = content(zip, "service.txt");
            assertTrue(service.contains("state STOPPED"), service);
            assertTrue(content(zip, "logs/connect.log").contains("Stopped"), "the log of the time before");
        }
    }

    @Test
    @Order(3)
    void a_database_that_never_answers_does_not_keep_it_stopping() throws Exception {
        String whole = Files.readString(connector.configuration());
        try (ServerSocket silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            connector.useDatabase("jdbc:h2:tcp://127.0.0.1:" + silent.getLocalPort() + "/none");
            connector.start();
            try (Socket caller = new Socket(InetAddress.getLoopbackAddress(), port + 1)) {
                caller.getOutputStream()
                        .write("GET /v1/health/ready HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n"
                                .getBytes(StandardCharsets.US_ASCII));
                connector.stop();
                connector.awaitNoProcess();
            }
        }
        Files.writeString(connector.configuration(), whole);
        connector.start();
    }

    @Test
    @Order(4)
    void out_of_memory_ends_the_process() throws Exception {
        connector.stop();
        Matcher registered = Pattern.compile("Options\\s+REG_MULTI_SZ\\s+(.*)")
                .matcher(windows.program("reg", "query", PROCRUN, "/v", "Options")
                        .out());
        assertTrue(registered.find());
        windows.program(
                "reg",
                "add",
                PROCRUN,
                "/v",
                "Options",
                "/t",
                "REG_MULTI_SZ",
                "/d",
                registered.group(1) + "\\0-Xms6m\\0-Xmx6m",
                "/f");
        Ended told = connector.connect("service", "start");
        assertEquals(1, told.code(), told.toString());
        connector.awaitNoProcess();
        Ended again = connector.connect("service", "install");
        assertEquals(0, again.code(), again.toString());
        connector.start();
    }

    @Test
    @Order(5)
    void a_killed_process_is_told_at_the_next_start() throws Exception {
        windows.program(
                "taskkill", "/F", "/PID", connector.status().path("processId").asString());
        connector.awaitNoProcess();
        connector.start();
        assertTrue(connector.log().contains("The connector had ended without being stopped."), connector.log());
    }

    @Test
    @Order(6)
    void the_set_up_registers_and_restarts_the_service() throws Exception {
        try (H2Firm firm = H2Firm.create(Distribution.built(), Files.createDirectory(folder.resolve("firm")))) {
            Path key = folder.resolve("key.txt");
            Path answers = Files.writeString(
                    folder.resolve("answers.txt"),
                    String.join(
                            "\r\n",
                            "database.url = " + firm.url(),
                            "database.user = sa",
                            "tls = none",
                            "server.host = 127.0.0.1",
                            "server.port = " + port,
                            "key = portal",
                            "key.file = " + WineMachine.windowsPath(key),
                            "service = yes"));
            JsonNode before = connector.status();
            Ended done = connector.connect("setup", "--answers", WineMachine.windowsPath(answers));
            assertTrue(done.out().contains("The service is stopped"), done.toString());
            assertTrue(done.out().contains("The service runs, and answers"), done.toString());
            assertTrue(done.out().lines().anyMatch(line -> line.matches("database +PASS .*")), done.toString());
            assertTrue(
                    done.out().lines().anyMatch(line -> line.matches("ports +PASS +the connector is running .*")),
                    done.toString());
            assertEquals(0, done.code(), done.toString());
            assertTrue(Files.readString(key).startsWith("cpk_portal_"));
            assertFalse(before.path("processId").equals(connector.status().path("processId")), "another process");
            connector.stop();
        }
    }

    @Test
    @Order(7)
    void with_the_service_gone_already_it_is_uninstalled_with_its_data() throws Exception {
        connector.awaitNoProcess();
        windows.program("sc", "delete", "ClientPayConnect");
        assertTrue(connector.connect("service", "status").said().contains("not installed"));
        Installed removed = connector.uninstall(msi(), "REMOVE_DATA=1");
        assertEquals(0, removed.ended().code(), removed.log());
        assertFalse(Files.exists(windows.onDriveC(connector.program())), "the program");
        assertFalse(Files.exists(windows.onDriveC(DATA)), "configuration and logs");
        assertFalse(
                windows.registryKeys().stream().anyMatch(key -> key.contains("ClientPayConnect")),
                "neither service nor source");
    }

    /** What Windows needs to recover: a stop that the process reported itself would look like this. */
    private void assertNotReportedAsCleanStop() throws Exception {
        JsonNode status = connector.status();
        assertFalse(
                status.path("state").asString().equals("STOPPED")
                        && status.path("exitCode").asInt() == 0,
                status.toString());
    }

    private static String content(ZipFile zip, String file) throws Exception {
        try (var in = zip.getInputStream(zip.getEntry(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
