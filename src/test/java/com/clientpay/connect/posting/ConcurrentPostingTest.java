package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFirm.payment;
import static com.clientpay.connect.posting.PostingFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.testfirm.Request;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class ConcurrentPostingTest {
    private static final int CALLERS = 16;

    private final PostingFirm firm = PostingFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    /** Sends all of them at the same moment; a problem's code stands for a refusal, a status for a posting. */
    private List<String> atOnce(IntFunction<Request> requests) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<String>> answers = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                Request request = requests.apply(i);
                Callable<String> call = () -> {
                    start.await();
                    return outcome(request);
                };
                answers.add(callers.submit(call));
            }
            start.countDown();
            List<String> outcomes = new ArrayList<>();
            for (Future<String> answer : answers) {
                outcomes.add(answer.get());
            }
            return outcomes;
        } finally {
            callers.shutdown();
        }
    }

    private static String outcome(Request request) {
        try {
            Answer answer = request.send();
            JsonNode posting = Request.json(answer);
            return answer.status() + " " + posting.get("status").stringValue();
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }

    @Test
    void one_key_sent_by_many_callers_at_once_is_one_posting() throws Exception {
        String body = payment("pay-1", toInvoice("i1", "100.00"));
        List<String> outcomes = atOnce(i -> firm.submission("key-1", body));
        assertEquals(1, Collections.frequency(outcomes, "201 POSTED"), outcomes::toString);
        assertEquals(CALLERS - 1, Collections.frequency(outcomes, "200 POSTED"), outcomes::toString);
        assertEquals(1, firm.recorded());
        assertEquals(1, firm.receipts());
    }

    @Test
    void one_payment_under_many_keys_at_once_is_one_posting() throws Exception {
        String body = payment("pay-1", toInvoice("i1", "100.00"));
        List<String> outcomes = atOnce(i -> firm.submission("key-" + i, body));
        assertEquals(1, Collections.frequency(outcomes, "201 POSTED"), outcomes::toString);
        assertEquals(CALLERS - 1, Collections.frequency(outcomes, "payment-already-recorded"), outcomes::toString);
        assertEquals(1, firm.receipts());
    }

    @Test
    void many_payments_of_one_invoice_at_once_are_all_recorded_and_one_is_posted() throws Exception {
        List<String> outcomes =
                atOnce(i -> firm.submission("key-" + i, payment("pay-" + i, toInvoice("i1", "100.00"))));
        assertEquals(1, Collections.frequency(outcomes, "201 POSTED"), outcomes::toString);
        assertEquals(CALLERS - 1, Collections.frequency(outcomes, "201 INCOMPLETE"), outcomes::toString);
        assertEquals(CALLERS, firm.recorded());
        assertEquals(1, firm.receipts());
        assertEquals(new BigDecimal("0.00"), firm.balance("i1"));
    }

    @Test
    void one_posting_reversed_by_many_people_at_once_is_reversed_once() throws Exception {
        String id = firm.submit("key-1", payment("pay-1", toInvoice("i1", "100.00")))
                .get("id")
                .stringValue();
        List<String> outcomes = atOnce(i -> firm.move(id, "reverse", "{\"reason\": \"REFUND\"}"));
        assertEquals(CALLERS, Collections.frequency(outcomes, "200 REVERSED"), outcomes::toString);
        assertEquals(2, firm.receipts());
        assertEquals(new BigDecimal("100.00"), firm.balance("i1"));
    }
}
