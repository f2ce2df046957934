package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector lists of a synthetic Aderant Expert database; every amount here was added up by hand. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {Fixture.IGNORING_CASE, Fixture.BINARY})
class AderantExpertTest {
    @Parameter
    String collation;

    private PackFirm firm;

    @BeforeEach
    void open() {
        firm = PackFirm.of(new Fixture("aderant-expert", collation));
        firm.answer("BANK_ACCOUNT", "OPER", "OPERATING")
                .answer("BANK_ACCOUNT", "TRST", "TRUST")
                .answer("BANK_ACCOUNT", "OLD", "OPERATING")
                .answer("MATTER_STATUS", "CLOSE", "CLOSED")
                .answer("RECEIPT_TYPE", "CARD", "OFFERED")
                .answer("RECEIPT_TYPE", "CHK", "NONE");
    }

    @Test
    void open_bills_are_listed_by_matter() {
        assertEquals(
                List.of(
                        "496 9915  45.00",
                        "460 9110 6001 450.00",
                        "461 9111 6001 1200.00",
                        "462 9112 6001 1200.00",
                        "401 9001 5001 400.00",
                        "402 9002 5001 150.25",
                        "403 9002 5002 349.75",
                        "408 9006 5003 75.00",
                        "409 9008 5001 10.00",
                        "410 9008 5005 20.00",
                        "414 9013 5004 210.00",
                        "415 9014 5005 50.00",
                        "463 9113 6002 100.00",
                        "464 9113 6003 200.00",
                        "466 9114 6003 200.00",
                        "469 9115 6002 100.00",
                        "470 9115 6003 200.00",
                        "471 9117 6004 100.00",
                        "474 9120 6004 50.00",
                        "477 9123 6005 0.01",
                        "478 9124 6005 9999999.99",
                        "480 9126 6007 5.00"),
                firm.openInvoices());
    }

    @Test
    void searches_find_them_by_number_client_and_matter_code() {
        assertEquals(List.of("408 9006 5003 75.00"), firm.openInvoices("INVOICE_NUMBER", "EXACT", "9006"));
        assertEquals(
                List.of("409 9008 5001 10.00", "410 9008 5005 20.00"),
                firm.openInvoices("INVOICE_NUMBER", "EXACT", "9008"));
        assertEquals(
                List.of("408 9006 5003 75.00", "414 9013 5004 210.00"),
                firm.openInvoices("CLIENT_NUMBER", "EXACT", "OBRIEN"));
        assertEquals(
                List.of("410 9008 5005 20.00", "415 9014 5005 50.00"),
                firm.openInvoices("CLIENT_NUMBER", "PREFIX", "100%"));
        assertEquals(
                List.of("403 9002 5002 349.75", "414 9013 5004 210.00", "463 9113 6002 100.00", "469 9115 6002 100.00"),
                firm.openInvoices("MATTER_CODE", "EXACT", "0002"));
        for (String text : List.of("0", "", "09115", "+9115", " 9115", "9115.0", "9115x", "99999999999999999999999")) {
            assertEquals(List.of(), firm.openInvoices("INVOICE_NUMBER", "EXACT", text), text);
        }
        assertEquals(List.of("408 9006 5003 75.00"), firm.openInvoices("INVOICE_NUMBER", "EXACT", "9006  "));
        assertEquals(
                List.of("469 9115 6002 100.00", "470 9115 6003 200.00"),
                firm.openInvoices("INVOICE_NUMBER", "EXACT", "9115"));
        assertEquals(List.of("480 9126 6007 5.00"), firm.openInvoices("CLIENT_NUMBER", "EXACT", "ORDIN2"));
        assertEquals(12, firm.openInvoices("CLIENT_NUMBER", "EXACT", "ORDIN").size());
    }

