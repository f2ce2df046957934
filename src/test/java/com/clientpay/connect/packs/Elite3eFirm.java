package com.clientpay.connect.packs;

import java.util.List;
import java.util.Optional;

/** The rows of {@code packs/elite-3e/02-rows.sql}. */
final class Elite3eFirm extends SystemFirm {

    @Override
    String pack() {
        return "elite-3e";
    }

    @Override
    List<Answer> answers() {
        return List.of(
                new Answer("BANK_ACCOUNT", "1", "OPERATING"),
                new Answer("BANK_ACCOUNT", "2", "TRUST"),
                new Answer("BANK_ACCOUNT", "4", "TRUST"));
    }

    @Override
    List<String> firmTrust() {
        return List.of();
    }

    @Override
    String operatingAccount() {
        return "1";
    }

    @Override
    String trustAccount() {
        return "2";
    }

    @Override
    List<String> unusableAccounts() {
        return List.of("3", "4", "5", "99", "0222");
    }

    @Override
    Optional<String> ledgerCode() {
        return Optional.empty();
    }

    @Override
    Optional<String> transactionType() {
        return Optional.of("CARD");
    }

    @Override
    List<String> badCodes() {
        return List.of("EFT");
    }

    @Override
    Bill bill() {
        return new Bill("7010-33", "INV7010", "200.00", "1004-0001", "1004");
    }

    @Override
    Bill otherBill() {
        return new Bill("7006-33", "INV7006", "800.00", "1003-0001", "1003");
    }

    @Override
    List<BadBill> badBills() {
        return List.of(
                BadBill.unknown("reversed, with a balance left over", "7003-31"),
                BadBill.unknown("a purged draft", "7004-31"),
                BadBill.unknown("nobody knows whether it is reversed", "7014-31"),
                BadBill.unknown("of a matter whose client is gone", "7013-34"),
                BadBill.unknown("of another payor", "7001-32"),
                BadBill.unknown("without a payor", "7001"),
                BadBill.nothingOwed("a credit", "7005-31"),
                BadBill.nothingOwed("one payor's credit beside another one's debt", "7015-31"),
                BadBill.nothingOwed("paid", "7008-31"),
                BadBill.nothingOwed("never got a balance", "7009-31"),
                BadBill.unknown("of nobody knows which payor", "7126-"),
                BadBill.unknown("without a lead matter", "7127-35"),
                BadBill.unknown("without a number", "7128-35"),
                BadBill.unknown("with a blank number", "7918-31"),
                BadBill.unknown("whose invoice is gone", "7999-35"),
                BadBill.nothingOwed("a payor's share that is paid too much", "7117-36"),
                BadBill.nothingOwed("written off", "7119-35"),
                new BadBill("of a closed matter", "7012-34", List.of("matter-closed 0")));
    }

    @Override
    List<String> ambiguousNumbers() {
        return List.of("INV7001", "INV7002", "INV7116");
    }

    @Override
    List<String> unknownNumbers() {
        return List.of("INV7003", "PURGE", "INV7014", "7010");
    }

    @Override
    String trustLedger() {
        return "1001";
    }

    @Override
    String matterOfTrustLedger() {
        return "101";
    }

    @Override
    String matterNumberOfTrustLedger() {
        return "1001-0001";
    }

    @Override
    String trustLedgerElsewhere() {
        return "1011";
    }

    @Override
    String trustLedgerOfClosedMatter() {
        return "1013";
    }

    @Override
    List<String> noTrustLedgers() {
        return List.of("1002", "1008", "1014", "99");
    }

    @Override
    String matterWithoutTrustLedger() {
        return "108";
    }

    @Override
    Optional<String> matterWithSeveralTrustLedgers() {
        return Optional.empty();
    }

    @Override
    Optional<Bill> billOfMatterWithoutNumber() {
        return Optional.of(new Bill("7916-31", "INV7916", "70.00", "", ""));
    }

    @Override
    List<String> takesPaymentItself(Bill bill, String amount) {
        String[] invoiceAndPayor = bill.id().split("-");
        return List.of(
                "UPDATE dbo.InvPayor SET BalAmt = BalAmt - " + amount + " WHERE InvMaster = " + invoiceAndPayor[0]
                        + " AND Payor = " + invoiceAndPayor[1],
                "UPDATE dbo.InvMaster SET BalAmt = BalAmt - " + amount + " WHERE InvIndex = " + invoiceAndPayor[0]);
    }

    @Override
    Optional<List<String>> booksImported(String reference, Bill bill, String amount) {
        return Optional.empty();
    }

    @Override
    String reconciled(String kind) {
        return "not shown";
    }

    @Override
    String fileName() {
        return "3e-receipts-00000001.csv";
    }

    @Override
    List<String> header() {
        return List.of(
                "ReceiptKey,Kind,Line,DocNumber,ReceiptDate,GLDate,BankAcctIndex,ReceiptType,Payor,Client,Matter,"
                        + "InvNumber,InvIndex-PayorIndex,Amount,ReceiptAmount,Narrative,Reference,"
                        + "OriginalDocNumber,OriginalReceiptKey");
    }

    @Override
    List<String> linesOfTwoBills(String kind) {
        return List.of(
                "{key}," + kind + ",1,{reference},2026-11-02,2026-11-02,1,CARD,Payer of pay-p,1004,1004-0001,INV7010,"
                        + "7010-33," + signed(kind, "10.00") + "," + signed(kind, "30.00")
                        + ",ClientPay Payment,Reference of pay-p,{original_reference},{original}",
                "{key}," + kind + ",2,{reference},2026-11-02,2026-11-02,1,CARD,Payer of pay-p,1003,1003-0001,INV7006,"
                        + "7006-33," + signed(kind, "20.00") + "," + signed(kind, "30.00")
                        + ",ClientPay Payment,Reference of pay-p,{original_reference},{original}");
    }

    @Override
    List<String> linesOfTrust() {
        return List.of("{key},POST,1,{reference},2026-11-02,2026-11-02,2,CARD,Payer of pay-t,1001,1001-0001,,,"
                + "25.00,25.00,ClientPay Payment,Reference of pay-t,,");
    }
}
