package com.clientpay.connect.packs;

import java.util.List;
import java.util.Optional;

/** The rows of {@code packs/aderant-expert/02-rows.sql}. */
final class AderantExpertFirm extends SystemFirm {

    @Override
    String pack() {
        return "aderant-expert";
    }

    @Override
    List<Answer> answers() {
        return List.of(
                new Answer("BANK_ACCOUNT", "OPER", "OPERATING"),
                new Answer("BANK_ACCOUNT", "TRST", "TRUST"),
                new Answer("BANK_ACCOUNT", "TRS2", "TRUST"),
                new Answer("BANK_ACCOUNT", "OLD", "OPERATING"),
                new Answer("MATTER_STATUS", "CLOSE", "CLOSED"),
                new Answer("RECEIPT_TYPE", "CARD", "OFFERED"),
                new Answer("RECEIPT_TYPE", "CHK", "NONE"));
    }

    @Override
    List<String> firmTrust() {
        return List.of(
                "INSERT INTO dbo.FirmTrust (Id, Matter, Bank, Balance) VALUES ('T-5001', 201, 'TRST', 300.00), ('T-5001-2', 201, 'TRS2', 75.00),"
                        + " ('T-5005-A', 205, 'TRST', 10.00), ('T-5005-B', 205, 'TRST', 20.00),"
                        + " ('T-5002', 202, 'TRST', 50.00), ('T-MYST', 201, 'MYST', 5.00)");
    }

    @Override
    String operatingAccount() {
        return "OPER";
    }

    @Override
    String trustAccount() {
        return "TRST";
    }

    @Override
    List<String> unusableAccounts() {
        return List.of("MYST", "OLD", "GONE");
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
        return List.of("CHK", "EFT");
    }

    @Override
    Bill bill() {
        return new Bill("401", "9001", "400.00", "5001", "HARB");
    }

    @Override
    Bill otherBill() {
        return new Bill("415", "9014", "50.00", "5005", "100%");
    }

    @Override
    List<BadBill> badBills() {
        return List.of(
                BadBill.unknown("the dummy row", "0"),
                BadBill.unknown("reversed, with a balance left over", "404"),
                BadBill.unknown("a prebill", "405"),
                BadBill.unknown("cancelled", "407"),
                BadBill.unknown("of the dummy matter", "412"),
                BadBill.unknown("another way to write an id", "0401"),
                BadBill.nothingOwed("a credit", "416"),
                BadBill.nothingOwed("settled", "417"),
                BadBill.nothingOwed("without a balance", "418"),
                BadBill.nothingOwed("written off", "472"),
                BadBill.unknown("without an A/R status", "479"),
                BadBill.unknown("with a blank A/R status", "497"),
                BadBill.unknown("whose bill is gone", "481"),
                new BadBill("a credit of a closed matter", "406", List.of("matter-closed 0", "over-balance 0")),
                new BadBill("of a matter closed by its status", "403", List.of("matter-closed 0")),
                new BadBill("of an inactive matter", "408", List.of("matter-closed 0")),
                new BadBill("of a matter with a closing date", "414", List.of("matter-closed 0")));
    }

    @Override
    List<String> ambiguousNumbers() {
        return List.of("9002", "9008", "9115");
    }

    @Override
    List<String> unknownNumbers() {
        return List.of("9003", "0", "9011", "INV");
    }

    @Override
    String trustLedger() {
        return "T-5001";
    }

    @Override
    String matterOfTrustLedger() {
        return "201";
    }

    @Override
    String matterNumberOfTrustLedger() {
        return "5001";
    }

    @Override
    String trustLedgerElsewhere() {
        return "T-5001-2";
    }

    @Override
    String trustLedgerOfClosedMatter() {
        return "T-5002";
    }

    @Override
    List<String> noTrustLedgers() {
        return List.of("T-MYST", "T-9");
    }

    @Override
    String matterWithoutTrustLedger() {
        return "207";
    }

    @Override
    Optional<String> matterWithSeveralTrustLedgers() {
        return Optional.of("205");
    }

    @Override
    Optional<Bill> billOfMatterWithoutNumber() {
        return Optional.of(new Bill("496", "9915", "45.00", "", ""));
    }

