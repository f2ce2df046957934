package com.clientpay.connect.packs;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A firm with one of the systems: what the rows of its fixture that were written by hand mean, so that a test of the contract
 * is written once for all systems. Nothing here is asked of the pack's views.
 */
abstract class SystemFirm {
    /** An open bill, of a matter that takes payments, with a number that no other open bill has. */
    record Bill(String id, String number, String balance, String matterNumber, String clientNumber) {}

    /** A bill to which no payment can go, and the codes of the reasons. */
    record BadBill(String what, String id, List<String> codes) {
        static BadBill unknown(String what, String id) {
            return new BadBill(what, id, List.of("invoice-unknown 0"));
        }

        static BadBill nothingOwed(String what, String id) {
            return new BadBill(what, id, List.of("over-balance 0"));
        }
    }

    /** What the firm says of one of its things. */
    record Answer(String subject, String item, String answer) {}

    private String collation = Fixture.IGNORING_CASE;

    /** Each system, in a database whose texts ignore case and in one with a binary collation. */
    static Stream<SystemFirm> all() {
        return Stream.of(Fixture.IGNORING_CASE, Fixture.BINARY)
                .flatMap(collation -> Stream.of(new Elite3eFirm(), new AderantExpertFirm(), new EliteEnterpriseFirm())
                        .map(system -> system.in(collation)));
    }

    private SystemFirm in(String aCollation) {
        collation = aCollation;
        return this;
    }

    abstract String pack();

    final Fixture fixture() {
        return new Fixture(pack(), collation);
    }

    abstract List<Answer> answers();

    /** Fills the table that the firm's own view MapFirmTrust reads, where the pack knows no other. */
    abstract List<String> firmTrust();

    // ---- accounts and codes

    abstract String operatingAccount();

    abstract String trustAccount();

    /** Accounts that nobody has classified, that are never offered, or that are closed. */
    abstract List<String> unusableAccounts();

    abstract Optional<String> ledgerCode();

    abstract Optional<String> transactionType();

    /** Codes that no receipt may have, though the books know some of them. */
    abstract List<String> badCodes();

    // ---- bills

    abstract Bill bill();

    abstract Bill otherBill();

    abstract List<BadBill> badBills();

    /** Each of several open bills. */
    abstract List<String> ambiguousNumbers();

    /** None of an open or closed bill that counts. */
    abstract List<String> unknownNumbers();

    // ---- matters and trust

    /** Of an open matter that has no other ledger at the trust account. */
    abstract String trustLedger();

    abstract String matterOfTrustLedger();

    abstract String matterNumberOfTrustLedger();

    /** Of an open matter, at another trust account. */
    abstract String trustLedgerElsewhere();

    /** Of a closed matter, at the trust account. */
    abstract String trustLedgerOfClosedMatter();

    /** Movements that are no ledger, and ledgers on accounts that nobody has called trust. */
    abstract List<String> noTrustLedgers();

    /** An open one, that has none at the trust account. */
    abstract String matterWithoutTrustLedger();

    /** Empty where a system cannot have several for a matter and an account. */
    abstract Optional<String> matterWithSeveralTrustLedgers();

    /** An open one of a matter without a number; empty where the number is the matter's key. */
    abstract Optional<Bill> billOfMatterWithoutNumber();

    // ---- what the system itself does, as statements

    /** Its own receipt, entered by somebody at the firm. */
    abstract List<String> takesPaymentItself(Bill bill, String amount);

    /**
     * Its import books a receipt of a batch file, so that the pack sees it in the books; empty where no pack can.
     *
     * @param reference as in the file
     * @param amount of the one bill that it pays, and of the receipt
     */
    abstract Optional<List<String>> booksImported(String reference, Bill bill, String amount);

    /**
     * What reconciliation says of an entry of the operating account that is not in the books: {@code missing}, or {@code not
     * shown} where the pack cannot see such entries.
     *
     * @param kind POST or REVERSE
     */
    abstract String reconciled(String kind);

    // ---- its receipt files. In braces what only a run knows: key, reference, batch, line, and
    // of a reversal original and original_reference, which are empty otherwise

    abstract String fileName();

    abstract List<String> header();

    /**
     * Of a payment by {@code pay-p}, 10.00 for {@link #bill} and 20.00 for {@link #otherBill}.
     *
     * @param kind POST or REVERSE, whose amounts are below zero
     */
    abstract List<String> linesOfTwoBills(String kind);

    /** Of a payment by {@code pay-t}, 25.00 to {@link #trustLedger}. */
    abstract List<String> linesOfTrust();

    /** An amount as the files have it. */
    static String signed(String kind, String amount) {
        return kind.equals("REVERSE") ? "-" + amount : amount;
    }

    @Override
    public final String toString() {
        return collation.equals(Fixture.BINARY) ? pack() + ", binary" : pack();
    }
}
