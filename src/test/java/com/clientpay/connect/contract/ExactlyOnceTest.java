package com.clientpay.connect.contract;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ExactlyOnceTest extends ContractTest {
    private static final int CALLERS = 16;

    private Postings[] connectors;

    @BeforeEach
    void two_connectors() {
        connectors = new Postings[] {postings, new Postings(contract.connector())};
    }

    @Test
    void sixteen_callers_with_one_key_make_one_posting() throws Exception {
        oneKey(1);
    }

    @Test
    void sixteen_callers_on_two_connectors_with_one_key_make_one_posting() throws Exception {
        oneKey(2);
    }

    @Test
    void one_payment_under_sixteen_keys_makes_one_posting() throws Exception {
        onePayment(1);
    }

    @Test
    void one_payment_under_sixteen_keys_on_two_connectors_makes_one_posting() throws Exception {
        onePayment(2);
    }

    @Test
    void of_sixteen_payments_of_one_full_balance_one_is_posted() throws Exception {
        oneBalance(1);
    }

    @Test
    void of_sixteen_payments_of_one_full_balance_on_two_connectors_one_is_posted() throws Exception {
        oneBalance(2);
    }

    @Test
    void sixteen_callers_who_post_one_recorded_payment_post_it_once() throws Exception {
        firm.invoice("I1", "2001", "100.00");
        String id = postings.record(Payment.ofInvoice("a", "I1", "100.00")).postingId();

        List<String> outcomes = together(caller -> connector(caller, 2).post(id).outcome());

        assertEquals(Map.of("DONE", 1L, "UNCHANGED", 15L), counted(outcomes));
        assertEquals(List.of("RECORDED", "POSTED"), postings.get(id).history());
        assertEquals(1, firm.receipts());
    }

    @Test
    void sixteen_callers_who_reverse_a_posting_reverse_it_once() throws Exception {
        firm.invoice("I1", "2001", "100.00");
        String id = postings.submit(Payment.ofInvoice("a", "I1", "100.00")).id();

        List<String> outcomes = together(caller ->
                connector(caller, 2).reverse(id, Optional.empty(), "REFUND").outcome());

        assertEquals(Map.of("DONE", 1L, "UNCHANGED", 15L), counted(outcomes));
        assertEquals(new BigDecimal("100.00"), firm.balance("I1"));
    }

    @Test
    void payments_over_the_same_invoices_in_any_order_never_wait_in_a_circle() throws Exception {
        for (int i = 0; i < 8; i++) {
            firm.invoice("I" + i, "200" + i, "160.00");
        }

        List<String> statuses = together(caller -> {
            Payment payment = Payment.of("p" + caller, "80.00");
            for (int i = 0; i < 8; i++) {
                int invoice = caller % 2 == 0 ? i : 7 - i;
                payment = payment.invoice("I" + invoice, "10.00");
            }
            return connector(caller, 2).submit(payment).status();
        });

        assertEquals(Map.of("POSTED", 16L), counted(statuses));
        assertEquals(new BigDecimal("0.00"), firm.balance("I3"));
    }

    @Test
    void keys_and_payments_that_differ_in_case_only_are_different() {
        firm.invoice("I1", "2001", "100.00");

        Recorded lower = postings.submit(
                Payment.ofInvoice("a", "I1", "10.00").key("key-x").paymentId("pay-x"));
        Recorded upper = postings.submit(
                Payment.ofInvoice("a", "I1", "10.00").key("KEY-X").paymentId("PAY-X"));

        assertNotEquals(lower.id(), upper.id());
        assertEquals(List.of("POSTED", "POSTED"), List.of(lower.status(), upper.status()));
        assertEquals(new BigDecimal("80.00"), firm.balance("I1"));
    }

    /** The firm's own program takes none of our locks: its payment comes between our look and our entry. */
    @Test
    void a_payment_that_the_firm_takes_meanwhile_is_not_taken_twice() throws Exception {
        firm.invoice("I1", "2001", "100.00");
        String id = postings.record(Payment.ofInvoice("a", "I1", "100.00")).postingId();
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(4);
        try (var program = contract.connect();
                var statement = program.createStatement()) {
            program.setAutoCommit(false);
            statement.executeUpdate("UPDATE firm.Invoice SET Balance = Balance - 30.00 WHERE InvoiceId = 'I1'");
            firm.books().changedByFirm("invoice I1", new BigDecimal("-30.00"));

            List<String> outcomes = Together.call(2, caller -> {
                if (caller == 0) {
                    return postings.post(id).outcome();
                }
                while (!contract.isSomebodyWaiting() && System.nanoTime() < deadline) {
                    Thread.onSpinWait();
                }
                boolean waited = contract.isSomebodyWaiting();
                commit(program);
                return waited ? "waited" : "did not wait";
            });

            assertEquals(List.of("REFUSED", "waited"), outcomes);
        }
        Recorded posting = postings.get(id);
        assertEquals("INCOMPLETE", posting.status());
        assertEquals(List.of("over-balance 0"), posting.codes());
        assertEquals(new BigDecimal("70.00"), firm.balance("I1"));
        assertEquals(0, firm.receipts());
    }

    private static void commit(Connection connection) {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private void oneKey(int connectorCount) throws Exception {
        firm.invoice("I1", "2001", "100.00");
        Payment payment = Payment.ofInvoice("a", "I1", "100.00");

        List<Recorded> answers =
                together(caller -> connector(caller, connectorCount).submit(payment));

        assertEquals(1, distinct(answers.stream().map(Recorded::id)));
        assertTrue(answers.stream().allMatch(posting -> posting.status().equals("POSTED")), "each answer is POSTED");
        assertEquals(List.of("RECORDED", "POSTED"), answers.get(0).history());
        assertEquals(1, firm.receipts());
    }

    private void onePayment(int connectorCount) throws Exception {
        firm.invoice("I1", "2001", "100.00");
        Payment payment = Payment.ofInvoice("a", "I1", "10.00");

        List<Postings.Submission> answers = together(caller -> {
            Postings connector = connector(caller, connectorCount);
            Payment under = payment.key("key-" + caller);
            connector.submit(under);
            return connector.record(under);
        });

        assertEquals(1, distinct(answers.stream().map(Postings.Submission::postingId)));
        assertEquals(
                Map.of("REPLAYED", 1L, "PAYMENT_RECORDED", 15L),
                counted(answers.stream().map(Postings.Submission::outcome).toList()));
        assertEquals(1, firm.receipts());
        assertEquals(new BigDecimal("90.00"), firm.balance("I1"));
    }

    private void oneBalance(int connectorCount) throws Exception {
        firm.invoice("I1", "2001", "100.00");

        List<Recorded> answers = together(
                caller -> connector(caller, connectorCount).submit(Payment.ofInvoice("p" + caller, "I1", "100.00")));

        assertEquals(
                Map.of("POSTED", 1L, "INCOMPLETE", 15L),
                counted(answers.stream().map(Recorded::status).toList()));
        assertEquals(
                Map.of("[]", 1L, "[over-balance 0]", 15L),
                counted(answers.stream()
                        .map(posting -> posting.codes().toString())
                        .toList()));
        assertEquals(new BigDecimal("0.00"), firm.balance("I1"));
        assertEquals(1, firm.receipts());
    }

    private static <T> List<T> together(IntFunction<T> work) throws Exception {
        return Together.call(CALLERS, work);
    }

    private Postings connector(int caller, int connectorCount) {
        return connectors[caller % connectorCount];
    }

    private static int distinct(Stream<String> values) {
        Set<String> seen = new HashSet<>(values.toList());
        return seen.size();
    }

    private static Map<String, Long> counted(List<String> values) {
        return values.stream().collect(groupingBy(identity(), counting()));
    }
}