    @Override
    List<String> takesPaymentItself(Bill bill, String amount) {
        return List.of("UPDATE dbo.BLT_BILLM SET TOTAL_AR = TOTAL_AR - " + amount + " WHERE BILLM_UNO = " + bill.id());
    }

    @Override
    Optional<List<String>> booksImported(String reference, Bill bill, String amount) {
        String billm = " FROM dbo.BLT_BILLM m WHERE m.BILLM_UNO = " + bill.id();
        return Optional.of(List.of(
                "INSERT INTO dbo.CRT_CASH (RECEIPT_NUM, TRAN_UNO, RECEIPT_AMT, RECEIPT_TYPE, REVERSAL, BANK_CODE,"
                        + " CHECK_NUM, DEPOSIT_DATE) SELECT MAX(c.RECEIPT_NUM) + 1, MAX(c.TRAN_UNO) + 1000, " + amount
                        + ", 'CARD', 'N', 'OPER', '" + reference + "', '2026-11-03' FROM dbo.CRT_CASH c",
                "INSERT INTO dbo.BLT_BILL_AMT (BILL_TRAN_UNO, BILLM_UNO, MATTER_UNO, SOURCE_TRAN_UNO, TRAN_TYPE, SIGN,"
                        + " FEES_AMT, DRUNO) SELECT m.BILL_TRAN_UNO, m.BILLM_UNO, m.MATTER_UNO,"
                        + " (SELECT MAX(c.TRAN_UNO) FROM dbo.CRT_CASH c), 'CR', -1, " + amount + ", 9" + billm,
                takesPaymentItself(bill, amount).get(0)));
    }

    @Override
    String reconciled(String kind) {
        return kind.equals("POST") ? "missing" : "not shown";
    }

    @Override
    String fileName() {
        return "expert-receipts-00000001.csv";
    }

    @Override
    List<String> header() {
        return List.of(
                "ApplicationType,ReceiptDate,BankCode,ReceiptType,CheckNum,DrawnBy,Payor,Client,MatterID,InvoiceNo,"
                        + "Amt,TrustID,GLAcct,GLOffc,GLDept,CreditType,DistDescription,BatchID,LineSeq,ReceiptKey,Kind,"
                        + "ReceiptAmount,BillmUno,BookDate,PaymentReference,OriginalCheckNum,OriginalReceiptKey");
    }

    @Override
    List<String> linesOfTwoBills(String kind) {
        return List.of(
                "R,11/02/2026,OPER,CARD,{reference},Payer of pay-p,,,,," + signed(kind, "30.00")
                        + ",,,,,,ClientPay Payment,{batch},,{key}," + kind + "," + signed(kind, "30.00")
                        + ",,11/02/2026,Reference of pay-p,{original_reference},{original}",
                "I,11/02/2026,OPER,CARD,{reference},Payer of pay-p,HARB,HARB,5001,9001," + signed(kind, "10.00")
                        + ",,,,,,ClientPay Payment,{batch},{line},{key}," + kind + "," + signed(kind, "30.00")
                        + ",401,11/02/2026,Reference of pay-p,{original_reference},{original}",
                "I,11/02/2026,OPER,CARD,{reference},Payer of pay-p,100%,100%,5005,9014," + signed(kind, "20.00")
                        + ",,,,,,ClientPay Payment,{batch},{line},{key}," + kind + "," + signed(kind, "30.00")
                        + ",415,11/02/2026,Reference of pay-p,{original_reference},{original}");
    }

    @Override
    List<String> linesOfTrust() {
        return List.of(
                "R,11/02/2026,TRST,CARD,{reference},Payer of pay-t,,,,,25.00,,,,,,ClientPay Payment,{batch},,{key},POST,"
                        + "25.00,,11/02/2026,Reference of pay-t,,",
                "T,11/02/2026,TRST,CARD,{reference},Payer of pay-t,HARB,HARB,5001,,25.00,T-5001,,,,,ClientPay Payment,"
                        + "{batch},{line},{key},POST,25.00,,11/02/2026,Reference of pay-t,,");
    }
}
