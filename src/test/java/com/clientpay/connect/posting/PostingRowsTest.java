package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFixture.event;
import static com.clientpay.connect.posting.PostingFixture.posting;
import static com.clientpay.connect.posting.PostingFixture.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.Json;
import com.clientpay.connect.posting.PostingRows.Part;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class PostingRowsTest {

    @Test
    void no_rows_are_no_posting() {
        assertEquals(List.of(), PostingRows.assemble(List.of()));
    }

    @Test
    void each_posting_gets_its_own_parts_in_their_order() {
        Reason reason = new Reason("over-balance", "Too much.", Optional.of(1L));
        List<Posting> postings = PostingRows.assemble(List.of(
                new Part("b", posting("b", PostingStatus.INCOMPLETE)),
                new Part("b", toInvoice("1", "60.00")),
                new Part("b", toInvoice("2", "40.00")),
                new Part("b", reason),
                new Part("b", event("RECORDED", "first")),
                new Part("b", event("INCOMPLETE", "second")),
                new Part("a", posting("a", PostingStatus.POSTED)),
                new Part("a", toInvoice("3", "100.00")),
                new Part("a", event("RECORDED", "first"))));
        assertEquals(List.of("b", "a"), postings.stream().map(Posting::id).toList());
        assertEquals(
                List.of(toInvoice("1", "60.00"), toInvoice("2", "40.00")),
                postings.get(0).allocations());
        assertEquals(List.of(reason), postings.get(0).reasons());
        assertEquals(
                List.of("RECORDED", "INCOMPLETE"),
                postings.get(0).history().stream().map(HistoryEvent::what).toList());
        assertEquals(List.of(toInvoice("3", "100.00")), postings.get(1).allocations());
        assertEquals(List.of(), postings.get(1).reasons());
        assertEquals(1, postings.get(1).history().size());
    }

    @Test
    void a_posting_is_written_as_the_api_says() {
        Posting posting = posting("pst_1", PostingStatus.INCOMPLETE)
                .with(
                        List.of(toInvoice("7", "100.00")),
                        List.of(new Reason("over-balance", "Too much.", Optional.of(0L))),
                        List.of(event("RECORDED", "by hand")));
        assertEquals(
                "{\"id\":\"pst_1\",\"status\":\"INCOMPLETE\",\"attempt\":1,\"version\":1,\"paymentId\":\"pay-pst_1\","
                        + "\"merchantAccountId\":\"ma-1\",\"amount\":\"100.00\",\"paymentDate\":\"2026-11-02\","
                        + "\"allocations\":[{\"invoiceId\":\"7\",\"amount\":\"100.00\"}],"
                        + "\"reasons\":[{\"code\":\"over-balance\",\"detail\":\"Too much.\",\"allocation\":0}],"
                        + "\"createdAt\":\"2026-11-02T12:00:00Z\","
                        + "\"history\":[{\"at\":\"2026-11-02T12:00:00Z\",\"by\":\"key:portal\",\"what\":\"RECORDED\","
                        + "\"detail\":\"by hand\"}]}",
                Json.text(posting));
    }
}