    @Test
    void a_bill_is_found_by_its_id_also_when_nothing_is_owed_on_it() {
        assertEquals(Optional.of("406 -120.00 -120.00 2026-09-15"), firm.invoice("406"));
        assertEquals(Optional.of("411 30.00 0.00 2026-09-18"), firm.invoice("411"));
        assertEquals(Optional.of("413 5.00 0.00 2026-09-18"), firm.invoice("413"));
        assertEquals(Optional.of("471 300.00 100.00 2026-10-05"), firm.invoice("471"));
        assertEquals(Optional.of("473 -60.00 -60.00 2026-10-05"), firm.invoice("473"));
        assertEquals(Optional.of("418 25.00 0.00 2026-09-21"), firm.invoice("418"));
        for (String id : List.of("467", "468", "475", "476", "479", "481", "497")) {
            assertEquals(Optional.empty(), firm.invoice(id), id);
        }
        for (String id : List.of("0", "404", "405", "407", "412", "0401", "401 ", "x")) {
            assertEquals(Optional.empty(), firm.invoice(id), id);
        }
    }

    @Test
    void a_matter_is_open_while_it_is_active_without_a_closing_date_and_its_status_is_not_answered_closed() {
        assertEquals(Optional.of("5001 OPEN 560.25 0.00"), firm.matter("201"));
        assertEquals(Optional.of("5002 CLOSED 349.75 0.00"), firm.matter("202"));
        assertEquals(Optional.of("5003 CLOSED 75.00 0.00"), firm.matter("203"));
        assertEquals(Optional.of("5004 CLOSED 210.00 0.00"), firm.matter("204"));
        assertEquals(Optional.of("5005 OPEN 70.00 0.00"), firm.matter("205"));
        assertEquals(Optional.of("5006 CLOSED 0.00 0.00"), firm.matter("206"));
        assertEquals(Optional.of("6001 OPEN 2850.00 0.00"), firm.matter("211"));
        assertEquals(Optional.of("6004 OPEN 150.00 0.00"), firm.matter("214"));
        assertEquals(Optional.of("6006 OPEN 0.00 0.00"), firm.matter("216"));
        assertEquals(Optional.of(" OPEN 45.00 0.00"), firm.matter("297"));
        assertEquals(Optional.empty(), firm.matter("0"));
    }

    @Test
    void banks_types_and_statuses_are_what_the_firm_has_answered() {
        assertEquals(List.of("OLD OPERATING inactive", "OPER OPERATING", "TRST TRUST"), firm.bankAccounts());
        assertEquals(List.of("CARD"), firm.transactionTypes());
        assertEquals(List.of(), firm.trustLedgers());
        assertEquals(
                List.of("MYST  not ", "OLD inactive  not ", "OPER  not ", "TRS2  not ", "TRST  not "),
                firm.asked("BANK_ACCOUNT"));
        assertEquals(List.of("CARD  not ", "CHK  not "), firm.asked("RECEIPT_TYPE"));
        assertEquals(
                List.of(
                        "ACTIV  not ",
                        "CLOSE  not ",
                        "DORM  not ",
                        "FINAL CLOSED not ",
                        "GONE  not ",
                        "NONE inactive  not "),
                firm.asked("MATTER_STATUS"));
    }

    @Test
    void comparisons_show_where_the_books_contradict_themselves() {
        assertEquals(
                List.of(
                        "bill 9011 of 2026-09-18:  | 99.00",
                        "bill 9013 of 2026-09-19: 210.00 | 200.00",
                        "bill 9125 of 2026-10-05:  | 33.00"),
                firm.differences("PAYORS"));
        assertEquals(List.of("10004905.00 10005027.00"), firm.totals("PAYORS"));
        assertEquals(
                List.of("bill 9014, matter 5005: 50.00 | 45.00", "bill 9117, matter 6004: 100.00 | 300.00"),
                firm.differences("JOURNAL"));
        assertEquals(List.of("10004905.00 10005100.00"), firm.totals("JOURNAL"));
    }

    @Test
    void money_that_is_not_listed_is_named() {
        assertEquals(
                List.of(
                        "bill  (BILLM_UNO 481, status O), matter 6001 (MATTER_UNO 211), its bill is missing: 10.00 | ",
                        "bill 9011 (BILLM_UNO 412, status O), matter  (MATTER_UNO 0), it has no matter: 99.00 | ",
                        "bill 9012 (BILLM_UNO 413, status S), matter 5006 (MATTER_UNO 206), it is settled: 5.00 | ",
                        "bill 9125 (BILLM_UNO 479, status ), matter 6005 (MATTER_UNO 215), it has no status: 33.00 | ",
                        "bill 9915 (BILLM_UNO 497, status ), matter  (MATTER_UNO 297), it has no status: 8.00 | "),
                firm.differences("LISTED"));
    }

