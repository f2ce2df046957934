package com.clientpay.connect.process;

import static com.clientpay.connect.process.WindowsInstallation.DATA;
import static com.clientpay.connect.process.WindowsInstallation.await;
import static com.clientpay.connect.process.WindowsInstallation.finish;
import static com.clientpay.connect.process.WindowsInstallation.msi;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.process.WindowsInstallation.Installed;
import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyStore;
import java.util.List;
import java.util.Set;
import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
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
 * The installer's life on one Windows (Wine, with a real Windows Java, procrun and Windows Installer database), from a
 * machine that never saw it to one that does not show it was there. In order, one after the other: an installation takes
 * most of a minute there.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(OrderAnnotation.class)
class InstallerWindowsIT {
    private static final String PROGRAM = "Firm Connect";

    private Path folder;
    private final int port = freePorts();
    private final Distribution distribution = Distribution.built();
    private final String keystorePassword = "planted-keystore-secret";

    private WineMachine windows;
    private WindowsInstallation connector;
    private Path newer;
    private Set<String> filesBefore;
    private Set<String> registryBefore;

    @BeforeAll
    void a_new_machine(@TempDir Path temporary) throws Exception {
        folder = temporary;
        windows = WineMachine.fresh(folder);
        connector = new WindowsInstallation(windows, folder, PROGRAM, port + 1);
        registryBefore = windows.registryKeys();
        filesBefore = windows.files();
        windows.keepRunning();
        newer = msi(
                folder.resolve("newer.msi"),
                distribution,
                "99.0.0",
                WineMachine.runtime().toString());
    }

    @AfterAll
    void end_what_runs_on_it() throws Exception {
        if (windows != null) {
            windows.close();
        }
    }

    @Test
    @Order(1)
    void a_password_on_the_command_line_stops_the_installation() throws Exception {
        assertNotEquals(
                0, connector.install(msi(), "DATABASE_PASSWORD=planted").ended().code());
        assertFalse(Files.exists(windows.onDriveC("Program Files/ClientPay Connect")));
        assertFalse(Files.exists(windows.onDriveC(DATA)));
    }

    @Test
    @Order(2)
    void wrong_properties_are_all_named_and_nothing_is_left() throws Exception {
        Installed refused = connector.install(
                msi(),
                "PORT=99999",
                "DATABASE_SERVER=sql01",
                "SERVICE_ACCOUNT=FIRM\\anna",
                "CERTIFICATE_FILE=C:\\no.pfx");
        assertNotEquals(0, refused.ended().code());
        for (String said : List.of(
                "PORT is 99999.",
                "DATABASE_SERVER is given and DATABASE_NAME is not.",
                "SERVICE_ACCOUNT is FIRM\\anna.",
                "there is no file C:\\no.pfx")) {
            assertTrue(refused.log().contains(said), said + " is missing in\n" + refused.log());
        }
        assertFalse(Files.exists(windows.onDriveC("Program Files/ClientPay Connect")));
        assertFalse(Files.exists(windows.onDriveC(DATA)));
    }

    @Test
    @Order(2)
    void without_a_java_in_it_it_asks_for_one() throws Exception {
        Installed refused = connector.install(msi(folder.resolve("bare.msi"), distribution, "1.0.0"));
        assertNotEquals(0, refused.ended().code());
        assertTrue(refused.log().contains("No Java was found: this installer brings none."), refused.log());
    }

    @Test
    @Order(3)
    void a_silent_installation_leaves_a_service_that_answers_over_https() throws Exception {
        certificate();
        Path secrets = Files.writeString(folder.resolve("secrets.txt"), "keystore=" + keystorePassword + "\n");
        Installed installed = connector.install(
                msi(),
                "INSTALLFOLDER=C:\\Firm Connect\\",
                "DATABASE_SERVER=127.0.0.1,1", // nobody's port: alive, and not ready
                "DATABASE_NAME=firm",
                "PORT=" + port,
                "LOOPBACK_PORT=" + (port + 1),
                "SERVICE_ACCOUNT=LocalService",
                "CERTIFICATE_FILE=" + WineMachine.windowsPath(folder.resolve("connect.pfx")),
                "SECRETS_FILE=" + WineMachine.windowsPath(secrets));
        assertEquals(0, installed.ended().code(), installed.log());
        assertTrue(installed.log().contains("connect service start: exit code 0"), installed.log());
        assertTrue(Files.exists(windows.onDriveC(PROGRAM + "/connect.cmd")));
        assertFalse(Files.exists(secrets), "the secrets are taken over, so the file is deleted");
        assertFalse(installed.log().contains(keystorePassword), "a secret in the installer's log");
        assertEquals(200, httpsLive());
    }

