package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigFile;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.FileSecretStore;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.diagnostics.checks.PortProbe.State;
import com.clientpay.connect.http.tls.TestCertificates;
import com.clientpay.connect.platform.PortablePlatform;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Checks of this machine: configuration, secrets, ports, certificate, disk, log folder. */
class MachineChecksTest {
    private static final String PLANTED = "hunter2-planted";
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @TempDir
    private Path home;

    @Test
    void a_configuration_with_mistakes_fails_with_all_of_them_and_the_rest_is_skipped() throws IOException {
        Path file = home.resolve("connect.toml");
        Files.writeString(
                file, "[server]\nprot = 1\nthreads = 1\n[database]\nuser = \"u\"\npassword = \"" + PLANTED + "\"\n");
        CheckReport report = Checks.ofConfiguration(
                        () -> ConfigFile.load(file, Map.of(), FileSecretStore.beside(file)),
                        at(NOW),
                        new PortablePlatform())
                .run();

        assertEquals(
                List.of("configuration", "secrets"),
                report.checks().stream()
                        .filter(c -> c.status() == Status.FAIL)
                        .map(CheckResult::name)
                        .toList());
        assertEquals(
                List.of("runtime", "service", "event-log", "pending-reboot", "time-service"),
                report.checks().stream().skip(2).limit(5).map(CheckResult::name).toList());
        assertTrue(report.checks().stream().skip(7).allMatch(c -> c.status() == Status.SKIP), report.table());
        assertEquals(
                Checks.CONFIGURED,
                report.checks().stream().skip(7).map(CheckResult::name).toList());
        assertEquals(
                "3 mistakes", report.checks().get(0).seen().lines().findFirst().orElseThrow());
        assertTrue(
                report.table().contains(file + ":2: There is no key server.prot. Is it server.port?"), report.table());
        assertTrue(
                report.table().contains(file + ":6: database.password must not hold the secret itself"),
                report.table());
        assertTrue(!report.table().contains(PLANTED), report.table());
    }

    @Test
    void the_names_of_checks_that_need_a_configuration_are_those_that_are_run() throws Exception {
        Checks checks = Checks.ofConfiguration(() -> load(Map.of()), at(NOW), new PortablePlatform());

        assertEquals(
                Checks.CONFIGURED,
                checks
                        .configured(load(Map.of()), () -> {
                            throw new IllegalStateException("not asked for");
                        })
                        .stream()
                        .map(Check::name)
                        .toList());
    }

    @Test
    void a_reference_to_nothing_fails_the_check_of_secrets() throws Exception {
        ConfigAttempt attempt = ConfigAttempt.of(
                () -> load(Map.of("CONNECT_DATABASE_USER", "u", "CONNECT_DATABASE_PASSWORD", "env:NOBODY")));

        assertEquals(Status.FAIL, new SecretsCheck(attempt).look().status());
        assertEquals(Status.PASS, new ConfigurationCheck(attempt).look().status());
    }

    @Test
    void found_secrets_are_named_by_their_references() throws Exception {
        ConfigAttempt attempt = ConfigAttempt.of(
                () -> load(Map.of("CONNECT_DATABASE_USER", "u", "CONNECT_DATABASE_PASSWORD", "env:DB", "DB", PLANTED)));

        assertEquals(Finding.pass("found env:DB"), new SecretsCheck(attempt).look());
    }

    @Test
    void an_unusual_port_warns() throws Exception {
        ConfigAttempt attempt = ConfigAttempt.of(() -> load(Map.of("CONNECT_SERVER_PORT", "8443")));

        assertEquals(Status.WARN, new ConfigurationCheck(attempt).look().status());
    }

    @Test
    void free_ports_and_our_own_pass() throws Exception {
        assertEquals(
                Finding.pass("32321 and 32322 are free: no connector is running"),
                ports(State.FREE, State.FREE, false).look());
        assertEquals(
                Finding.pass("the connector is running on 32321 and 32322"),
                ports(State.TAKEN, State.TAKEN, true).look());
    }

