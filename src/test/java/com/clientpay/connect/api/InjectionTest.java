package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.logging.InitialLogging;
import com.clientpay.connect.logging.Logging;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Each text that the description knows (of a body, a path, a query, a header) with each hostile one in its place. It is kept and
 * given back as it is, or refused; nothing is found by it that should not be, no table is gone, and no log line is forged.
 */
class InjectionTest {
    private static final List<String> HOSTILE = List.of(
            "' OR '1'='1",
            "'; DROP TABLE clientpay_internal.Posting; --",
            "\" OR \"\"=\"",
            "1); DELETE FROM firm.Invoice; --",
            "' UNION SELECT Hash FROM clientpay_internal.ApiKey --",
            "%' OR 1=1 --",
            "%",
            "_",
            "[a-z]%",
            "\\'; SHUTDOWN; --",
            "x' || (SELECT 1) || '",
            "EXEC xp_cmdshell('dir')",
            "*)(uid=*))(|(uid=*",
            "admin)(&)",
            "${jndi:ldap://127.0.0.1/x}",
            "%msg%n",
            "{}",
            "%s%n%x",
            "a\r\n2026-11-23T15:04:05.123Z ERROR [-] Forged: line",
            "a\n2026-11-23T15:04:05.123Z ERROR [-] Forged: line",
            "a\u20282026-11-23T15:04:05.123Z ERROR [-] Forged: line",
            "\u001b[31mred\u001b[0m",
            "\u009b2J",
            "\u202egnp.exe",
            "=HYPERLINK(\"http://example.com\")",
            "@SUM(1+1)",
            "<script>alert(1)</script>",
            "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>",
            "../../../../etc/passwd",
            "{\"$ne\": null}",
            "\u0000");

    /** A right body of each operation that takes texts, with every one that its schema knows. */
    private static final Map<String, String> BODIES = new HashMap<>(Map.of(
            "putFields", """
                    {"items": [{"name": "CLIENT_NAME", "label": "x", "type": "TEXT", "shownOn": ["CONNECT"]}]}""",
            "putMerchantAccount", """
                    {"id": "operating", "name": "x", "kind": "OPERATING", "ledgerCode": "PMT", "transactionType": "CC",
                     "bankAccountId": "OPER-1"}""",
            "putPostingSettings", """
                    {"defaultArMessage": "x", "usePostedDate": false, "automaticPosting": true, "timeZone": "UTC",
                     "currency": "USD"}""",
            "submitPosting", posting(),
            "checkPosting", posting(),
            "postPostings", "{\"ids\": [\"x\"]}",
            "suggestAllocations", "{\"amount\": \"1.00\", \"invoiceIds\": [\"x\"]}",
            "reallocatePosting", "{\"allocations\": " + allocations() + "}",
            "removePosting", "{\"note\": \"x\"}",
            "reversePosting",
                    "{\"reason\": \"REFUND\", \"amount\": \"1.00\", \"date\": \"2026-11-20\", \"note\": \"x\"}"));

    static {
        BODIES.put("makeConsoleLink", "{\"user\": \"x\"}");
    }

    private static final Pattern LINE = Pattern.compile(
            "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z (ERROR|WARN |INFO |DEBUG) \\[[A-Za-z0-9._-]+] [A-Za-z0-9$_]+: [^\\p{Cntrl}]*"
                    + "|\t[^\\n]*");

    @TempDir
    static Path folder;

    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static TestConnector connector;
    private static List<String> before;

    private static String posting() {
        return """
                {"paymentId": "x", "merchantAccountId": "operating", "amount": "1.00", "paymentDate": "2026-11-20",
                 "payer": {"name": "x", "email": "x"}, "method": "CARD", "reference": "x", "arMessage": "x",
                 "ledgerCode": "PMT", "transactionType": "CC", "bankAccountId": "OPER-1", "currency": "USD",
                 "fields": {"OFFICE": "x"}, "allocations": %s}""".formatted(allocations());
    }

