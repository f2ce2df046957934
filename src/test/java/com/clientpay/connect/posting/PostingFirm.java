package com.clientpay.connect.posting;

import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.Request;
import com.clientpay.connect.testfirm.TestFirm;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * A firm with postings: merchant accounts {@code cards} (operating, bank account 100, PAY, CARD) and {@code retainers}
 * (trust, bank account 200); an open matter {@code m1} with invoices {@code i1} (100.00) and, later, {@code i2} (50.00)
 * and a trust ledger {@code t1} (500.00); a closed matter {@code m2} with invoice {@code i3}. Everything is posted at once,
 * and it is 2 November 2026, 12:00 UTC, until a test says otherwise.
 */
final class PostingFirm implements AutoCloseable {
    static final Duration WAITING_LIMIT = Duration.ofHours(1);

    final TestFirm books = TestFirm.open();
    final MovableClock clock = new MovableClock();
    final DuePostings duePostings;
    final WaitingPostings waitingPostings;
    private final List<Route> routes;

    private PostingFirm(Optional<String> databaseId) {
        books.execute(
                "INSERT INTO firm.Client (ClientId, ClientNumber, ClientName) VALUES ('c1', '10001', 'Harbor Light LLC')");
        books.execute("""
                INSERT INTO firm.Matter (MatterId, ClientId, MatterNumber, MatterName, Status, ResponsibleAttorney, Office,
                    PracticeArea, OpenedOn, Unapplied) VALUES
                ('m1', 'c1', '10001-0001', 'Lease', 'OPEN', 'None', 'North', 'Property', DATE '2026-01-05', 0.00),
                ('m2', 'c1', '10001-0002', 'Dock', 'CLOSED', 'None', 'North', 'Property', DATE '2026-01-06', 0.00)""");
        books.execute("""
                INSERT INTO firm.Invoice (InvoiceId, InvoiceNumber, MatterId, InvoiceDate, Amount, Balance, ChangedAt) VALUES
                ('i1', '20001', 'm1', DATE '2026-09-01', 100.00, 100.00, TIMESTAMP '2026-09-01 10:00:00'),
                ('i2', '20002', 'm1', DATE '2026-10-01', 50.00, 50.00, TIMESTAMP '2026-10-01 10:00:00'),
                ('i3', '20003', 'm2', DATE '2026-10-01', 70.00, 70.00, TIMESTAMP '2026-10-01 10:00:00')""");
        books.execute(
                "INSERT INTO firm.TrustLedger (TrustLedgerId, MatterId, BankAccountId, Balance) VALUES ('t1', 'm1', '200', 500.00)");
        books.execute("""
                INSERT INTO clientpay_internal.MerchantAccount
                    (MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version) VALUES
                ('cards', 'Cards', 'OPERATING', 'PAY', 'CARD', '100', 1),
                ('retainers', 'Retainers', 'TRUST', NULL, NULL, '200', 1)""");
        books.execute("""
                INSERT INTO clientpay_internal.Installation (DatabaseId, ContractVersion, ScriptVersion, SystemName,
                    SystemTitle, Delivery, Unapplied, KeepsChangeTime, HasLedgerCodes, HasTransactionTypes)
                VALUES ('db-1', 1, '1.0.0', 'reference', 'Reference firm', 'PROCEDURE', TRUE, TRUE, TRUE, TRUE)""");

        FirmCalendar calendar = new FirmCalendar(books.database(), clock);
        FirmDatabase database = new FirmDatabase(books.database(), clock, databaseId);
        PostingFinisher finisher = new PostingFinisher(books.database(), clock, calendar);
        PostingService service = new PostingService(books.database(), clock, calendar, database, finisher);
        PostingMoves moves = new PostingMoves(books.database(), clock, calendar, database, finisher);
        PostingList list = new PostingList(books.database(), calendar);
        duePostings = new DuePostings(books.database(), clock, database, finisher);
        waitingPostings = new WaitingPostings(books.database(), clock, WAITING_LIMIT);
        routes = new PostingRoutes(service, moves, list, new BooksService(books.database(), clock)).routes();
    }

    static PostingFirm open() {
        return new PostingFirm(Optional.empty());
    }

