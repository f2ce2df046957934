package com.clientpay.connect.packs;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.contract.Batches.Line;
import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.contract.Postings;
import com.clientpay.connect.contract.Recorded;
import com.clientpay.connect.contract.Together;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Sixteen callers at the same moment, on one connector and on two: nothing is queued twice. */
class PackExactlyOnceTest extends PackContractTest {
    private static final int CALLERS = 16;

    @BeforeEach
    void no_session_is_new() {
        Payment payment = ofBill("rehearsed", system.bill(), "10.00");
        connector(0, 2).rehearse(PackFirm.SESSIONS, payment);
        connector(1, 2).rehearse(PackFirm.SESSIONS, payment);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void sixteen_callers_with_one_key_queue_one_posting(int connectors) throws Exception {
        Payment payment = ofBill("a", system.bill(), system.bill().balance());

        List<Recorded> answers =
                Together.call(CALLERS, caller -> connector(caller, connectors).submit(payment));

        assertEquals(1, answers.stream().map(Recorded::id).distinct().count());
        assertTrue(answers.stream().allMatch(posting -> posting.status().equals("QUEUED")), answers::toString);
        assertEquals(List.of("RECORDED", "QUEUED"), answers.get(0).history());
        assertEquals(1, batches.waiting().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void one_payment_under_sixteen_keys_queues_one_posting(int connectors) throws Exception {
        Payment payment = ofBill("a", system.bill(), "10.00");

        List<Postings.Submission> answers = Together.call(CALLERS, caller -> {
            Postings connector = connector(caller, connectors);
            Payment under = payment.key("key-" + caller);
            connector.submit(under);
            return connector.record(under);
        });

        assertEquals(
                1,
                answers.stream().map(Postings.Submission::postingId).distinct().count());
        assertEquals(
                Map.of("REPLAYED", 1L, "PAYMENT_RECORDED", 15L),
                counted(answers.stream().map(Postings.Submission::outcome).toList()));
        assertEquals(1, batches.waiting().size());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void of_sixteen_payments_of_one_full_balance_one_is_queued(int connectors) throws Exception {
        List<Recorded> answers = Together.call(
                CALLERS,
                caller -> connector(caller, connectors)
                        .submit(ofBill(
                                "p" + caller, system.bill(), system.bill().balance())));

        assertEquals(
                Map.of("QUEUED []", 1L, "INCOMPLETE [over-balance 0]", 15L),
                counted(answers.stream()
                        .map(posting -> posting.status() + " " + posting.codes())
                        .toList()));
        List<Line> waiting = batches.waiting();
        assertEquals(1, waiting.size());
        assertEquals(system.bill().balance(), waiting.get(0).amount().toPlainString());
    }

    @Test
    void sixteen_callers_who_post_one_recorded_payment_queue_it_once() throws Exception {
        String id = postings.record(ofBill("a", system.bill(), "10.00")).postingId();

        List<String> outcomes =
                Together.call(CALLERS, caller -> connector(caller, 2).post(id).outcome());

        assertEquals(Map.of("DONE", 1L, "UNCHANGED", 15L), counted(outcomes));
        assertEquals(List.of("RECORDED", "QUEUED"), postings.get(id).history());
        assertEquals(1, batches.waiting().size());
    }

    @Test
    void sixteen_callers_who_reverse_a_posting_queue_one_reversal() throws Exception {
        String id = posted(ofBill("a", system.bill(), "10.00"));

        List<String> outcomes = Together.call(
                CALLERS,
                caller -> connector(caller, 2).reverse(id, ANY, "REFUND").outcome());

        assertEquals(Map.of("DONE", 1L, "UNCHANGED", 15L), counted(outcomes));
        assertEquals(
                List.of("REVERSE"), batches.waiting().stream().map(Line::kind).toList());
    }

    @Test
    void sixteen_connectors_take_a_report_once() throws Exception {
        String id = queued(ofBill("a", system.bill(), "10.00")).id();
        batches.written();
        report(id, "BOOKED", "");

        List<String> outcomes =
                Together.call(CALLERS, caller -> batches.take(id).outcome());

        assertEquals(Map.of("DONE", 1L, "UNCHANGED", 15L), counted(outcomes));
        assertEquals(List.of("RECORDED", "QUEUED", "POSTED"), postings.get(id).history());
    }

    @Test
    void keys_and_payments_that_differ_in_case_only_are_different() {
        Payment payment = ofBill("a", system.bill(), "10.00");

        Recorded lower = queued(payment.key("key-x").paymentId("pay-x"));
        Recorded upper = queued(payment.key("KEY-X").paymentId("PAY-X"));

        assertNotEquals(lower.id(), upper.id());
        assertEquals(2, batches.waiting().size());
    }

    private Postings connector(int caller, int connectors) {
        return new Postings(firm.connector(caller % connectors));
    }

    private static Map<String, Long> counted(List<String> values) {
        return values.stream().collect(groupingBy(identity(), counting()));
    }
}
