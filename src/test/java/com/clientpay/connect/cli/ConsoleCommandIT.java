package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect console} beside a running connector. */
@DisabledOnOs(OS.WINDOWS)
class ConsoleCommandIT {
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void beside_a_demo_it_needs_nothing_and_the_demos_key_is_gone_afterwards() throws Exception {
        Path key;
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0")) {
            String command = demo.out()
                    .lines()
                    .filter(line -> line.startsWith("The console in your browser: "))
                    .map(line -> line.replaceFirst(".*: connect ", ""))
                    .findFirst()
                    .orElseThrow();
            key = folder.resolve("clientpay-connect-demo-" + command.replaceFirst(".*:", "") + ".key");
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(key)));
            Finished printed = console(Map.of(), command.split(" "));
            assertEquals(0, printed.code(), printed.err());
            assertSignsInOnce(printed.out().strip());
            assertEquals(0, demo.terminate(), demo.err());
        }
        assertFalse(Files.exists(key));
    }

    @Test
    void a_key_that_was_given_must_have_the_scope_admin() throws Exception {
        try (StartedDemo demo = StartedDemo.start(folder, "--port", "0", "--loopback-port", "0")) {
            String url = demo.out().replaceFirst("(?s).*connect console --url (\\S+).*", "$1");
            Finished wrong = console(Map.of("CONNECT_KEY", "cpk_demo_" + "x".repeat(43)), "console", "--url", url);
            assertEquals(1, wrong.code());
            assertTrue(wrong.err().contains("A valid key is required"), wrong.err());
            Finished right = console(Map.of("CONNECT_KEY", demo.key()), "console", "--url", url);
            assertEquals(0, right.code(), right.err());
            Finished elsewhere = console(Map.of("CONNECT_KEY", demo.key()), "console", "--url", demo.url());
            assertEquals(1, elsewhere.code());
            assertTrue(elsewhere.err().contains("server.loopback_port"), elsewhere.err());
        }
    }

    @Test
    void without_a_connector_it_says_so() {
        Finished none = console(Map.of(), "console", "--url", "http://127.0.0.1:1");
        assertEquals(1, none.code());
        assertTrue(none.err().contains("No connector answers at http://127.0.0.1:1"), none.err());
    }

    private Finished console(Map<String, String> more, String... arguments) {
        Map<String, String> environment = new LinkedHashMap<>(StartedDemo.environment(folder));
        environment.putAll(more);
        List<String> line = line(arguments);
        line.add("--print");
        return Finished.program(folder, environment, line);
    }

    private static List<String> line(String... arguments) {
        List<String> line = new ArrayList<>(List.of(StartedDemo.launcher()));
        line.addAll(List.of(arguments));
        return line;
    }

    private void assertSignsInOnce(String link) throws Exception {
        assertTrue(link.matches("http://127\\.0\\.0\\.1:[0-9]+/console/sign-in\\?token=[A-Za-z0-9_-]{43}"), link);
        HttpRequest open = HttpRequest.newBuilder(URI.create(link)).build();
        HttpResponse<String> first = http.send(open, HttpResponse.BodyHandlers.ofString());
        assertEquals(303, first.statusCode(), first.body());
        assertTrue(first.headers().firstValue("Set-Cookie").isPresent());
        HttpResponse<String> second = http.send(open, HttpResponse.BodyHandlers.ofString());
        assertTrue(second.headers().firstValue("Set-Cookie").isEmpty());
    }
}