    @Test
    void trust_money_of_the_firm_s_own_view_that_is_not_listed_is_named_with_its_reason() {
        firm.answer("BANK_ACCOUNT", "XTRA", "TRUST");
        firm.execute("INSERT INTO dbo.FirmTrust (Id, Matter, Bank, Balance) VALUES ('F-1', 201, 'TRST', 300.00),"
                + " ('F-2', 201, 'MYST', 5.00), ('F-3', 999, 'TRST', 6.00), ('F-4', 0, 'TRST', 7.00),"
                + " ('F-5', 201, 'TRST', NULL), (NULL, 201, 'TRST', 8.00), ('F-6', 201, NULL, 9.00),"
                + " ('F-7', NULL, 'TRST', 10.00), ('F-8', 201, 'XTRA', 11.00)");
        try {
            assertEquals(List.of("F-1 5001 TRST 300.00"), firm.trustLedgers());
            assertEquals(
                    List.of(
                            "trust ledger , matter 5001 (MATTER_UNO 201), bank TRST, it has no id: 8.00 | ",
                            "trust ledger F-2, matter 5001 (MATTER_UNO 201), bank MYST, its bank is not answered TRUST: 5.00 | ",
                            "trust ledger F-3, matter  (MATTER_UNO 999), bank TRST, its matter is missing: 6.00 | ",
                            "trust ledger F-4, matter  (MATTER_UNO 0), bank TRST, it has no matter: 7.00 | ",
                            "trust ledger F-5, matter 5001 (MATTER_UNO 201), bank TRST, its balance is null: 0.01 | ",
                            "trust ledger F-6, matter 5001 (MATTER_UNO 201), bank , it has no bank: 9.00 | ",
                            "trust ledger F-7, matter  (MATTER_UNO ), bank TRST, it has no matter: 10.00 | ",
                            "trust ledger F-8, matter 5001 (MATTER_UNO 201), bank XTRA, its bank is not in TBM_BANK: 11.00 | "),
                    firm.differences("TRUST_LISTED"));
            assertEquals(List.of("356.01 300.00"), firm.totals("TRUST_LISTED"));
            assertEquals(
                    List.of(
                            "MYST TRUST not OPERATING",
                            "OLD inactive  not ",
                            "OPER  not ",
                            "TRS2  not ",
                            "TRST TRUST not OPERATING",
                            "XTRA TRUST not OPERATING"),
                    firm.asked("BANK_ACCOUNT"));
        } finally {
            firm.execute("DELETE FROM dbo.FirmTrust");
            firm.forget("BANK_ACCOUNT", "XTRA");
        }
    }

    @Test
    void a_check_number_that_looks_like_the_connector_s_is_not_taken_for_one() {
        assertEquals(List.of("0"), firm.query("SELECT COUNT(*) FROM clientpay_internal.MapBooked"));
    }

    @Test
    void nothing_is_shown_whose_matter_or_client_is_missing() {
        firm.execute("INSERT INTO dbo.BLT_BILLM (BILLM_UNO, BILL_TRAN_UNO, MATTER_UNO, AR_STATUS, TOTAL_BIL, TOTAL_AR)"
                + " VALUES (498, 395, 998, 'O', 12.00, 12.00)");
        try {
            for (String view : List.of("MapInvoice", "MapOpenInvoice", "MapTrustLedger")) {
                assertEquals(
                        List.of("0"),
                        firm.query("SELECT COUNT(*) FROM clientpay_internal." + view + " v WHERE NOT EXISTS (SELECT 1"
                                + " FROM clientpay_internal.MapMatter m WHERE m.MatterId = v.MatterId)"),
                        view);
            }
            assertEquals(
                    List.of(
                            "bill 9915 (BILLM_UNO 498, status O), matter  (MATTER_UNO 998), its matter is missing: 12.00 | "),
                    firm.differences("LISTED").stream()
                            .filter(line -> line.contains("BILLM_UNO 498"))
                            .toList());
        } finally {
            firm.execute("DELETE FROM dbo.BLT_BILLM WHERE BILLM_UNO = 498");
        }
    }
}
