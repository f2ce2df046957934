package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DriverUrl;
import com.clientpay.connect.http.tls.TestCertificates;
import com.clientpay.connect.platform.PortablePlatform;
import com.clientpay.connect.testfirm.TestFirm;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect setup}, on a firm in memory. */
class SetupCommandTest {
    @TempDir
    Path home;

    @TempDir
    Path elsewhere;

    private TestFirm firm;
    private Path configuration;
    private int port;

    @BeforeEach
    void open() throws IOException {
        firm = TestFirm.open();
        firm.execute("INSERT INTO clientpay_internal.Installation VALUES"
                + " ('firm-1', 1, '1.0', 'reference', 'Reference', 'PROCEDURE', TRUE, TRUE, TRUE, TRUE, FALSE)");
        configuration = home.resolve("conf").resolve("connect.toml");
        Files.createDirectories(configuration.getParent());
        Files.writeString(configuration, """
                # kept
                mode = "test"
                [server]
                loopback_port = 0
                [logs]
                keep_days = 7 # kept too
                """);
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
    }

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void everything_is_set_up_without_a_question_and_again_with_none_changed() throws Exception {
        Path pfx = TestCertificates.pkcs12(elsewhere.resolve("ours.pfx"), "EC");
        Path password = Files.writeString(elsewhere.resolve("password"), TestCertificates.PASSWORD + "\n");
        Path key = elsewhere.resolve("key");
        Files.setPosixFilePermissions(configuration, PosixFilePermissions.fromString("rw-r-----"));
        Finished first = setup(
                "tls = pfx",
                "tls.pfx = " + pfx,
                "tls.pfx_password_file = " + password,
                "server.host = 127.0.0.1",
                "server.allowed_addresses = 203.0.113.0/24, 127.0.0.1",
                "key = cloud",
                "key.file = " + key);

        assertEquals(0, first.code(), first.out() + first.err());
        assertEquals("rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(configuration)));
        String text = Files.readString(configuration);
        for (String part : new String[] {
            "# kept\n",
            "mode = \"test\"",
            "loopback_port = 0",
            "keep_days = 7 # kept too",
            "host = \"127.0.0.1\"",
            "port = " + port + "\n",
            "allowed_addresses = [\"203.0.113.0/24\", \"127.0.0.1\"]",
            "keystore = \"conf/certificate.pfx\"",
            "keystore_password = \"secret:keystore\""
        }) {
            assertTrue(text.contains(part), () -> part + " is not in\n" + text);
        }
        assertEquals(
                "keystore=" + TestCertificates.PASSWORD + "\n",
                Files.readString(configuration.resolveSibling("secrets")));
        assertTrue(Files.readString(key).startsWith("cpk_cloud_"));
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
        assertTrue(first.out().contains("SHA-256      "), first.out());
        assertTrue(first.out().contains("SUMMARY  "), first.out());
        assertFalse(first.out().contains(TestCertificates.PASSWORD), first.out());
        assertFalse(first.out().contains(Files.readString(key)), first.out());

        Map<String, String> before = files();
        Finished second = setup();
        assertEquals(0, second.code(), second.out() + second.err());
        assertEquals(before, files());
        assertTrue(second.out().contains("There are 1 valid keys"), second.out());
    }

    @Test
    void a_self_signed_certificate_is_made_with_its_password_among_the_secrets() throws Exception {
        Finished done =
                setup("tls = self-signed", "tls.host = connect.example.com", "server.host = 127.0.0.1", "key = none");

        assertTrue(done.out().contains("For          connect.example.com"), done.out());
        assertTrue(Files.exists(configuration.resolveSibling("certificate.pfx")));
        assertTrue(Files.readString(configuration.resolveSibling("secrets")).startsWith("keystore="));
        try (Stream<Path> files = Files.list(configuration.getParent())) {
            assertEquals(3, files.count(), "something was left beside configuration, certificate and secrets");
        }
        assertTrue(done.out().contains("\ncertificate "), done.out());
    }

    @Test
    void a_wrong_answer_changes_nothing_and_says_which_and_what_to_do() throws Exception {
        Path pfx = TestCertificates.pkcs12(elsewhere.resolve("ours.pfx"), "EC");
        Path expired =
                TestCertificates.pkcs12(elsewhere.resolve("expired.pfx"), "EC", "-startdate", "-10d", "-validity", "5");
        Path right = Files.writeString(elsewhere.resolve("right"), TestCertificates.PASSWORD);
        Path wrong = Files.writeString(elsewhere.resolve("wrong"), "hunter2");
        refused(
                "The password of " + pfx + " is wrong.",
                "tls = pfx",
                "tls.pfx = " + pfx,
                "tls.pfx_password_file = " + wrong);
        refused(
                "The certificate in " + expired + " expired at ",
                "tls = pfx",
                "tls.pfx = " + expired,
                "tls.pfx_password_file = " + right);
        refused("The answer tls.pfx: There is no file nowhere", "tls = pfx", "tls.pfx = nowhere");
        refused("The answer tls: It is one of", "tls = perhaps");
        refused("is neither a host name nor an address", "tls = self-signed", "tls.host = a b");
        refused("The answer server.allowed_addresses: ", "tls = none", "server.allowed_addresses = 203.0.113.9/8");
        refused("The answer server.port: ", "tls = none", "server.port = 99999");
        refused("server.host is not a loopback address", "tls = none", "server.host = 0.0.0.0");
        refused(":1: this is no answer.", "tsl = none");
        refused("The answer database.url: ", "database.url = sqlserver://x");
        refused(
                "The answer database.password_file: the file nowhere cannot be read", "database.url = jdbc:h2:mem:x",
                "database.user = sa", "database.password_file = nowhere");
        try (ServerSocket taken = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            assertTrue(taken.isBound());
            refused("Another program listens on port " + port, "tls = none");
        }
    }

    @Test
    void a_database_that_cannot_be_reached_changes_nothing() throws Exception {
        refused(
                "Nothing was changed.",
                "database.server = 127.0.0.1",
                "database.port = 1",
                "database.name = firm",
                "database.authentication = windows");
        refused("database.password is missing", "database.server = h", "database.name = n", "database.user = u");
    }

    @Test
    void a_wrong_answer_at_the_terminal_is_asked_for_again() {
        StringWriter said = new StringWriter();
        SetupQuestions questions = SetupQuestions.ofTerminal(
                new PrintWriter(said, true),
                new ByteArrayInputStream(
                        ("127.0.0.1\nport\n" + port + "\n203.0.113.9, x\n\n").getBytes(StandardCharsets.UTF_8)));
        SetupDraft draft =
                new SetupDraft(configuration, configuration, new PortablePlatform().secrets(configuration), Map.of());
        draft.set("database.url", url());

        var loaded = new SetupNetwork(new PrintWriter(said, true), questions, draft).ask(false);

        assertEquals(port, loaded.config().server().port());
        assertTrue(said.toString().contains("A port is a number"), said.toString());
        assertTrue(said.toString().contains("\"x\""), said.toString());
    }

    @Test
    void a_terminal_that_ends_leaves_everything_as_it_was() throws IOException {
        Map<String, String> before = files();
        SetupQuestions questions = SetupQuestions.ofTerminal(
                new PrintWriter(new StringWriter(), true), new ByteArrayInputStream(new byte[0]));
        CommandFailed ended = assertThrows(
                CommandFailed.class, () -> questions.choose("tls", "Certificate", "none", List.of("none")));
        assertEquals("The set-up was ended. Nothing was changed.", ended.getMessage());
        assertEquals(before, files());
    }

    private void refused(String why, String... answers) throws IOException {
        Map<String, String> before = files();
        Finished refused = setup(answers);
        assertEquals(1, refused.code(), refused.out() + refused.err());
        assertTrue(refused.err().contains(why), () -> why + " is not in\n" + refused.err());
        assertFalse((refused.out() + refused.err()).contains("hunter2"), refused.err());
        assertEquals(before, files(), why);
    }

    /** Everything below the home folder. */
    private Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(home)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(
                        home.relativize(file).toString(),
                        new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
            }
        }
        return files;
    }

    private Finished setup(String... answers) throws IOException {
        StringBuilder text = new StringBuilder();
        Stream.of(answers).forEach(answer -> text.append(answer).append('\n'));
        if (Stream.of(answers).noneMatch(answer -> answer.startsWith("database."))) {
            text.append("database.url = ").append(url()).append('\n');
        }
        if (Stream.of(answers).noneMatch(answer -> answer.startsWith("server.port"))) {
            text.append("server.port = ").append(port).append('\n');
        }
        Path file = Files.writeString(elsewhere.resolve("answers"), text);
        return Finished.command("setup", "--answers", file.toString(), "--config", configuration.toString());
    }

    private String url() {
        return DriverUrl.of(firm.settings()) + ";IFEXISTS=TRUE";
    }
}
