package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.contract.Batches;
import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.contract.Postings;
import com.clientpay.connect.contract.Recorded;
import com.clientpay.connect.packs.SystemFirm.Bill;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A test of the contract that each system's pack keeps: what the procedures make of payments, in front of the rows of its
 * fixture. Every test ends with a look at the vendor's tables, of which the connector may write none.
 *
 * <p>Automatic posting is on; merchant accounts {@code operating} and {@code trust} settle at the firm's accounts.
 */
@ParameterizedClass(name = "{0}")
@MethodSource("com.clientpay.connect.packs.SystemFirm#all")
abstract class PackContractTest {
    static final Optional<Long> ANY = Optional.empty();
    private static final LocalDate NEXT_DAY = Payment.TODAY.plusDays(1);
    /** In an order in which nothing refers to what is gone already. */
    private static final List<String> OURS = List.of(
            "ImportReport",
            "BatchLine",
            "Batch",
            "Effect",
            "PostingEvent",
            "PostingReason",
            "PostingAllocation",
            "Posting",
            "MerchantAccount",
            "Answer",
            "AnswerEvent",
            "MappingSignOffState",
            "MappingSignOffTotal",
            "MappingSignOff");

    @Parameter
    SystemFirm system;

    PackFirm firm;
    Postings postings;
    Batches batches;
    private VendorRows before;
    private boolean isChanged;

    @BeforeEach
    final void open() throws SQLException {
        firm = PackFirm.of(system.fixture());
        forget();
        system.answers().forEach(answer -> firm.answer(answer.subject(), answer.item(), answer.answer()));
        system.firmTrust().forEach(firm::execute);
        merchantAccount("OPERATING", system.operatingAccount());
        merchantAccount("TRUST", system.trustAccount());
        automaticPosting(true);
        postings = new Postings(firm.connector());
        batches = new Batches(firm.connector());
        before = VendorRows.of(firm.program());
    }

    @AfterEach
    final void nothing_of_the_vendor_s_was_written() throws SQLException {
        if (before == null) {
            return;
        }
        try {
            assertEquals(List.of(), before.differences(VendorRows.of(firm.program())));
        } finally {
            forget();
            if (isChanged) {
                system.fixture().restore(firm.program());
            } else if (!system.firmTrust().isEmpty()) {
                firm.execute("DELETE FROM dbo.FirmTrust");
            }
        }
    }

    private void forget() {
        StringBuilder batch = new StringBuilder();
        OURS.forEach(table ->
                batch.append("DELETE FROM clientpay_internal.").append(table).append(";\n"));
        firm.execute(batch.toString());
    }

    private void merchantAccount(String kind, String bankAccountId) {
        firm.execute("INSERT INTO clientpay_internal.MerchantAccount (MerchantAccountId, Name, Kind, LedgerCode,"
                + " TransactionType, BankAccountId, Version) VALUES (LOWER('" + kind + "'), 'Account', '" + kind + "', "
                + literal(system.ledgerCode()) + ", " + literal(system.transactionType()) + ", '" + bankAccountId
                + "', 1)");
    }

    private static String literal(Optional<String> text) {
        return text.map(value -> "'" + value + "'").orElse("NULL");
    }

    final void automaticPosting(boolean on) {
        firm.execute("UPDATE clientpay_internal.PostingSettings SET AutomaticPosting = " + (on ? 1 : 0));
    }

    /** The firm's own program writes, which is not the connector's doing. */
    final void firmWrites(List<String> statements) {
        isChanged = true;
        statements.forEach(firm::execute);
        try {
            before = VendorRows.of(firm.program());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Accounting accepts the mapping as it is now. */
    final void signOff() {
        firm.execute("INSERT INTO clientpay_internal.MappingSignOff (SignedBy, SignedAt, EnteredBy)"
                + " VALUES (N'A. Counter', '2026-11-02', N'dba');"
                + " INSERT INTO clientpay_internal.MappingSignOffState (MappingSignOffId, Part, Subject, Item, Value)"
                + " SELECT (SELECT MAX(o.MappingSignOffId) FROM clientpay_internal.MappingSignOff o), s.Part, s.Subject,"
                + " s.Item, s.Value FROM clientpay_internal.MappingState() s");
    }

    // ---- payments

    final Payment ofBill(String name, Bill bill, String amount) {
        return Payment.ofInvoice(name, bill.id(), amount);
    }

    final Recorded queued(Payment payment) {
        Recorded posting = postings.submit(payment);
        assertEquals(List.of(), posting.codes());
        assertEquals("QUEUED", posting.status());
        return posting;
    }

    // ---- the firm's import

    /** As it stands in the batch file. */
    final long receiptKey(String postingId) {
        List<Batches.Line> lines = batches.ofPosting(postingId);
        return lines.get(lines.size() - 1).receiptKey();
    }

    static String reference(long receiptKey) {
        return String.format("CP%010d", receiptKey);
    }

    /** Somebody says what the import has made of it. */
    final void report(String postingId, String outcome, String detail) {
        long key = receiptKey(postingId);
        firm.execute("EXEC clientpay_internal.ReportReceipt " + key + ", '" + outcome + "', "
                + (outcome.equals("BOOKED")
                        ? "N'R-" + key + "', '" + NEXT_DAY + "'"
                        : "NULL, NULL, N'" + detail + "'"));
    }

    /** On the whole way: queued, written, reported as booked, and the answer taken. */
    final String posted(Payment payment) {
        String id = queued(payment).id();
        batches.written();
        report(id, "BOOKED", "");
        assertEquals("DONE", batches.take(id).outcome());
        assertEquals("POSTED", postings.get(id).status());
        return id;
    }
}
