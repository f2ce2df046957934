package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that call a connector, against a server that answers what the test says. */
class CallTest {
    private static final String SECRET = "cpk_test_secret";

    @TempDir
    Path folder;

    private final List<String> received = new ArrayList<>();
    private final List<String> answers = new ArrayList<>();
    private int status = 200;
    private String type = "application/json";
    private HttpServer server;
    private Path keyFile;

    @BeforeEach
    void start() throws IOException {
        keyFile = Files.writeString(folder.resolve("key"), SECRET + "\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void a_call_sends_the_key_and_prints_the_answer_indented() {
        answers.add("{\"amount\":\"12.50\",\"items\":[]}");
        Finished call = command("call", "GET", "/v1/status?x=1");
        assertEquals(0, call.code(), call.err());
        assertEquals("GET /v1/status?x=1 Bearer " + SECRET + " ", received.get(0));
        assertTrue(call.out().contains("\"amount\" : \"12.50\""), call.out());
    }

    @Test
    void a_body_and_an_idempotency_key_are_sent_as_given() throws IOException {
        answers.add("{}");
        Path body = Files.writeString(folder.resolve("body.json"), "{\"a\":\"é\"}");
        Finished call = command("call", "post", "/v1/postings", "--idempotency-key", "k1", "-d", "@" + body);
        assertEquals(0, call.code(), call.err());
        assertEquals("POST /v1/postings Bearer " + SECRET + " {\"a\":\"é\"}k1", received.get(0));
    }

    @Test
    void json_is_the_answer_as_it_came() {
        answers.add("{\"b\":1,  \"a\":2}");
        assertEquals(
                "{\"b\":1,  \"a\":2}",
                command("call", "GET", "/", "--json").out().strip());
    }

    @Test
    void a_problem_is_told_in_words_on_standard_error() {
        status = 422;
        type = "application/problem+json";
        answers.add("""
                {"type":"urn:clientpay:problem:invalid","title":"The request has wrong values","status":422,
                 "detail":"Correct the places.","requestId":"r-1",
                 "errors":[{"pointer":"/amount","detail":"is required"}]}""");
        Finished call = command("call", "POST", "/v1/postings", "-d", "{}");
        assertEquals(1, call.code());
        assertEquals("", call.out());
        assertEquals(
                List.of(
                        "The request has wrong values (422 invalid)",
                        "Correct the places.",
                        "  /amount is required",
                        "Request r-1"),
                call.err().lines().toList());
    }

    @Test
    void nobody_listening_is_explained() {
        server.stop(0);
        Finished call = command("call", "GET", "/v1/status");
        assertEquals(1, call.code());
        assertTrue(call.err().contains("No connector answers at http://127.0.0.1:"), call.err());
    }

    @Test
    void a_key_on_the_command_line_is_refused_with_the_reason() {
        for (String[] options : List.of(new String[] {"--key", SECRET}, new String[] {"--key=" + SECRET}, new String[] {
            "-H", "Authorization: Bearer " + SECRET
        })) {
            Finished call = command(Stream.concat(Stream.of("call", "GET", "/v1/status"), Stream.of(options))
                    .toArray(String[]::new));
            assertEquals(2, call.code(), call.err());
            assertTrue(call.err().contains("visible to every user of this machine"), call.err());
            assertFalse(call.err().contains(SECRET), call.err());
        }
        assertEquals(List.of(), received);
    }

    @Test
    void a_key_is_never_sent_unencrypted_to_another_machine() {
        Finished call = Finished.command(
                "call", "GET", "/v1/status", "--url", "http://192.0.2.1:32321", "--key-file", keyFile.toString());
        assertEquals(2, call.code());
        assertTrue(call.err().contains("over https:"), call.err());
    }

    @Test
    void a_redirect_is_not_followed() {
        status = 302;
        answers.add("");
        assertEquals(1, command("call", "GET", "/v1/status").code());
        assertEquals(1, received.size());
    }

    @Test
    void a_search_prints_a_table_without_what_would_steer_the_terminal() {
        answers.add("""
                {"items":[{"id":"I1","number":"1001","matterNumber":"10023-0001","clientName":"\\u001b[31mO'Hara",
                 "date":"2026-11-01","amount":"100.00","balance":"40.00","pending":"0.00"}],"next":null}""");
        Finished search = command("search", "O'H & co");
        assertEquals(0, search.code(), search.err());
        assertEquals("GET /v1/invoices?by=CLIENT_NAME&q=O%27H%20%26%20co Bearer " + SECRET + " ", received.get(0));
        assertTrue(search.out().contains("\\u001b[31mO'Hara"), search.out());
        assertFalse(search.out().contains("\u001b"), search.out());
    }

    @Test
    void postings_that_do_not_get_into_the_books_make_the_command_fail() {
        answers.add("{\"id\":\"p1\",\"status\":\"POSTED\",\"reasons\":[]}");
        answers.add(
                "{\"id\":\"p2\",\"status\":\"INCOMPLETE\",\"reasons\":[{\"code\":\"matter-closed\",\"detail\":\"x\"}]}");
        Finished post = command("postings", "post", "p1", "p2");
        assertEquals(1, post.code());
        assertEquals(
                List.of("p1 is POSTED", "p2 is INCOMPLETE"), post.out().lines().toList());
        assertTrue(post.err().contains("matter-closed: x"), post.err());
    }

    @Test
    void an_export_reads_every_page_and_appears_complete() throws IOException {
        answers.add("{\"items\":[{\"id\":\"p1\",\"amount\":\"5.00\",\"payer\":{\"name\":\"=cmd\"}}],\"next\":\"c/2\"}");
        answers.add("{\"items\":[{\"id\":\"p2\",\"amount\":\"6.00\"}],\"next\":null}");
        Path file = folder.resolve("export.csv");
        Finished export = command("postings", "export", "--from", "2026-11-01", "--out", file.toString(), "--bom");
        assertEquals(0, export.code(), export.err());
        assertTrue(
                received.get(1).startsWith("GET /v1/postings?from=2026-11-01&limit=500&cursor=c%2F2 "),
                received.get(1));
        List<String> lines = Files.readAllLines(file);
        assertTrue(lines.get(0).startsWith("\uFEFFid,status,"), lines.get(0));
        assertTrue(lines.get(1).startsWith("p1,") && lines.get(1).contains(",'=cmd,"), lines.get(1));
        assertTrue(lines.get(2).startsWith("p2,"), lines.get(2));
    }

    @Test
    void an_export_that_breaks_off_leaves_the_file_as_it_was() throws IOException {
        Path file = Files.writeString(folder.resolve("export.csv"), "before");
        status = 503;
        answers.add("{}");
        assertEquals(1, command("postings", "export", "--out", file.toString()).code());
        assertEquals("before", Files.readString(file));
        try (Stream<Path> files = Files.list(folder)) {
            assertEquals(2, files.count(), "a temporary file is left beside the key and the export");
        }
    }

    @Test
    void a_difference_of_the_books_makes_reconcile_fail() {
        answers.add("""
                {"date":"2026-11-23","balanced":false,"accounts":[],
                 "differences":[{"postingId":"p1","detail":"The posting is not in the books."}]}""");
        Finished reconcile = command("reconcile", "--date", "2026-11-23");
        assertEquals(1, reconcile.code());
        assertTrue(reconcile.out().contains("p1: The posting is not in the books."), reconcile.out());
    }

    private Finished command(String... arguments) {
        return Finished.command(Stream.concat(
                        Stream.of(arguments),
                        Stream.of(
                                "--url",
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                                "--key-file",
                                keyFile.toString()))
                .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
        received.add(exchange.getRequestMethod()
                + " " + exchange.getRequestURI()
                + " " + exchange.getRequestHeaders().getFirst("Authorization")
                + " " + body
                + (key == null ? "" : key));
        byte[] answer = answers.remove(0).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", type);
        exchange.getResponseHeaders().set("Location", "/elsewhere");
        exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }
}
