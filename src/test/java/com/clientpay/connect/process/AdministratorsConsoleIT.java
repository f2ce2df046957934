package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** {@code connect console} for who can read the configuration and write beside it: no key is needed. */
@DisabledOnOs(OS.WINDOWS)
class AdministratorsConsoleIT {
    private final Distribution distribution = Distribution.built();
    private final HttpClient http = HttpClient.newHttpClient();

    @TempDir
    Path folder;

    @Test
    void a_key_is_made_once_kept_for_its_owner_only_and_made_anew_when_it_was_revoked() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder);
                ConnectorProcess connector =
                        ConnectorProcess.start(distribution, folder, "books", firm, FreePort.pair())) {
            Path kept = folder.resolve("books").resolve("console.key");

            assertEquals(System.getProperty("user.name"), userOf(connect("console", "--print")));
            String key = Files.readString(kept);
            assertTrue(key.startsWith("cpk_console_"), key);
            assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)));

            assertTrue(signsIn(connect("console", "--print")));
            assertEquals(key, Files.readString(kept));

            connect("key", "revoke", "console");
            assertTrue(signsIn(connect("console", "--print")));
            assertNotEquals(key, Files.readString(kept));
            connector.stop();
        }
    }

    private boolean signsIn(String link) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .isPresent();
    }

    /** Who it is that the link signs in, of all who share the key. */
    private String userOf(String link) throws IOException, InterruptedException {
        String cookie = http.send(HttpRequest.newBuilder(URI.create(link)).build(), BodyHandlers.discarding())
                .headers()
                .firstValue("Set-Cookie")
                .orElseThrow()
                .replaceFirst(";.*", "");
        String session = http.send(
                        HttpRequest.newBuilder(URI.create(link).resolve("/v1/admin/console-session"))
                                .header("Cookie", cookie)
                                .build(),
                        BodyHandlers.ofString())
                .body();
        return Json.read(session).path("user").asString("");
    }

    /** What a command says, which must be fine. */
    private String connect(String... arguments) throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(distribution.launcher()));
        line.addAll(List.of(arguments));
        line.add("--config");
        line.add(folder.resolve("books").resolve("connect.toml").toString());
        ProcessBuilder builder =
                new ProcessBuilder(line).directory(folder.toFile()).redirectErrorStream(true);
        builder.environment().clear();
        builder.environment()
                .putAll(Map.of("PATH", System.getenv("PATH"), "CONNECT_JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        assertEquals(0, process.exitValue(), said);
        return said.strip();
    }
}
