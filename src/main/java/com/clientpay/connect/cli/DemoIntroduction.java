package com.clientpay.connect.cli;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.platform.ThisSystem;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * What the demo prints when it is ready: four curl lines that work as they stand. The invoice in them is asked of the
 * running connector, and so is whether the payment would go into the books.
 */
final class DemoIntroduction {
    private static final BigDecimal MOST = new BigDecimal("100.00");
    /** The start of a client's name that needs no quoting anywhere. */
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z]{3,}");

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final String url;
    private final String key;
    private final Quoting quoting;

    DemoIntroduction(Api api, String url, String key, Quoting quoting) {
        this.api = api;
        this.url = url;
        this.key = key;
        this.quoting = quoting;
    }

    /** Makes a payment such as the one that is printed. */
    void post() {
        Map<String, Object> payment = payment();
        payment.remove("client");
        patiently(
                "POST",
                "/v1/postings",
                Map.of("Content-Type", "application/json", "Idempotency-Key", (String) payment.get("paymentId")),
                Optional.of(Json.bytes(payment)));
    }

    /**
     * @param importFolder of a firm that takes receipts by its import
     * @param console the command that opens the console
     */
    void print(PrintWriter out, Optional<Path> importFolder, String console) {
        Map<String, Object> payment = payment();
        String paymentId = (String) payment.get("paymentId");
        String search = "/v1/invoices?by=CLIENT_NAME&q=" + payment.remove("client") + "&limit=3";
        String post = curl(
                "/v1/postings",
                "-i",
                "-H",
                "Idempotency-Key: " + paymentId,
                "-H",
                "Content-Type: application/json",
                "-d",
                Json.text(payment));
        out.println("URL  " + url);
        out.println("Key  " + key);
        out.println();
        out.println("Copy these lines into another terminal.");
        out.println();
        out.println("The firm's bank accounts:");
        out.println(curl("/v1/bank-accounts"));
        out.println();
        out.println("Open invoices of a client:");
        out.println(curl(search));
        out.println();
        out.println("Post a payment on one of them:");
        out.println(post);
        out.println();
        out.println("Post it again; it is not posted twice, and the answer says Idempotent-Replayed:");
        out.println(post);
        out.println();
        importFolder.ifPresent(folder -> printImport(out, folder, paymentId));
        out.println("The console in your browser: " + console);
        out.println("Everything else the API can do: " + url + "/openapi.yaml");
        out.println("Ctrl-C stops the demo.");
    }

    private void printImport(PrintWriter out, Path folder, String paymentId) {
        out.println("This firm takes receipts by its own import: the payment is QUEUED, is written into a file in");
        out.println(folder);
        out.println(
                "after two seconds, and is POSTED when the import has booked it, some ten seconds later. See it change:");
        out.println(curl("/v1/postings?paymentId=" + paymentId));
        out.println();
    }

    private String curl(String path, String... options) {
        StringBuilder line = new StringBuilder("curl -sS -w ").append(quoting.quote("\\n"));
        line.append(" -H ").append(quoting.quote("Authorization: Bearer " + key));
        for (String option : options) {
            line.append(' ').append(option.matches("-[a-zA-Z]") ? option : quoting.quote(option));
        }
        return line.append(' ').append(quoting.quote(url + path)).toString();
    }

    /** The body of a payment that would be posted, and with it {@code client}, how its client's name begins. */
    private Map<String, Object> payment() {
        String today = LocalDate.now(
                        ZoneId.of(Shown.text(get("/v1/posting-settings").json(), "timeZone")))
                .toString();
        String account = Api.items(get("/v1/merchant-accounts")).stream()
                .filter(item -> Shown.text(item, "kind").equals("OPERATING"))
                .map(item -> Shown.text(item, "id"))
                .findFirst()
                .orElseThrow(() -> new CommandFailed("The demo firm has no operating merchant account any more."));
        String paymentId = "demo-" + Long.toString(System.currentTimeMillis(), 36);
        for (JsonNode invoice : Api.items(get("/v1/invoices?limit=100"))) {
            Matcher client = PLAIN.matcher(Shown.text(invoice, "clientName"));
            if (!client.lookingAt()) {
                continue;
            }
            String amount = new BigDecimal(Shown.text(invoice, "balance"))
                    .subtract(new BigDecimal(Shown.text(invoice, "pending")))
                    .min(MOST)
                    .toPlainString();
            Map<String, Object> payment = new LinkedHashMap<>();
            payment.put("paymentId", paymentId);
            payment.put("merchantAccountId", account);
            payment.put("amount", amount);
            payment.put("paymentDate", today);
            payment.put("allocations", List.of(Map.of("invoiceId", Shown.text(invoice, "id"), "amount", amount)));
            if (wouldBePosted(payment)) {
                payment.put("client", client.group());
                return payment;
            }
        }
        throw new CommandFailed("The demo firm has no open invoice any more that a payment could go to."
                + " Start it with a new folder.");
    }

    private boolean wouldBePosted(Map<String, Object> payment) {
        ApiAnswer answer = patiently(
                "POST",
                "/v1/postings/check",
                Map.of("Content-Type", "application/json"),
                Optional.of(Json.bytes(payment)));
        return answer.json().path("reasons").isEmpty();
    }

    private ApiAnswer get(String path) {
        return patiently("GET", path, Map.of(), Optional.empty());
    }

    /** Asks again while the answer is 503: callers of a kept firm may be there before this is. */
    private ApiAnswer patiently(String method, String path, Map<String, String> headers, Optional<byte[]> body) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            ApiAnswer answer = api.send(method, path, headers, body);
            if (answer.status() != 503 || System.nanoTime() - deadline > 0) {
                return answer.orFail();
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** How a shell takes an argument as it is. */
    enum Quoting {
        /** Single quotes; none is in what is printed. */
        POSIX {
            @Override
            String quote(String text) {
                return "'" + text.replace("'", "'\\''") + "'";
            }
        },
        /** Double quotes, those inside after a backslash, as curl.exe reads them. */
        WINDOWS {
            @Override
            String quote(String text) {
                return '"' + text.replace("\"", "\\\"") + '"';
            }
        };

        abstract String quote(String text);

        static Quoting ofThisSystem() {
            return ThisSystem.isWindows() ? WINDOWS : POSIX;
        }
    }
}
