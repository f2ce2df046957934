package com.clientpay.connect.packs;

import java.util.List;
import java.util.Optional;

/** The rows of {@code packs/elite-enterprise/02-rows.sql}. */
final class EliteEnterpriseFirm extends SystemFirm {

    @Override
    String pack() {
        return "elite-enterprise";
    }

    @Override
    List<Answer> answers() {
        return List.of(
                new Answer("BANK_ACCOUNT", "0101", "OPERATING"),
                new Answer("BANK_ACCOUNT", "0202", "TRUST"),
                new Answer("BANK_ACCOUNT", "0404", "TRUST"),
                new Answer("BANK_ACCOUNT", "0303", "NONE"),
                new Answer("MATTER_STATUS", "CL", "CLOSED"));
    }

    @Override
    List<String> firmTrust() {
        return List.of(
                "INSERT INTO dbo.FirmTrust (Id, Matter, Bank, Balance) VALUES ('T-1', '00124192.00001', '0202', 300.00), ('T-1-2', '00124192.00001', '0404', 75.00),"
                        + " ('T-77-A', '77-1', '0202', 10.00), ('T-77-B', '77-1', '0202', 20.00),"
                        + " ('T-004', '55001-004', '0202', 50.00), ('T-0909', '00124192.00001', '0909', 5.00)");
    }

    @Override
    String operatingAccount() {
        return "0101";
    }

    @Override
    String trustAccount() {
        return "0202";
    }

    @Override
    List<String> unusableAccounts() {
        return List.of("0303", "0909", "101");
    }

    @Override
    Optional<String> ledgerCode() {
        return Optional.of("PAY");
    }

    @Override
    Optional<String> transactionType() {
        return Optional.empty();
    }

    @Override
    List<String> badCodes() {
        return List.of("FEES", "ODD", "XXXX");
    }

    @Override
    Bill bill() {
        return new Bill("1", "88001", "400.00", "00124192.00001", "00124192");
    }

    @Override
    Bill otherBill() {
        return new Bill("14", "88006", "60.00", "55001-003", "55001");
    }

    @Override
    List<BadBill> badBills() {
        return List.of(
                BadBill.unknown("not the first entry of its invoice", "2"),
                BadBill.unknown("reversed", "6"),
                BadBill.unknown("on no invoice", "11"),
                BadBill.unknown("with a blank number", "12"),
                BadBill.unknown("with the number 0", "13"),
                BadBill.unknown("with a code that is in no ledcode", "16"),
                BadBill.unknown("with a code that says neither debit nor credit", "18"),
                BadBill.unknown("of a matter whose client is gone", "23"),
                BadBill.unknown("another way to write an id", "01"),
                BadBill.nothingOwed("zeroed out", "8"),
                BadBill.nothingOwed("a credit", "10"),
                BadBill.nothingOwed("paid too much", "151"),
                BadBill.unknown("with a blank flag", "155"),
                BadBill.unknown("of no matter", "156"),
                BadBill.unknown("with a blank matter", "931"),
                new BadBill("of a closed matter", "20", List.of("matter-closed 0")));
    }

    @Override
    List<String> ambiguousNumbers() {
        return List.of("88002", "89013");
    }

    @Override
    List<String> unknownNumbers() {
        return List.of("88003", "88007", "88011", "0");
    }

    @Override
    String trustLedger() {
        return "T-1";
    }

    @Override
    String matterOfTrustLedger() {
        return "00124192.00001";
    }

    @Override
    String matterNumberOfTrustLedger() {
        return "00124192.00001";
    }

    @Override
    String trustLedgerElsewhere() {
        return "T-1-2";
    }

    @Override
    String trustLedgerOfClosedMatter() {
        return "T-004";
    }

    @Override
    List<String> noTrustLedgers() {
        return List.of("T-0909", "T-9");
    }

    @Override
    String matterWithoutTrustLedger() {
        return "00124192.00002";
    }

    @Override
    Optional<String> matterWithSeveralTrustLedgers() {
        return Optional.of("77-1");
    }

    @Override
    Optional<Bill> billOfMatterWithoutNumber() {
        return Optional.empty();
    }

    @Override
    List<String> takesPaymentItself(Bill bill, String amount) {
        return List.of(entry(bill, "104499", amount));
    }

    @Override
    Optional<List<String>> booksImported(String reference, Bill bill, String amount) {
        return Optional.of(List.of(entry(bill, reference, amount)));
    }

    private static String entry(Bill bill, String document, String amount) {
        return "INSERT INTO dbo.ledger (lindex, lmatter, ltradat, linvoice, ldocumnt, llcode, lamount, lperiod, lzero)"
                + " SELECT MAX(l.lindex) + 1, '" + bill.matterNumber() + "', '2026-11-03', '" + bill.number() + "', '"
                + document + "', 'PAY', " + amount + ", '1126', 'N' FROM dbo.ledger l";
    }

    @Override
    String reconciled(String kind) {
        return "missing";
    }

    @Override
    String fileName() {
        return "receipts-00000001.txt";
    }

    @Override
    List<String> header() {
        return List.of();
    }

    @Override
    List<String> linesOfTwoBills(String kind) {
        return List.of(
                "00124192.00001\t88001\t11/02/2026\t{reference}\tPAY\t" + signed(kind, "10.00") + "\t0101\t" + kind
                        + "\t00124192\t" + signed(kind, "30.00")
                        + "\tPayer of pay-p\tClientPay Payment\t\t{key}\tReference of pay-p\t{original_reference}\t{original}",
                "55001-003\t88006\t11/02/2026\t{reference}\tPAY\t" + signed(kind, "20.00") + "\t0101\t" + kind
                        + "\t55001\t" + signed(kind, "30.00")
                        + "\tPayer of pay-p\tClientPay Payment\t\t{key}\tReference of pay-p\t{original_reference}\t{original}");
    }

    @Override
    List<String> linesOfTrust() {
        return List.of("00124192.00001\t\t11/02/2026\t{reference}\tPAY\t25.00\t0202\tPOST\t00124192\t25.00"
                + "\tPayer of pay-t\tClientPay Payment\tT-1\t{key}\tReference of pay-t\t\t");
    }
}