    private static String allocations() {
        return """
                [{"invoiceId": "x", "amount": "0.10"}, {"invoiceNumber": "x", "amount": "0.10"},
                 {"trustLedgerId": "x", "amount": "0.10"}, {"matterId": "x", "amount": "0.10"}]""";
    }

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
        Logging.toFiles(new ConnectConfig.Logs(folder, ConnectConfig.Level.DEBUG, 1), false);
        before = books();
    }

    @AfterAll
    static void stop() {
        connector.close();
        Logging.toConsole(ConnectConfig.Level.ERROR);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new InitialLogging().configure(context);
    }

    /** What no hostile text may change. */
    private static List<String> books() {
        return connector.query("SELECT CONCAT(COUNT(*), ' ', SUM(Balance)) FROM firm.Invoice"
                + " UNION ALL SELECT CONCAT(COUNT(*), ' ', SUM(Balance)) FROM firm.TrustLedger"
                + " UNION ALL SELECT CAST(COUNT(*) AS VARCHAR) FROM firm.Matter"
                + " UNION ALL SELECT CAST(COUNT(*) AS VARCHAR) FROM clientpay_internal.ApiKey"
                + " UNION ALL SELECT CAST(COUNT(*) AS VARCHAR) FROM INFORMATION_SCHEMA.TABLES");
    }

    static List<Operation> operations() {
        return OpenApi.described().operations().stream()
                .filter(operation -> !operation.path().equals("/v1/admin/checks"))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void a_hostile_text_is_a_text_and_nothing_else(Operation operation) throws Exception {
        int calls = 0;
        for (String hostile : HOSTILE) {
            calls += inTheBody(operation, hostile) + inTheHead(operation, hostile);
        }
        assertTrue(calls > 0, "nothing was sent");
        assertEquals(before, books(), "the books, the keys or the tables have changed");
        assertLogs();
    }

    private int inTheBody(Operation operation, String hostile) {
        if (operation.bodySchema().isEmpty()
                || operation.id().equals("reopenPosting")
                || operation.id().equals("postPosting")) {
            return 0; // those two have the texts of removePosting and a date
        }
        JsonNode body = Json.read(BODIES.getOrDefault(operation.id(), "{}"));
        Set<String> texts = new TreeSet<>();
        texts(body, "", texts);
        assertEquals(described(operation), withoutFields(texts), "texts of the body of " + operation.id());
        for (String pointer : texts) {
            ObjectNode changed = (ObjectNode) body.deepCopy();
            if (changed.has("paymentId")) {
                changed.put("paymentId", "pay-" + NUMBER.incrementAndGet());
            }
            set(changed, pointer, hostile);
            Reply reply = send(operation, call(operation, path(operation, "")).json(changed.toString()));
            assertKept(operation, pointer, hostile, reply);
        }
        return texts.size();
    }

    private int inTheHead(Operation operation, String hostile) {
        int calls = 0;
        for (JsonNode parameter : operation.parameters("query")) {
            String name = parameter.get("name").stringValue();
            ApiCall call = call(operation, path(operation, ""));
            operation.parameters("query").stream()
                    .filter(other -> other.path("required").asBoolean(false) && !other.equals(parameter))
                    .forEach(other -> call.parameter(
                            other.get("name").stringValue(),
                            other.get("name").stringValue().equals("by") ? "CLIENT_NAME" : "2026-11-20"));
            Reply reply = send(operation, body(operation, call.parameter(name, hostile)));
            if (name.equals("q") && reply.status() == 200 && reply.json().has("items")) {
                assertEquals(List.of(), reply.items("id"), () -> hostile + " finds something");
            }
            calls++;
        }
        if (operation.path().contains("{")) {
            send(operation, body(operation, call(operation, path(operation, hostile))));
            calls++;
        }
        boolean sendable = hostile.chars().allMatch(c -> c >= ' ' && c < 0x7F);
        for (String name : List.of(
                "X-Request-Id", "Idempotency-Key", "If-Match", "If-None-Match", "User-Agent", "X-Forwarded-For")) {
            if (sendable) {
                send(
                        operation,
                        body(operation, call(operation, path(operation, ""))).header(name, hostile));
                calls++;
            }
        }
        return calls;
    }

    private static ApiCall body(Operation operation, ApiCall call) {
        return operation.requiresBody() && BODIES.containsKey(operation.id())
                ? call.json(BODIES.get(operation.id()))
                : call;
    }

    private static ApiCall call(Operation operation, String path) {
        boolean admin = operation.path().matches("(/v1/admin|/console).*");
        ApiCall call = admin
                ? connector
                        .loopback(operation.method(), path)
                        .key(connector.key(com.clientpay.connect.http.Scope.ADMIN))
                : connector.call(operation.method(), path);
        return operation.id().equals("submitPosting")
                ? call.header("Idempotency-Key", "key-" + NUMBER.incrementAndGet())
                : call;
    }

    /** With the text in the place of each id; without one, with an id that may be there. */
    private static String path(Operation operation, String hostile) {
        String id = operation.path().startsWith("/v1/merchant-accounts") ? "operating" : "x";
        return operation
                .path()
                .replaceAll(
                        "\\{[a-zA-Z]+}",
                        hostile.isEmpty() ? id : ApiCall.encoded(hostile).replace("$", "%24"));
    }

    /** An answer that is described, or, for what is no path of ours, a problem. */
    private static Reply send(Operation operation, ApiCall call) {
        boolean routed = call.path().chars().filter(c -> c == '/').count()
                        == operation.path().chars().filter(c -> c == '/').count()
                && !call.path().contains("%2F")
                && !call.path().contains("%00");
        Reply reply = routed ? call.send() : call.sendUndescribed();
        assertTrue(reply.status() < 500, () -> call + " was answered " + reply.status() + " " + reply.text());
        return reply;
    }

    /** What is given back in the same place is what was sent; control characters of a payment's texts are blanks. */
    private static void assertKept(Operation operation, String pointer, String hostile, Reply reply) {
        if (reply.status() >= 300) {
            return;
        }
        JsonNode given = reply.json().at(pointer);
        if (given.isString() && !operation.id().equals("checkPosting")) {
            assertTrue(
                    List.of(
                                    hostile,
                                    Formats.plainText(hostile),
                                    Formats.plainText(hostile).strip())
                            .contains(given.stringValue()),
                    () -> operation + " keeps " + Json.text(hostile) + " of " + pointer + " as " + given);
        }
    }

    private static void texts(JsonNode node, String pointer, Set<String> found) {
        if (node.isString()) {
            found.add(pointer);
        } else if (node.isObject()) {
            node.properties().forEach(entry -> texts(entry.getValue(), pointer + "/" + entry.getKey(), found));
        } else {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), pointer + "/" + i, found);
            }
        }
    }

    /** Fields of postings have any names; allocations have one target each. */
    private static Set<String> withoutFields(Set<String> pointers) {
        Set<String> without = new TreeSet<>();
        pointers.stream()
                .filter(pointer -> !pointer.startsWith("/fields"))
                .map(pointer -> pointer.replaceAll("/[0-9]+", "/0"))
                .forEach(without::add);
        return without;
    }

    /** Every text that the schema of the body knows, so that none is forgotten here. */
    private static Set<String> described(Operation operation) {
        Set<String> found = new TreeSet<>();
        described(operation.api(), operation.bodySchema().orElseThrow(), "", found);
        return found;
    }

    private static void described(OpenApi api, JsonNode given, String pointer, Set<String> found) {
        JsonNode schema = api.resolve(given);
        if (schema.has("properties")) {
            schema.get("properties")
                    .properties()
                    .forEach(entry -> described(api, entry.getValue(), pointer + "/" + entry.getKey(), found));
        } else if (schema.has("items")) {
            described(api, schema.get("items"), pointer + "/0", found);
        } else if (isText(api, schema)) {
            found.add(pointer);
        }
    }

    private static boolean isText(OpenApi api, JsonNode schema) {
        JsonNode type = schema.path("type");
        boolean here = type.isArray()
                ? type.valueStream().anyMatch(t -> t.stringValue().equals("string"))
                : type.asString("").equals("string");
        boolean elsewhere = type.isMissingNode()
                && schema.has("$ref")
                && isText(api, api.resolve(JsonNodeFactory.instance.objectNode().set("$ref", schema.get("$ref"))));
        return here || elsewhere || schema.has("enum");
    }

    private static void set(ObjectNode body, String pointer, String text) {
        int slash = pointer.lastIndexOf('/');
        JsonNode holder = body.at(pointer.substring(0, slash));
        String name = pointer.substring(slash + 1);
        if (holder instanceof ObjectNode object) {
            object.put(name, text);
        } else {
            ((tools.jackson.databind.node.ArrayNode) holder).set(Integer.parseInt(name), text);
        }
    }

    private static void assertLogs() throws Exception {
        List<String> wrong = new ArrayList<>();
        for (String file : List.of("connect.log", "audit.log")) {
            for (String line : Files.readString(folder.resolve(file)).lines().toList()) {
                if (!LINE.matcher(line).matches() || line.startsWith("2026-11-23T15:04:05.123Z")) {
                    wrong.add(file + ": " + Json.text(line));
                }
            }
        }
        assertEquals(Optional.empty(), wrong.stream().findFirst(), "a log line that is none of ours");
    }
}
