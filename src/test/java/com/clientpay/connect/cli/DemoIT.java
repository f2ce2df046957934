package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.net.BindException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The demo as a newcomer starts it: the launcher of the distribution folder, and the lines it prints. */
@DisabledOnOs(OS.WINDOWS)
class DemoIT {
    @TempDir
    Path folder;

    @Test
    void the_printed_lines_work_as_they_stand_and_the_payment_is_posted_once() throws Exception {
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0")) {
            List<String> lines = demo.curlLines();
            assertEquals(4, lines.size(), demo.out());
            assertTrue(sh(lines.get(0)).contains("\"kind\":\"TRUST\""), "no trust account among the bank accounts");
            assertTrue(sh(lines.get(1)).contains("\"balance\""), "no open invoice is found");
            String first = sh(lines.get(2));
            assertTrue(first.startsWith("HTTP/1.1 201 ") && first.contains("\"status\":\"POSTED\""), first);
            assertEquals(lines.get(2), lines.get(3));
            String again = sh(lines.get(3));
            assertTrue(again.startsWith("HTTP/1.1 200 ") && again.contains("Idempotent-Replayed: true"), again);
            assertEquals(body(first), body(again));
        }
    }

    @Test
    void a_firm_with_an_import_books_the_payment_some_seconds_later() throws Exception {
        try (StartedDemo demo =
                StartedDemo.start(folder, "--delivery", "batch", "--port", "0", "--loopback-port", "0")) {
            List<String> lines = demo.curlLines();
            assertEquals(5, lines.size(), demo.out());
            String first = sh(lines.get(2));
            assertTrue(first.startsWith("HTTP/1.1 201 ") && first.contains("\"status\":\"QUEUED\""), first);
            demo.runUntil("the payment is posted", () -> sh(lines.get(4)).contains("\"status\":\"POSTED\""));
            assertEquals(0, demo.terminate(), demo.err());
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(), left.filter(file -> !StartedDemo.isOurs(file)).toList());
        }
    }

    @Test
    void told_to_stop_it_says_so_and_leaves_nothing_behind() throws Exception {
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0")) {
            assertEquals(0, demo.terminate(), demo.err());
            assertTrue(demo.out().contains("Stopping.\nStopped; nothing is left behind."), demo.out());
            assertEquals("", demo.err());
            assertEquals(List.of(), demo.childrenLeft(), "processes are left");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertEquals(
                    List.of(), left.filter(file -> !StartedDemo.isOurs(file)).toList());
        }
    }

    @Test
    void what_was_posted_and_the_key_survive_a_kill() throws Exception {
        String kept = folder.resolve("firm").toString();
        String key;
        String posted;
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0", "--data", kept)) {
            key = demo.key();
            posted = id(sh(demo.curlLines().get(2)));
            demo.kill();
        }
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve("firm/demo.key"))));
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0", "--data", kept)) {
            assertEquals(key, demo.key());
            Finished show = Finished.program(
                    folder,
                    Map.of("PATH", System.getenv("PATH"), "CONNECT_KEY", key, "CONNECT_URL", demo.url()),
                    List.of(StartedDemo.launcher(), "postings", "show", posted));
            assertEquals(0, show.code(), show.err());
            assertTrue(show.out().contains("status             POSTED"), show.out());
            String next = sh(demo.curlLines().get(2));
            assertTrue(next.startsWith("HTTP/1.1 201 "), next);
            assertNotEquals(posted, id(next));
            assertEquals(0, demo.terminate(), demo.err());
        }
    }

    @Test
    void a_usual_port_that_is_taken_is_replaced_by_a_free_one_and_one_that_was_asked_for_is_not() throws Exception {
        try (ServerSocket taken = new ServerSocket()) {
            taken.bind(new InetSocketAddress("127.0.0.1", 0));
            String port = String.valueOf(taken.getLocalPort());
            Finished refused = Finished.program(
                    folder, StartedDemo.environment(folder), List.of(StartedDemo.launcher(), "demo", "--port", port));
            assertEquals(1, refused.code());
            assertTrue(refused.err().contains(port), refused.err());
            assertFalse(refused.err().contains("Exception"), refused.err());
        }
        try (ServerSocket usual = usualPort();
                StartedDemo demo = StartedDemo.start(folder, "--loopback-port", "0")) {
            assertTrue(demo.out().contains("Port 32321 is taken; this is "), demo.out());
            assertFalse(demo.url().endsWith(":32321"), demo.url());
            assertFalse(demo.url().endsWith(":" + usual.getLocalPort()), demo.url());
        }
    }

    @Test
    void the_first_start_makes_the_archive_of_classes_that_later_ones_use() throws Exception {
        Path lib = Path.of(System.getProperty("connect.distribution"), "lib");
        Files.deleteIfExists(lib.resolve("connect.jsa.for"));
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0")) {
            demo.runUntil("the archive is made", () -> Files.exists(lib.resolve("connect.jsa.for")));
        }
        Path loaded = folder.resolve("loaded");
        Map<String, String> environment = StartedDemo.environment(folder);
        environment.put("CONNECT_OPTS", "-Xlog:class+load=info:file=" + loaded);
        Finished version = Finished.program(folder, environment, List.of(StartedDemo.launcher(), "version"));
        assertEquals(0, version.code(), version.err());
        assertEquals("", version.err());
        assertTrue(
                Files.readAllLines(loaded).stream()
                        .anyMatch(line -> line.endsWith(Main.class.getName() + " source: shared objects file (top)")),
                "classes of ours are not loaded from the archive");
        assertEquals("PASS", classArchive());
        Path jar = someJar(lib);
        FileTime made = Files.getLastModifiedTime(jar);
        try {
            Files.setLastModifiedTime(jar, FileTime.fromMillis(made.toMillis() + 60_000));
            assertEquals("WARN", classArchive());
        } finally {
            Files.setLastModifiedTime(jar, made);
        }
    }

    /** What the check of a connector without a configuration says of the archive; nothing else of it matters here. */
    private String classArchive() throws IOException {
        Path file = folder.resolve("check.toml");
        Files.writeString(file, "[database]\nurl = \"jdbc:h2:./no-such-firm;IFEXISTS=TRUE\"\n");
        Finished check = Finished.program(
                folder,
                StartedDemo.environment(folder),
                List.of(StartedDemo.launcher(), "check", "--json", "--config", file.toString()));
        return Json.read(check.out())
                .get("checks")
                .valueStream()
                .filter(one -> one.get("name").stringValue().equals("class-archive"))
                .findFirst()
                .orElseThrow()
                .get("status")
                .stringValue();
    }

    private static Path someJar(Path lib) throws IOException {
        try (Stream<Path> jars = Files.list(lib)) {
            return jars.filter(jar -> jar.getFileName().toString().startsWith("h2-"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Takes the usual port, unless somebody on this machine has it already, which does as well. */
    private static ServerSocket usualPort() throws IOException {
        ServerSocket socket = new ServerSocket();
        try {
            socket.bind(new InetSocketAddress("127.0.0.1", 32321));
        } catch (BindException e) {
            socket.close();
        }
        return socket;
    }

    private String sh(String line) {
        Finished curl = Finished.program(folder, Map.of("PATH", System.getenv("PATH")), List.of("/bin/sh", "-c", line));
        assertEquals(0, curl.code(), curl.err());
        return curl.out();
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n"));
    }

    private static String id(String answer) {
        return answer.replaceFirst("(?s).*\"id\":\"(pst_[^\"]*)\".*", "$1");
    }
}
