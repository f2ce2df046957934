package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Many requests, right and wrong, the same ones in each run. Whatever is sent: the answer is described and no 5xx; what is
 * accepted is allowed by the description, and what is refused as wrong is forbidden by it, unless it is wrong only by what
 * the firm's books say or by two values together.
 */
class GeneratedRequestsTest {
    private static final int REQUESTS = 120;
    /** What takes long, each time. */
    private static final List<String> SLOW = List.of("/v1/admin/checks", "/v1/admin/support-bundle");

    /** What a schema cannot say, by operation: the places that may be refused although each value has the right form. */
    private static final Map<String, Pattern> MEANING = new HashMap<>();

    static {
        for (String search : List.of("listMatters", "listOpenInvoices", "listTrustLedgers")) {
            MEANING.put(search, Pattern.compile("\\?(by|q|cursor)"));
        }
        MEANING.put("syncInvoices", Pattern.compile("\\?since"));
        MEANING.put("listPostings", Pattern.compile("\\?(from|cursor)"));
        MEANING.put("countPostings", Pattern.compile("\\?from"));
        MEANING.put("putFields", Pattern.compile("/items|/items/[0-9]+/(name|label|type|searchable)"));
        MEANING.put("putMerchantAccount", Pattern.compile("/(id|bankAccountId|ledgerCode|transactionType)"));
        MEANING.put("putPostingSettings", Pattern.compile("/(timeZone|currency)"));
        MEANING.put("suggestAllocations", Pattern.compile("/invoiceIds/[0-9]+"));
    }

    private static TestConnector connector;
    private static List<String> ids;

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
        ids = new ArrayList<>(
                connector.get("/v1/invoices").parameter("limit", "3").send().items("id"));
        ids.addAll(connector
                .get("/v1/trust-ledgers")
                .parameter("limit", "2")
                .send()
                .items("id"));
        for (int i = 0; i < 3; i++) {
            ids.add(connector
                    .post("/v1/postings", PostingBodies.forInvoice("pay-" + i, "1.00", ids.get(i)))
                    .header("Idempotency-Key", "key-" + i)
                    .send()
                    .at("/id"));
        }
        Reply slice = connector.get("/v1/invoices").parameter("limit", "3").send();
        ids.add(slice.at("/next"));
    }

    @AfterAll
    static void stop() {
        connector.close();
    }

    static List<Operation> operations() {
        return OpenApi.described().operations().stream()
                .filter(operation -> !SLOW.contains(operation.path()))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("operations")
    void whatever_is_sent_is_answered_as_described(Operation operation) {
        RequestGenerator generator =
                new RequestGenerator(OpenApi.described(), operation.toString().hashCode(), ids);
        boolean admin = operation.path().matches("(/v1/admin|/console).*");
        for (int i = 0; i < REQUESTS; i++) {
            ApiCall call = generator.next(
                    operation,
                    (method, path) -> admin
                            ? connector
                                    .loopback(method, path)
                                    .key(connector.key(com.clientpay.connect.http.Scope.ADMIN))
                            : connector.call(method, path));
            List<String> forbidden = operation.violations(call);

            Reply reply = call.send();

            assertTrue(reply.status() < 500, () -> call + " was answered " + reply.status() + " " + reply.text());
            if (reply.status() < 400) {
                assertTrue(
                        forbidden.isEmpty(),
                        () -> call + " was accepted, but the description forbids it: " + forbidden);
            } else if (forbidden.isEmpty() && isWrong(reply)) {
                assertTrue(
                        isAboutMeaning(operation, reply),
                        () -> call + " was refused, but the description allows it: " + reply.text());
            }
        }
    }

    private static boolean isWrong(Reply reply) {
        return List.of("bad-query", "invalid", "unreadable-json", "bad-path", "bad-request")
                .contains(reply.problem());
    }

    private static boolean isAboutMeaning(Operation operation, Reply reply) {
        Pattern places = MEANING.get(operation.id());
        return places != null
                && reply.wrongPlaces().stream()
                        .allMatch(place -> places.matcher(place).matches());
    }
}