    /** A firm whose connector is configured for the database with that id; the database's own is {@code db-1}. */
    static PostingFirm openFor(String databaseId) {
        return new PostingFirm(Optional.of(databaseId));
    }

    /** The body of a card payment of 100.00 with these allocations, as JSON objects. */
    static String payment(String paymentId, String... allocations) {
        return "{\"paymentId\": \"" + paymentId + "\", \"merchantAccountId\": \"cards\", \"amount\": \"100.00\","
                + " \"paymentDate\": \"2026-11-02\", \"payer\": {\"name\": \"A. Example\"}, \"method\": \"CARD\","
                + " \"allocations\": [" + String.join(", ", allocations) + "]}";
    }

    static String toInvoice(String id, String amount) {
        return "{\"invoiceId\": \"" + id + "\", \"amount\": \"" + amount + "\"}";
    }

    void automaticPosting(boolean on) {
        books.execute("UPDATE clientpay_internal.PostingSettings SET AutomaticPosting = ?", on);
    }

    void usePostedDate(boolean on) {
        books.execute("UPDATE clientpay_internal.PostingSettings SET UsePostedDate = ?", on);
    }

    void timeIs(String instant) {
        clock.pass(Duration.between(clock.instant(), Instant.parse(instant)));
    }

    /** Every posting of the firm's books fails from now on, or works again. */
    void postPostingIs(String javaMethod) {
        books.execute("DROP ALIAS clientpay.PostPosting");
        books.execute("CREATE ALIAS clientpay.PostPosting FOR '" + javaMethod + "'");
    }

    /** Accounting accepts the mapping as it is now. */
    void signMapping() {
        books.execute("INSERT INTO clientpay_internal.MappingSignOff (SignedBy, SignedAt, EnteredBy)"
                + " VALUES ('A. Counter', CURRENT_TIMESTAMP, 'dba')");
        books.execute("INSERT INTO clientpay_internal.MappingSignOffState"
                + " SELECT (SELECT MAX(MappingSignOffId) FROM clientpay_internal.MappingSignOff), *"
                + " FROM clientpay_internal.MappingState");
    }

    /** The database answers commits before they are on its disk, or no longer does. */
    void delaysDurability(boolean on) {
        String procedure = on
                ? "com.clientpay.connect.api.MisbehavingProcedures.delayingDurability"
                : "com.clientpay.connect.demo.procedures.GetInstallation.call";
        books.execute("DROP ALIAS clientpay.GetInstallation");
        books.execute("CREATE ALIAS clientpay.GetInstallation FOR '" + procedure + "'");
        clock.pass(Duration.ofSeconds(2));
    }

    void postPostingWorks() {
        postPostingIs("com.clientpay.connect.demo.procedures.PostPosting.call");
    }

    /** Records a payment and is then interrupted. */
    String recordOnly(String key, String body) {
        PostingRequest request = PostingBodies.read(body);
        String id = PostingIds.next(clock.instant());
        return books.database()
                .transaction(transaction -> Recorded.by(transaction, id, key, request, "key:tester", clock.instant()))
                .postingId();
    }

    Request request(String method, String template) {
        return Request.of(routes, method, template);
    }

    Request submission(String key, String body) {
        return request("POST", "/v1/postings").header("idempotency-key", key).body(body);
    }

    JsonNode submit(String key, String body) {
        return Request.json(submission(key, body).send());
    }

    Request move(String id, String move, String body) {
        return request("POST", "/v1/postings/{id}/" + move).path("id", id).body(body);
    }

    JsonNode get(String id) {
        return Request.json(getAnswer(id));
    }

    Answer getAnswer(String id) {
        return request("GET", "/v1/postings/{id}").path("id", id).send();
    }

    /** How many receipts there are in the books. */
    int receipts() {
        return books.query("SELECT ReceiptId FROM firm.Receipt").size();
    }

    BigDecimal balance(String invoiceId) {
        return new BigDecimal(books.query("SELECT Balance FROM firm.Invoice WHERE InvoiceId = '" + invoiceId + "'")
                .get(0));
    }

    int recorded() {
        return books.query("SELECT PostingId FROM clientpay_internal.Posting").size();
    }

    @Override
    public void close() {
        books.close();
    }
}