    @Test
    @Order(4)
    void its_state_is_told_as_windows_has_it() throws Exception {
        Ended status = connector.connect("service", "status", "--json");
        assertEquals(0, status.code(), status.said());
        JsonNode json = Json.read(status.out());
        assertEquals("RUNNING", json.path("state").asString());
        assertTrue(json.path("processId").asInt() > 0, status.said());
        assertEquals("NT AUTHORITY\\LocalService", json.path("account").asString());
        assertTrue(json.path("startType").asString().startsWith("automatic"), status.said());
        assertTrue(json.path("program").asString().contains("//RS//ClientPayConnect"), status.said());
        assertFalse(status.said().contains(keystorePassword));
    }

    @Test
    @Order(5)
    void it_starts_with_the_archive_of_loaded_classes() throws Exception {
        assertTrue(Files.exists(windows.onDriveC(PROGRAM + "/lib/connect.jsa.for")));
        Ended check = connector.connect("check");
        assertTrue(
                check.said().lines().anyMatch(line -> line.contains("class-archive") && line.contains("PASS")),
                check.said());
    }

    @Test
    @Order(6)
    void stopped_while_it_posts_it_loses_nothing_and_posts_nothing_twice() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, Files.createDirectory(folder.resolve("firm")))) {
            connector.useDatabase(firm.url());
            connector.restart();
            PaymentLoad load = new PaymentLoad(
                    connector::loopback, firm.key(), firm.records().payableInvoices());
            load.start(4, 20261124);
            awaitAcknowledged(load, 40);
            connector.stop();
            assertFalse(connector.live(), "stopped, and it still answers");
            connector.awaitNoProcess();
            assertTrue(load.acknowledged().size() >= 40);
            connector.start();
            awaitAcknowledged(load, load.acknowledged().size() + 20);
            load.finish();
            assertEquals(List.of(), load.surprises());
            assertEquals(load.acknowledged().keySet(), firm.records().statuses().keySet());
            firm.records().checkBooks();
            connector.stop();
            connector.awaitNoProcess();
        }
        String log = WineMachine.text(windows.onDriveC(DATA + "/logs/connect.log"));
        assertTrue(log.contains("ConnectorRun: Stopped"), "a stop in order, to its end");
    }

    @Test
    @Order(7)
    void a_broken_configuration_is_told_and_the_service_does_not_pretend_to_run() throws Exception {
        connector.connect("service", "stop");
        Path file = windows.onDriveC(DATA + "/conf/connect.toml");
        String whole = Files.readString(file);
        try {
            Files.writeString(file, whole.replaceFirst("(?m)^port = .*$", "port = \"many\""));
            Ended told = connector.connect("service", "start");
            assertEquals(1, told.code());
            assertTrue(told.said().contains("connect.toml") && told.said().contains("port"), told.said());
            // As services.msc starts it, which looks at nothing before.
            windows.program("net", "start", "ClientPayConnect");
            await(
                    "the service's own words about its configuration",
                    () -> connector.saidByService("The connector did not start, or ended."));
            // This Wine goes on calling it running; Windows does not.
            connector.awaitNoProcess();
        } finally {
            Files.writeString(file, whole);
        }
    }

    @Test
    @Order(8)
    void an_upgrade_keeps_account_folder_port_configuration_and_logs() throws Exception {
        connector.useDatabase("jdbc:sqlserver://127.0.0.1:1;databaseName=firm;encrypt=true");
        Path configuration = windows.onDriveC(DATA + "/conf/connect.toml");
        String before = Files.readString(configuration);
        Installed upgraded = connector.install(newer);
        assertEquals(0, upgraded.ended().code(), upgraded.log());
        assertTrue(upgraded.log().contains("connect service start: exit code 0"), upgraded.log());
        assertEquals(before, Files.readString(configuration));
        assertEquals(200, httpsLive());
        assertTrue(Files.exists(windows.onDriveC(PROGRAM + "/connect.cmd")));
        assertFalse(Files.exists(windows.onDriveC("Program Files/ClientPay Connect")));
        Ended status = connector.connect("service", "status");
        assertTrue(status.said().contains("NT AUTHORITY\\LocalService"), status.said());
        assertTrue(
                WineMachine.text(windows.onDriveC(DATA + "/logs/connect.log")).contains("Stopped"),
                "the log of the older version");
    }

    @Test
    @Order(9)
    void an_older_version_is_refused_and_the_newer_one_goes_on() throws Exception {
        assertNotEquals(0, connector.install(msi()).ended().code());
        assertEquals(200, httpsLive());
    }

    @Test
    @Order(9)
    void a_repair_brings_back_what_is_missing_and_keeps_the_rest() throws Exception {
        Path library = windows.onDriveC(PROGRAM + "/lib/jnidispatch.dll");
        String configuration = Files.readString(connector.configuration());
        connector.stop();
        connector.awaitNoProcess();
        Files.delete(library);
        Installed repaired = connector.install(newer, "REINSTALL=ALL", "REINSTALLMODE=amus");
        assertEquals(0, repaired.ended().code(), repaired.log());
        assertTrue(Files.exists(library));
        assertEquals(configuration, Files.readString(connector.configuration()));
        assertEquals(200, httpsLive());
    }

    @Test
    @Order(10)
    void a_killed_process_is_no_clean_stop() throws Exception {
        windows.program(
                "taskkill", "/F", "/PID", connector.status().path("processId").asString());
        connector.awaitNoProcess();
        connector.start();
    }

    @Test
    @Order(11)
    void uninstalled_it_leaves_its_data_and_nothing_else() throws Exception {
        Installed removed = connector.uninstall(newer);
        assertEquals(0, removed.ended().code(), removed.log());
        assertFalse(connector.live());
        assertTrue(Files.exists(windows.onDriveC(DATA + "/conf/connect.toml")));
        assertTrue(Files.exists(windows.onDriveC(DATA + "/logs/connect.log")));
        assertEquals(
                List.of(),
                windows.registry().stream()
                        .filter(line -> line.contains(keystorePassword))
                        .toList(),
                "a secret in the registry");
        Set<String> keys = windows.registryKeys();
        keys.removeAll(registryBefore);
        // Empty ones of Windows Installer itself, and those of whoever ran the commands.
        keys.removeIf(key -> key.contains("Installer") || key.startsWith("user.reg"));
        assertEquals(Set.of(), keys, "keys that were not there before");
        Set<String> files = windows.files();
        files.removeAll(filesBefore);
        files.removeIf(file -> file.startsWith(DATA) || file.startsWith("windows") || file.contains("/Temp/"));
        assertEquals(Set.of(), files, "files that were not there before");
        assertEquals(List.of(), filesWith(keystorePassword), "files that hold the secret as it is");
        windows.keepRunning();
    }

    @Test
    @Order(12)
    void a_strict_installation_whose_service_does_not_start_is_taken_back() throws Exception {
        Files.writeString(windows.onDriveC(DATA + "/conf/connect.toml"), "port = \"many\"\n");
        Installed strict = connector.install(msi(), "STRICT=1");
        assertNotEquals(0, strict.ended().code(), strict.log());
        assertTrue(strict.log().contains("nothing is installed"), strict.log());
        assertFalse(Files.exists(windows.onDriveC("Program Files/ClientPay Connect/connect.cmd")));
        assertTrue(Files.exists(windows.onDriveC(DATA + "/conf/connect.toml")), "it was there before");
        Set<String> keys = windows.registryKeys();
        assertEquals(
                List.of(),
                keys.stream().filter(key -> key.contains("ClientPay")).toList(),
                "neither service nor remembered properties");
    }

    // ---- What is done

    /** A certificate of its own, under the password that is given as a secret. */
    private void certificate() throws Exception {
        Path made = folder.resolve("made.pfx");
        finish(new ProcessBuilder(
                distribution.launcher(), "cert", "self-signed", "--host", "127.0.0.1", "--out", made.toString()));
        String password;
        try (var files = Files.list(folder)) {
            Path file = files.filter(path -> path.getFileName().toString().startsWith("made") && !path.equals(made))
                    .findFirst()
                    .orElseThrow();
            password = Files.readString(file).strip();
        }
        KeyStore store = KeyStore.getInstance(made.toFile(), password.toCharArray());
        String alias = store.aliases().nextElement();
        KeyStore own = KeyStore.getInstance("PKCS12");
        own.load(null, null);
        own.setKeyEntry(
                alias,
                store.getKey(alias, password.toCharArray()),
                keystorePassword.toCharArray(),
                store.getCertificateChain(alias));
        try (var out = Files.newOutputStream(folder.resolve("connect.pfx"))) {
            own.store(out, keystorePassword.toCharArray());
        }
        Files.copy(made, folder.resolve("trust.pfx"), StandardCopyOption.REPLACE_EXISTING);
        trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        trust.setCertificateEntry("connect", store.getCertificate(alias));
    }

    private KeyStore trust;

    private int httpsLive() throws Exception {
        TrustManagerFactory trusting = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trusting.init(trust);
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, trusting.getTrustManagers(), null);
        HttpsURLConnection connection = (HttpsURLConnection) URI.create("https://127.0.0.1:" + port + "/v1/health/live")
                .toURL()
                .openConnection();
        connection.setSSLSocketFactory(context.getSocketFactory());
        connection.setReadTimeout(10_000);
        return connection.getResponseCode();
    }

    private List<String> filesWith(String secret) throws IOException {
        try (var paths = Files.walk(windows.onDriveC(DATA))) {
            return paths.filter(Files::isRegularFile)
                    .filter(path -> WineMachine.contains(path, secret))
                    .map(Path::toString)
                    .toList();
        }
    }

    private static void awaitAcknowledged(PaymentLoad load, int enough) throws Exception {
        await(enough + " acknowledged payments", () -> load.acknowledged().size() >= enough);
    }

    private static int freePorts() {
        try {
            return FreePort.pair();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
