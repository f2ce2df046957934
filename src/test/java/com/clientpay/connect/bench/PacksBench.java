package com.clientpay.connect.bench;

import static com.clientpay.connect.database.Contract.GET_INVOICE;
import static com.clientpay.connect.database.Contract.GET_MATTER;
import static com.clientpay.connect.database.Contract.SEARCH_INVOICES;
import static com.clientpay.connect.database.Contract.SEARCH_MATTERS;
import static com.clientpay.connect.database.Contract.SEARCH_TRUST_LEDGERS;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Procedure;
import com.clientpay.connect.packs.Fixture;
import com.clientpay.connect.packs.ManyBills;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * What the connector asks of each system's books, in a large firm beside a small one, on the server that
 * CONNECT_TEST_SQLSERVER_URL names: what seeks takes as long in both. {@code -Dbench.bills} is how many bills the large firm
 * has (100,000), up to 1,000,000, and {@code -Dbench.repetitions} how often each call is measured (5).
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class PacksBench {
    private static final int FEW = 1_000;
    private static final int MANY = Integer.getInteger("bench.bills", 100_000);
    private static final int WARM_UP = 2;
    private static final int REPETITIONS = Integer.getInteger("bench.repetitions", 5);
    private static final double REACH = 2;
    private static final Evidence EVIDENCE = new Evidence();

    /** What is known so far: each firm takes minutes. */
    @AfterEach
    void print() throws IOException {
        EVIDENCE.print(Path.of("target", "bench-packs.json"));
    }

    /** A call of the connector's. */
    private record Call(Procedure procedure, Object... arguments) {}

    @ParameterizedTest
    @CsvSource({
        "elite-3e, " + Fixture.IGNORING_CASE,
        "aderant-expert, " + Fixture.IGNORING_CASE,
        "elite-enterprise, " + Fixture.IGNORING_CASE,
        "elite-3e, " + Fixture.BINARY,
        "aderant-expert, " + Fixture.BINARY,
        "elite-enterprise, " + Fixture.BINARY
    })
    void lists_and_searches(String pack, String collation) {
        Fixture fixture = new Fixture(pack, collation);
        try (ManyBills few = ManyBills.of(fixture, FEW);
                ManyBills many = ManyBills.of(fixture, MANY)) {
            System.out.printf(
                    Locale.ROOT, "%s %s: %,d bills were made in %.0f s%n", pack, collation, MANY, many.seconds());
            Map<String, Call> inMany = calls(many);
            calls(few).forEach((what, call) -> {
                List<Double> small = new ArrayList<>();
                List<Double> large = new ArrayList<>();
                for (int i = 0; i < WARM_UP + REPETITIONS; i++) {
                    double there = milliseconds(few.connector(), call);
                    double here = milliseconds(many.connector(), inMany.get(what));
                    if (i >= WARM_UP) {
                        small.add(there);
                        large.add(here);
                    }
                }
                Figure beside = Figure.of(small);
                Figure figure = Figure.of(large);
                double ratio = figure.median() / beside.median();
                EVIDENCE.add(
                        pack + (collation.equals(Fixture.BINARY) ? ", binary: " : ": ") + what,
                        figure.text(" ms"),
                        beside.text(" ms of " + FEW),
                        String.format(Locale.ROOT, "%.2f", ratio),
                        ratio < REACH,
                        List.of(figure, beside));
            });
        }
    }

    private static Map<String, Call> calls(ManyBills firm) {
        Map<String, Call> calls = new LinkedHashMap<>();
        calls.put("open bills, first page", search(null, "PREFIX", "", null, null));
        calls.put("open bills, a page of the middle", search(null, "PREFIX", "", "2025-01-01", ""));
        calls.put("bills of a client", search("CLIENT_NUMBER", "EXACT", firm.clientNumber(), null, null));
        calls.put("bills of the clients of a name", search("CLIENT_NAME", "PREFIX", firm.clientName(), null, null));
        calls.put("bills of many clients, first page", search("CLIENT_NUMBER", "PREFIX", "7", null, null));
        calls.put("bills of a matter", search("MATTER_NUMBER", "EXACT", firm.matterNumber(), null, null));
        calls.put("bills of a number", search("INVOICE_NUMBER", "EXACT", firm.number(), null, null));
        calls.put(
                "bills whose number begins so",
                search(
                        "INVOICE_NUMBER",
                        "PREFIX",
                        firm.number().substring(0, firm.number().length() - 1),
                        null,
                        null));
        calls.put("a bill by its id", new Call(GET_INVOICE, firm.id()));
        calls.put("a matter by its id", new Call(GET_MATTER, firm.matterId()));
        calls.put(
                "matters of a client",
                new Call(SEARCH_MATTERS, "CLIENT_NUMBER", "EXACT", firm.clientNumber(), null, null, 50));
        calls.put(
                "trust ledgers of a matter",
                new Call(SEARCH_TRUST_LEDGERS, "MATTER_NUMBER", "EXACT", firm.matterNumber(), null, null, 50));
        calls.put("trust ledgers, first page", new Call(SEARCH_TRUST_LEDGERS, null, "PREFIX", "", null, null, 50));
        return calls;
    }

    private static Call search(String field, String match, String text, String after, String afterId) {
        return new Call(SEARCH_INVOICES, field, match, text, after, afterId, 50);
    }

    private static double milliseconds(Database connector, Call call) {
        long begun = System.nanoTime();
        connector.list(call.procedure(), row -> 1, call.arguments());
        return (System.nanoTime() - begun) / 1e6;
    }
}
