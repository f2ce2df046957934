package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.contract.Batches;
import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.posting.FirmCalendar;
import com.clientpay.connect.posting.FirmDatabase;
import com.clientpay.connect.posting.PostingFinisher;
import com.clientpay.connect.posting.PostingList;
import com.clientpay.connect.posting.PostingMoves;
import com.clientpay.connect.posting.PostingRoutes;
import com.clientpay.connect.posting.PostingService;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.Request;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is posted to a firm's books before accounting has accepted what the pack makes of them, and as long as it stays so. */
class PackSignOffTest extends PackContractTest {
    private final MovableClock clock = new MovableClock();
    private List<Route> routes;
    private int payments;

    @BeforeEach
    void a_connector() {
        Database database = firm.connector();
        FirmCalendar calendar = new FirmCalendar(database, clock);
        FirmDatabase books = new FirmDatabase(database, clock, Optional.empty());
        PostingFinisher finisher = new PostingFinisher(database, clock, calendar);
        routes = new PostingRoutes(
                        new PostingService(database, clock, calendar, books, finisher),
                        new PostingMoves(database, clock, calendar, books, finisher),
                        new PostingList(database, calendar),
                        new BooksService(database, clock))
                .routes();
    }

    @Test
    void a_payment_is_refused_before_the_sign_off_and_taken_after_it() {
        Problem problem = submission().refusal();
        assertEquals(503, problem.status());
        assertEquals("mapping-not-signed-off", problem.code());
        assertEquals(List.of("0"), firm.query("SELECT COUNT(*) FROM clientpay_internal.Posting"));

        signOff();
        taken();
    }

    @Test
    void an_answer_that_is_changed_makes_the_sign_off_void_and_its_return_brings_it_back() {
        signOff();
        taken();
        SystemFirm.Answer answer = system.answers().get(0);
        firm.execute("UPDATE clientpay_internal.Answer SET Answer = 'NONE' WHERE Item = N'" + answer.item() + "'");
        refusedAsChanged();

        firm.execute("UPDATE clientpay_internal.Answer SET Answer = '" + answer.answer() + "' WHERE Item = N'"
                + answer.item() + "'");
        taken();
    }

    @Test
    void an_answer_that_is_given_or_taken_back_makes_it_void() {
        signOff();
        firm.answer("BANK_ACCOUNT", "NEW", "OPERATING");
        refusedAsChanged();
        firm.forget("BANK_ACCOUNT", "NEW");
        taken();
        firm.forget("BANK_ACCOUNT", system.trustAccount());
        refusedAsChanged();
        signOff();
        taken();
    }

    @Test
    void a_view_that_somebody_has_changed_makes_it_void() {
        signOff();
        taken();
        String view = firm.query("SELECT m.definition FROM sys.sql_modules m"
                        + " WHERE m.object_id = OBJECT_ID(N'clientpay_internal.MapBooked')")
                .get(0);
        try {
            replace(view.replaceFirst("SELECT", "SELECT /* by hand */"));
            refusedAsChanged();
        } finally {
            replace(view);
        }
        taken();
    }

    @Test
    void a_view_of_the_firm_s_own_beside_those_of_the_pack_makes_it_void() {
        signOff();
        firm.execute("CREATE VIEW clientpay_internal.OurRates AS SELECT 1 AS Rate");
        try {
            refusedAsChanged();
        } finally {
            firm.execute("DROP VIEW clientpay_internal.OurRates");
        }
        taken();
    }

    private void replace(String view) {
        firm.execute("DROP VIEW clientpay_internal.MapBooked");
        firm.execute(view);
    }

    @Test
    void no_move_is_made_either() {
        String id = postings.record(ofBill("a", system.bill(), "1.00")).postingId();
        for (String move : List.of("post", "remove")) {
            assertEquals(
                    "mapping-not-signed-off",
                    Request.of(routes, "POST", "/v1/postings/{id}/" + move)
                            .path("id", id)
                            .body(move.equals("post") ? "{}" : "{\"note\": \"By hand\"}")
                            .refusal()
                            .code());
        }
        assertEquals(List.of(), new Batches(firm.connector()).waiting());
    }

    private Request submission() {
        clock.pass(Duration.ofSeconds(2));
        payments++;
        Payment payment = ofBill("s" + payments, system.bill(), "1.00");
        return Request.of(routes, "POST", "/v1/postings")
                .header("idempotency-key", payment.key())
                .body("{\"paymentId\": \"" + payment.paymentId() + "\", \"merchantAccountId\": \"operating\","
                        + " \"amount\": \"1.00\", \"paymentDate\": \"2026-11-02\", \"payer\": {\"name\": \"A. Example\"},"
                        + " \"method\": \"CARD\", \"allocations\": [{\"invoiceId\": \""
                        + system.bill().id() + "\", \"amount\": \"1.00\"}]}");
    }

    private void taken() {
        assertEquals("QUEUED", Request.json(submission().send()).get("status").stringValue());
    }

    private void refusedAsChanged() {
        Problem problem = submission().refusal();
        assertEquals("mapping-not-signed-off", problem.code());
        assertTrue(problem.detail().contains("was changed after"), problem.detail());
    }
}
