package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFirm.payment;
import static com.clientpay.connect.posting.PostingFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.testfirm.Request;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class SuggestAllocationsTest {
    private final PostingFirm firm = PostingFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    private Request suggest(String body) {
        return firm.request("POST", "/v1/allocations/suggest").body(body);
    }

    private List<String> wrongPlaces(String body) {
        Problem problem = suggest(body).refusal();
        assertEquals(422, problem.status());
        return problem.errors().stream().map(FieldError::pointer).toList();
    }

    @Test
    void the_oldest_invoice_is_paid_first_less_what_pending_postings_would_take() {
        firm.automaticPosting(false);
        firm.submit(
                "key-1",
                payment("pay-1", toInvoice("i1", "40.00")).replace("\"amount\": \"100.00\"", "\"amount\": \"40.00\""));
        assertEquals(
                "{\"allocations\":[{\"invoiceId\":\"i1\",\"invoiceNumber\":\"20001\",\"amount\":\"60.00\"},"
                        + "{\"invoiceId\":\"i2\",\"invoiceNumber\":\"20002\",\"amount\":\"50.00\"}],\"rest\":\"15.00\"}",
                Request.json(suggest("{\"amount\": \"125.00\", \"invoiceIds\": [\"i2\", \"i1\"]}")
                                .send())
                        .toString());
    }

    @Test
    void every_wrong_place_is_named() {
        assertEquals(List.of("/amount", "/invoiceIds"), wrongPlaces("{}"));
        assertEquals(List.of("/invoiceIds"), wrongPlaces("{\"amount\": \"1.00\", \"invoiceIds\": []}"));
        assertEquals(
                List.of("/invoiceIds/1", "/invoiceIds/2"),
                wrongPlaces("{\"amount\": \"1.00\", \"invoiceIds\": [\"i1\", \"nowhere\", \"gone\"]}"));
        assertEquals(
                List.of("/invoiceIds/2"),
                wrongPlaces("{\"amount\": \"1.00\", \"invoiceIds\": [\"i1\", \"i2\", \"i1\"]}"));
    }
}
