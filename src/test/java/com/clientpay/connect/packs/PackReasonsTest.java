package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.clientpay.connect.contract.Payment;
import com.clientpay.connect.contract.Recorded;
import com.clientpay.connect.packs.SystemFirm.BadBill;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Every conflict that a payment can have with each system's books: recorded with its reason, and never queued. */
class PackReasonsTest extends PackContractTest {
    private int payments;

    @AfterEach
    void nothing_is_queued() {
        if (batches != null) {
            assertEquals(List.of(), batches.waiting());
        }
    }

    // ---- bills

    @Test
    void a_bill_to_which_nothing_can_be_posted() {
        for (BadBill bill : system.badBills()) {
            incomplete(bill.what(), payment().invoice(bill.id(), "1.00"), bill.codes());
        }
    }

    @Test
    void an_id_that_no_bill_has_or_could_have() {
        for (String id : List.of("99999999", "x", "", "9".repeat(64), "1-2-3", "' OR 1 = 1 --", "%")) {
            incomplete(id, payment().invoice(id, "1.00"), List.of("invoice-unknown 0"));
        }
    }

    @Test
    void a_number_that_no_bill_that_counts_has() {
        for (String number : system.unknownNumbers()) {
            incomplete(number, payment().invoiceNumber(number, "1.00"), List.of("invoice-unknown 0"));
        }
    }

    @Test
    void a_number_of_several_open_bills() {
        for (String number : system.ambiguousNumbers()) {
            Recorded posting =
                    incomplete(number, payment().invoiceNumber(number, "1.00"), List.of("invoice-ambiguous 0"));
            assertEquals(Optional.empty(), posting.allocations().get(0).invoiceId(), "nobody guesses which");
        }
    }

    @Test
    void more_than_is_open_on_a_bill() {
        String balance = system.bill().balance();
        Recorded posting = incomplete(
                "a cent too much",
                Payment.of("cent", balance.replace(".00", ".01"))
                        .invoice(system.bill().id(), balance.replace(".00", ".01")),
                List.of("over-balance 0"));

        String detail = posting.reasons().get(0).detail();
        assertTrue(
                detail.contains("Invoice " + system.bill().number()) && detail.contains("at most " + balance), detail);
    }

    @Test
    void a_bill_twice_by_its_id_and_by_its_number() {
        incomplete(
                "twice",
                Payment.of("twice", "2.00")
                        .invoice(system.bill().id(), "1.00")
                        .invoiceNumber(system.bill().number(), "1.00"),
                List.of("duplicate-target 1"));
    }

    @Test
    void more_and_less_than_was_paid() {
        incomplete("less", Payment.of("less", "2.00").invoice(system.bill().id(), "1.00"), List.of("unallocated-rest"));
        incomplete("more", Payment.of("more", "2.00").invoice(system.bill().id(), "3.00"), List.of("over-allocated"));
    }

    // ---- trust

    @Test
    void a_trust_ledger_that_the_books_do_not_have() {
        for (String ledger : system.noTrustLedgers()) {
            incomplete(ledger, trustPayment().trustLedger(ledger, "1.00"), List.of("no-trust-ledger 0"));
        }
        incomplete(
                "by its matter",
                trustPayment().matter(system.matterWithoutTrustLedger(), "1.00"),
                List.of("no-trust-ledger 0"));
    }

    @Test
    void a_trust_ledger_of_another_account() {
        incomplete(
                "elsewhere",
                trustPayment().trustLedger(system.trustLedgerElsewhere(), "1.00"),
                List.of("trust-ledger-of-other-bank-account 0"));
    }

    @Test
    void a_trust_ledger_of_a_closed_matter() {
        incomplete(
                "closed",
                trustPayment().trustLedger(system.trustLedgerOfClosedMatter(), "1.00"),
                List.of("matter-closed 0"));
    }

    @Test
    void a_matter_with_several_trust_ledgers_at_the_account() {
        Optional<String> matter = system.matterWithSeveralTrustLedgers();
        assumeTrue(matter.isPresent(), "This system has one ledger for each matter and account.");

        incomplete("several", trustPayment().matter(matter.get(), "1.00"), List.of("ambiguous-trust-ledger 0"));
    }

    @Test
    void money_of_one_kind_for_what_holds_the_other() {
        incomplete(
                "trust to bill",
                trustPayment().invoice(system.bill().id(), "1.00"),
                List.of("trust-money-to-invoice 0"));
        incomplete(
                "trust to bill by number",
                trustPayment().invoiceNumber(system.bill().number(), "1.00"),
                List.of("trust-money-to-invoice 0"));
        incomplete(
                "operating to trust",
                payment().trustLedger(system.trustLedger(), "1.00"),
                List.of("operating-money-to-trust 0"));
        incomplete(
                "operating at the trust account",
                payment().invoice(system.bill().id(), "1.00").bankAccount(system.trustAccount()),
                List.of("bank-account-of-other-kind"));
        incomplete(
                "trust at the operating account",
                trustPayment().trustLedger(system.trustLedger(), "1.00").bankAccount(system.operatingAccount()),
                List.of("bank-account-of-other-kind"));
    }

    @Test
    void money_on_account_which_no_pack_takes() {
        incomplete(
                "on account",
                payment().matter(system.matterOfTrustLedger(), "1.00"),
                List.of("unapplied-not-supported 0"));
        incomplete("of no matter", payment().matter("999999", "1.00"), List.of("matter-unknown 0"));
    }

    // ---- accounts and codes

    @Test
    void an_account_that_is_unclassified_or_never_offered_or_closed_or_none() {
        for (String account : system.unusableAccounts()) {
            incomplete(
                    account,
                    payment().invoice(system.bill().id(), "1.00").bankAccount(account),
                    List.of("bank-account-gone"));
        }
    }

    @Test
    void an_account_whose_classification_was_taken_back() {
        firm.forget("BANK_ACCOUNT", system.trustAccount());

        incomplete(
                "taken back",
                trustPayment().matter(system.matterWithoutTrustLedger(), "1.00"),
                List.of("bank-account-gone"));
    }

    @Test
    void a_code_that_no_receipt_may_have() {
        for (String code : system.badCodes()) {
            Payment payment = payment().invoice(system.bill().id(), "1.00");
            incomplete(
                    code,
                    system.ledgerCode().isPresent() ? payment.ledgerCode(code) : payment.transactionType(code),
                    List.of("code-unknown"));
        }
    }

    @Test
    void what_is_wrong_with_the_payment_itself() {
        incomplete(
                "currency",
                payment().invoice(system.bill().id(), "1.00").currency("CAD"),
                List.of("currency-mismatch"));
        incomplete(
                "date",
                payment().invoice(system.bill().id(), "1.00").date(Payment.TODAY.plusDays(3)),
                List.of("payment-date-in-future"));
        incomplete(
                "merchant account",
                payment().invoice(system.bill().id(), "1.00").merchantAccount("unheard-of"),
                List.of("merchant-account-unknown"));
    }

    private Payment payment() {
        payments++;
        return Payment.of("r" + payments, "1.00");
    }

    private Payment trustPayment() {
        return payment().merchantAccount("trust");
    }

    private Recorded incomplete(String what, Payment payment, List<String> codes) {
        Recorded posting = postings.submit(payment);
        assertEquals(codes, posting.codes(), what);
        assertEquals("INCOMPLETE", posting.status(), what);
        assertEquals(List.of("RECORDED", "INCOMPLETE"), posting.history(), what);
        return posting;
    }
}