    @Test
    void a_port_of_somebody_else_fails() throws Exception {
        assertEquals("another program listens on port 32321", failure(ports(State.TAKEN, State.FREE, false)));
        assertEquals("another program listens on port 32322", failure(ports(State.FREE, State.TAKEN, false)));
        assertEquals("this user may not listen on port 32321", failure(ports(State.FORBIDDEN, State.FREE, false)));
        assertEquals("127.0.0.1 is no address of this machine", failure(ports(State.ELSEWHERE, State.FREE, false)));
    }

    @Test
    void the_real_probe_tells_a_free_port_from_a_taken_one() throws IOException {
        PortProbe probe = new PortProbe.Real();
        int port;
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = taken.getLocalPort();
            assertEquals(State.TAKEN, probe.state("127.0.0.1", port));
        }
        assertEquals(State.FREE, probe.state("127.0.0.1", port));
        assertEquals(State.ELSEWHERE, probe.state("192.0.2.1", port));
        assertEquals(false, probe.isConnector(port));
    }

    @Test
    void a_certificate_passes_warns_before_it_expires_and_fails_after() throws Exception {
        Path keystore = TestCertificates.pkcs12(
                home.resolve("firm.pfx"), "EC", "-startdate", "2026/11/01 00:00:00", "-validity", "90");

        assertEquals(
                Finding.pass("for localhost, 127.0.0.1, valid to " + lastDay(keystore)),
                certificate(keystore, TestCertificates.PASSWORD, NOW).look());
        assertEquals(
                Status.WARN,
                certificate(keystore, TestCertificates.PASSWORD, NOW.plus(Duration.ofDays(45)))
                        .look()
                        .status());
        assertEquals(
                "expired on " + lastDay(keystore),
                failure(certificate(keystore, TestCertificates.PASSWORD, NOW.plus(Duration.ofDays(90)))));
        assertTrue(failure(certificate(keystore, TestCertificates.PASSWORD, NOW.minus(Duration.ofDays(90))))
                .startsWith("not valid before 2026-1"));
    }

    @Test
    void a_certificate_that_cannot_be_opened_fails_without_the_password() throws Exception {
        Path keystore = TestCertificates.pkcs12(home.resolve("firm.pfx"), "EC");
        Finding finding = certificate(keystore, PLANTED, NOW).look();

        assertEquals(Status.FAIL, finding.status());
        assertTrue(!finding.toString().contains(PLANTED), finding.toString());
        assertEquals(
                Status.FAIL,
                certificate(home.resolve("nowhere.pfx"), PLANTED, NOW).look().status());
    }

    @Test
    void a_certificate_for_another_name_warns() throws Exception {
        Path keystore = TestCertificates.pkcs12(home.resolve("firm.pfx"), "EC");
        ConnectConfig config = load(Map.of(
                        "CONNECT_TLS_KEYSTORE",
                        keystore.toString(),
                        "CONNECT_TLS_KEYSTORE_PASSWORD",
                        "env:P",
                        "P",
                        TestCertificates.PASSWORD,
                        "CONNECT_SERVER_HOST",
                        "connect.example.test"))
                .config();

        assertEquals(
                "it is for localhost, 127.0.0.1, not for connect.example.test",
                new CertificateCheck(config, Clock.systemUTC()).look().seen());
    }

    @Test
    void without_https_there_is_no_certificate_to_look_at() throws Exception {
        assertEquals(Status.SKIP, new CertificateCheck(config(), at(NOW)).look().status());
    }

    @Test
    void an_archive_of_classes_that_is_not_there_or_not_whole_is_told() throws IOException {
        Path archive = home.resolve("connect.jsa");
        assertEquals(
                Finding.skip("this was not started by the launcher connect"),
                archive(Optional.empty()).look());
        assertEquals(
                Finding.skip("there is none yet: the first start of the connector makes one in the background"),
                archive(Optional.of(archive)).look());
        Files.writeString(archive, "no archive");
        assertEquals(Status.WARN, archive(Optional.of(archive)).look().status());
        Files.writeString(home.resolve("connect.jsa.for"), "11\n");
        assertEquals(Status.WARN, archive(Optional.of(archive)).look().status());
        Files.writeString(home.resolve("connect.jsa.for"), "10\n");
        Finding wrong = archive(Optional.of(archive)).look();
        assertEquals(Status.WARN, wrong.status());
        assertEquals(archive + " is not used: it is of another Java or of other jars, or not whole", wrong.seen());
    }

    private static ClassArchiveCheck archive(Optional<Path> archive) {
        return new ClassArchiveCheck(archive, Path.of(System.getProperty("java.home")), "nothing.jar");
    }

    @Test
    void little_room_on_the_disk_warns_and_too_little_fails() {
        assertEquals(Status.PASS, room(5L << 30).status());
        assertEquals(Status.WARN, room((1L << 30) - 1).status());
        assertEquals(Status.FAIL, room((100L << 20) - 1).status());
        assertTrue(DiskSpaceCheck.usable(home.resolve("not/there/yet")) > 0);
    }

    @Test
    void the_log_folder_is_there_or_can_be_made_and_is_not_made_by_the_check() throws IOException {
        Path folder = home.resolve("logs");
        assertEquals(Status.PASS, logs(folder, Optional.empty()).status());
        assertTrue(Files.notExists(folder));
        Files.createDirectory(folder);
        assertEquals(Finding.pass(folder + " can be written"), logs(folder, Optional.empty()));
        assertEquals(
                Status.FAIL,
                logs(folder, Optional.of("No space left on device")).status());
        Path file = Files.writeString(home.resolve("in-the-way"), "a file");
        assertEquals(Status.FAIL, logs(file, Optional.empty()).status());
    }

    private static Finding logs(Path folder, Optional<String> trouble) {
        return new LogFolderCheck(folder, () -> trouble).look();
    }

    private Finding room(long bytes) {
        return new DiskSpaceCheck(home, path -> bytes).look();
    }

    private static String failure(Check check) {
        Finding finding = check.look();
        assertEquals(Status.FAIL, finding.status(), finding.toString());
        assertTrue(finding.action().isPresent());
        return finding.seen();
    }

    private PortCheck ports(State open, State loopback, boolean ours) throws Exception {
        return new PortCheck(config().server(), new PortProbe() {
            @Override
            public State state(String host, int port) {
                return port == 32321 ? open : loopback;
            }

            @Override
            public boolean isConnector(int loopbackPort) {
                return ours;
            }
        });
    }

    private static String lastDay(Path keystore) throws Exception {
        return TestCertificates.certificate(keystore)
                .getNotAfter()
                .toInstant()
                .atZone(ZoneOffset.UTC)
                .toLocalDate()
                .toString();
    }

    private CertificateCheck certificate(Path keystore, String password, Instant now) throws Exception {
        ConnectConfig config = load(Map.of(
                        "CONNECT_TLS_KEYSTORE",
                        keystore.toString(),
                        "CONNECT_TLS_KEYSTORE_PASSWORD",
                        "env:P",
                        "P",
                        password))
                .config();
        return new CertificateCheck(config, at(now));
    }

    private ConnectConfig config() throws Exception {
        return load(Map.of()).config();
    }

    private LoadedConfig load(Map<String, String> environment) throws ConfigException {
        Map<String, String> all = new HashMap<>(environment);
        all.put("CONNECT_DATABASE_URL", "jdbc:h2:mem:unused");
        Path file = Path.of("conf/connect.toml");
        return ConfigFile.load(file, all, FileSecretStore.beside(file));
    }

    private static Clock at(Instant now) {
        return Clock.fixed(now, ZoneOffset.UTC);
    }
}
