package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.posting.PostingStatus;
import com.clientpay.connect.posting.WaitingPostings.Waiting;
import com.clientpay.connect.settings.MerchantAccountService;
import com.clientpay.connect.testfirm.TestFirm;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Checks of the database and of what is in it. */
class DatabaseChecksTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOW, ZoneOffset.UTC);

    private final TestFirm firm = TestFirm.open();

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void a_database_that_answers_is_named() {
        Finding finding = new DatabaseCheck(() -> DatabaseProbe.open(firm.settings())).look();

        assertEquals(Status.PASS, finding.status());
        assertTrue(finding.seen().startsWith("H2 2."), finding.seen());
    }

    @Test
    void a_missing_procedure_fails_by_its_name() {
        firm.execute("DROP ALIAS clientpay.GetMatter");
        Finding finding = new ProceduresCheck(() -> DatabaseProbe.open(firm.settings())).look();

        assertEquals(Status.FAIL, finding.status());
        assertTrue(finding.seen().contains("\nGetMatter is missing."), finding.seen());
    }

    @Test
    void scripts_that_are_too_old_fail() {
        Finding finding = new ContractVersionCheck(() -> installation("firm-1", 0, NOW)).look();

        assertEquals(Status.FAIL, finding.status());
        assertEquals("contract 0, scripts 1.0 for Reference", finding.seen());
        assertEquals(
                Status.PASS,
                new ContractVersionCheck(() -> installation("firm-1", 99, NOW))
                        .look()
                        .status());
    }

    @Test
    void a_copy_of_the_database_fails() {
        assertEquals(Status.FAIL, id(Optional.of("firm-2")).status());
        assertEquals(Status.PASS, id(Optional.of("firm-1")).status());
        assertEquals(Status.PASS, id(Optional.empty()).status());
    }

    private static Finding id(Optional<String> configured) {
        return new DatabaseIdCheck(configured, () -> installation("firm-1", 1, NOW)).look();
    }

    @Test
    void a_firm_of_which_nothing_is_asked_passes() {
        assertEquals(
                "nothing is asked of the firm, and no sign-off is needed",
                mapping().seen());
        assertEquals(Status.PASS, mapping().status());
    }

    @Test
    void what_nobody_has_classified_is_named_and_is_a_warning() {
        firm.execute("DROP VIEW clientpay_internal.AskSubject");
        firm.execute("DROP VIEW clientpay_internal.AskItem");
        firm.execute("CREATE VIEW clientpay_internal.AskSubject AS SELECT 'BANK_ACCOUNT' AS Subject,"
                + " 'Bank accounts' AS Title, 'Whose?' AS Question, 1 AS Position");
        firm.execute("CREATE VIEW clientpay_internal.AskItem AS SELECT 'BANK_ACCOUNT' AS Subject,"
                + " 'B' || X AS Item, 'Iolta' AS Label, TRUE AS Active, X || ' trust ledgers' AS Usage,"
                + " NULL AS Suggested, CAST(NULL AS VARCHAR(32)) AS Refuted, CAST(NULL AS VARCHAR(99)) AS RefutedBecause"
                + " FROM SYSTEM_RANGE(1, 25)");
        Finding finding = mapping();
        assertEquals(Status.WARN, finding.status());
        assertTrue(
                finding.seen()
                        .startsWith(
                                "25 questions about the books are open\nBank accounts: B1 (Iolta) is not classified,"
                                        + " so it is not offered. In the books: 1 trust ledgers."),
                finding.seen());
        assertTrue(finding.seen().endsWith("And 5 more: connect scripts answers --list."), finding.seen());
        assertTrue(finding.action().orElseThrow().contains("connect scripts answers"));
    }

    @Test
    void a_missing_sign_off_fails_and_so_does_one_that_is_void_with_what_was_changed() {
        firm.execute("INSERT INTO clientpay_internal.Installation VALUES ('firm-1', 1, '1.0', 'reference', 'Reference',"
                + " 'PROCEDURE', TRUE, TRUE, TRUE, TRUE, TRUE)");
        assertEquals(Status.FAIL, mapping().status());
        assertEquals("nobody has signed the mapping off", mapping().seen());
        assertTrue(mapping().action().orElseThrow().contains("connect scripts sign-off"));

        firm.execute("INSERT INTO clientpay_internal.MappingSignOff (SignedBy, SignedAt, EnteredBy)"
                + " VALUES ('A. Counter', TIMESTAMP '2026-11-23 12:00:00', 'dba')");
        firm.execute(
                "INSERT INTO clientpay_internal.MappingSignOffState SELECT 1, * FROM clientpay_internal.MappingState");
        assertEquals(Status.PASS, mapping().status());
        assertEquals(
                "signed off by A. Counter at 2026-11-23T12:00:00Z", mapping().seen());

        firm.execute("INSERT INTO clientpay_internal.Answer (Subject, Item, Answer, AnsweredBy, AnsweredAt)"
                + " VALUES ('BANK_ACCOUNT', 'B1', 'TRUST', 'x', TIMESTAMP '2026-11-23 13:00:00')");
        assertEquals(Status.FAIL, mapping().status());
        assertEquals(
                "the mapping is another one than A. Counter at 2026-11-23T12:00:00Z signed off\n"
                        + "Changed since: the answer to BANK_ACCOUNT B1.",
                mapping().seen());
    }

    private Finding mapping() {
        return new SignedMappingCheck(firm::database).look();
    }

    @Test
    void a_database_that_delays_durability_fails() {
        Installation delaying = new Installation("firm-1", 1, "1.0", "Reference", "PROCEDURE", NOW, true);
        Finding finding = new DurabilityCheck(() -> delaying).look();

        assertEquals(Status.FAIL, finding.status());
        assertTrue(finding.action().orElseThrow().contains("SET DELAYED_DURABILITY"), finding.toString());
        assertEquals(
                Status.PASS,
                new DurabilityCheck(() -> installation("firm-1", 1, NOW)).look().status());
    }

    @Test
    void clocks_that_differ_by_more_than_two_minutes_warn() {
        assertEquals(Status.PASS, clock(NOW.plusSeconds(120)).status());
        assertEquals(Status.WARN, clock(NOW.plusSeconds(121)).status());
        assertEquals(
                "121 s between this machine and the database",
                clock(NOW.minusSeconds(121)).seen());
    }

    private static Finding clock(Instant theirs) {
        return new ClockCheck(() -> installation("firm-1", 1, theirs), CLOCK).look();
    }

    @Test
    void postings_that_wait_too_long_warn() {
        Duration hour = Duration.ofHours(1);
        assertEquals(Finding.pass("none for more than 60 minutes"), new WaitingPostingsCheck(hour, List::of).look());
        Finding finding = new WaitingPostingsCheck(
                        hour,
                        () -> List.of(new Waiting(PostingStatus.INCOMPLETE, 3, Instant.parse("2026-11-20T08:00:00Z"))))
                .look();
        assertEquals(Status.WARN, finding.status());
        assertEquals("3 INCOMPLETE, the oldest since 2026-11-20T08:00:00Z", finding.seen());
    }

    @Test
    void merchant_accounts_that_no_longer_fit_the_books_warn() {
        assertEquals("none is mapped", merchantAccounts().seen());
        account("good", "OPERATING", "PAY", "CARD", "100");
        assertEquals(Finding.pass("1 are mapped to what is there and active"), merchantAccounts());
        account("inactive", "OPERATING", "OLD", "CASH", "190");
        account("gone", "TRUST", "NO", null, "999");
        account("kind", "TRUST", null, null, "100");

        Finding finding = merchantAccounts();
        assertEquals(Status.WARN, finding.status());
        assertEquals(
                List.of(
                        "6 of their settings no longer fit the books",
                        "gone: bank account 999 is gone.",
                        "gone: ledger code NO is gone or inactive.",
                        "inactive: bank account 190 is inactive.",
                        "inactive: ledger code OLD is gone or inactive.",
                        "inactive: transaction type CASH is gone or inactive.",
                        "kind: bank account 100 is OPERATING, but the merchant account is TRUST."),
                finding.seen().lines().toList());
    }

    private Finding merchantAccounts() {
        return new MerchantAccountsCheck(
                        () -> new MerchantAccountService(firm.database(), CLOCK),
                        () -> new BooksService(firm.database(), CLOCK))
                .look();
    }

    private void account(String id, String kind, String ledgerCode, String transactionType, String bankAccount) {
        firm.execute(
                "INSERT INTO clientpay_internal.MerchantAccount (MerchantAccountId, Name, Kind, LedgerCode, TransactionType,"
                        + " BankAccountId, Version) VALUES (?, ?, ?, ?, ?, ?, 1)",
                id,
                id,
                kind,
                ledgerCode,
                transactionType,
                bankAccount);
    }

    @Test
    void empty_books_warn_and_a_list_that_cannot_be_read_fails() {
        Finding empty = new ListsCheck(firm::database).look();
        assertEquals(Status.WARN, empty.status(), empty.seen());
        assertTrue(empty.seen().startsWith("4 bank accounts, "), empty.seen());

        firm.execute("DROP ALIAS clientpay.SearchInvoices");
        Finding broken = new ListsCheck(firm::database).look();
        assertEquals(Status.FAIL, broken.status());
        assertTrue(broken.seen().contains("Procedure clientpay.SearchInvoices failed with error "), broken.seen());
        assertFalse(broken.seen().toLowerCase().contains("sql statement"), broken.seen());
    }

    private static Installation installation(String id, long contract, Instant calledAt) {
        return new Installation(id, contract, "1.0", "Reference", "PROCEDURE", calledAt, false);
    }
}
