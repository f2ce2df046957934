package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector lists of a synthetic Elite 3E database; every amount here was added up by hand. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {Fixture.IGNORING_CASE, Fixture.BINARY})
class Elite3eTest {
    @Parameter
    String collation;

    private PackFirm firm;

    @BeforeEach
    void open() {
        firm = PackFirm.of(new Fixture("elite-3e", collation));
        firm.answer("BANK_ACCOUNT", "1", "OPERATING")
                .answer("BANK_ACCOUNT", "2", "TRUST")
                .answer("BANK_ACCOUNT", "4", "TRUST");
    }

    @Test
    void open_invoices_are_listed_by_payor() {
        assertEquals(
                List.of(
                        "7916-31 INV7916  70.00",
                        "7110-35 INV7110 1005-0001 450.00",
                        "7111-35 INV7111 1005-0001 1200.00",
                        "7112-35 INV7112 1005-0001 1200.00",
                        "7001-31 INV7001 1001-0001 400.00",
                        "7002-31 INV7002 1001-0001 150.25",
                        "7002-32 INV7002 1001-0001 349.75",
                        "7006-33 INV7006 1003-0001 800.00",
                        "7007-31 INV7001 1003-0001 60.00",
                        "7010-33 INV7010 1004-0001 200.00",
                        "7011-33 INV7011 1004-0001 500.00",
                        "7012-34 INV7012 1001-0003 33.33",
                        "7015-32 INV7015 1001-0001 25.00",
                        "7114-35 INV7114 1005-0002 200.00",
                        "7115-36 INV7115 1005-0002 800.00",
                        "7116-35 INV7116 1005-0002 200.00",
                        "7116-36 INV7116 1005-0002 800.00",
                        "7117-35 INV7117 1005-0002 200.00",
                        "7122-35 INV7122 1005-0003 640.00",
                        "7124-35 INV7124 1005-0003 250.00",
                        "7129-35 INV7129 1005-0004 0.01",
                        "7130-35 INV7130 1005-0004 9999999.99",
                        "7131-35 INV7131 1005-0005 10.00",
                        "7132-35 INV7132 1005-0005 11.00",
                        "7133-35 INV7133 1005-0005 12.00",
                        "7134-35 INV7134 1005-0005 13.00",
                        "7135-35 INV7135 1005-0005 14.00",
                        "7136-35 INV7136 1005-0005 15.00",
                        "7137-35 INV7137 10051-0001 5.00"),
                firm.openInvoices());
    }

    @Test
    void searches_find_them_by_number_client_and_name() {
        assertEquals(
                List.of("7002-31 INV7002 1001-0001 150.25", "7002-32 INV7002 1001-0001 349.75"),
                firm.openInvoices("INVOICE_NUMBER", "EXACT", "INV7002"));
        assertEquals(
                List.of("7006-33 INV7006 1003-0001 800.00", "7007-31 INV7001 1003-0001 60.00"),
                firm.openInvoices("CLIENT_NUMBER", "EXACT", "1003"));
        assertEquals(
                List.of("7010-33 INV7010 1004-0001 200.00", "7011-33 INV7011 1004-0001 500.00"),
                firm.openInvoices("CLIENT_NAME", "PREFIX", "100% Legal_C"));
        assertEquals(List.of(), firm.openInvoices("INVOICE_NUMBER", "EXACT", "PURGE"));
        assertEquals(List.of("7137-35 INV7137 10051-0001 5.00"), firm.openInvoices("CLIENT_NUMBER", "EXACT", "10051"));
        assertEquals(18, firm.openInvoices("CLIENT_NUMBER", "EXACT", "1005").size());
        assertEquals(19, firm.openInvoices("CLIENT_NUMBER", "PREFIX", "1005").size());
        assertEquals(
                List.of("7114-35 INV7114 1005-0002 200.00"), firm.openInvoices("INVOICE_NUMBER", "EXACT", "INV7114"));
    }

    @Test
    void an_invoice_is_found_by_its_id_also_when_nothing_is_owed_on_it() {
        assertEquals(Optional.of("7005-31 -120.00 -120.00 2026-09-15"), firm.invoice("7005-31"));
        assertEquals(Optional.of("7008-31 10.00 0.00 2026-09-15"), firm.invoice("7008-31"));
        assertEquals(Optional.of("7009-31 15.00 0.00 2026-09-30"), firm.invoice("7009-31"));
        assertEquals(Optional.of("7117-36 800.00 -50.00 2026-10-05"), firm.invoice("7117-36"));
        assertEquals(Optional.of("7118-35 200.00 0.00 2026-10-05"), firm.invoice("7118-35"));
        for (String id : List.of("7003-31", "7004-31", "7013-34", "7014-31", "7001-32", "7001", "07001-31", "x")) {
            assertEquals(Optional.empty(), firm.invoice(id), id);
        }
        for (String id : List.of("7121-35", "7125-35", "7126-", "7127-35", "7128-35", "7918-31", "7999-35")) {
            assertEquals(Optional.empty(), firm.invoice(id), id);
        }
    }

    @Test
    void trust_ledgers_are_the_signed_sums_by_matter_and_account() {
        assertEquals(
                List.of(
                        "1001 1001-0001 2 555.50",
                        "1007 1003-0001 2 200.00",
                        "1009 1001-0002 2 0.00",
                        "1011 1004-0001 4 40.00",
                        "1012 1001-0003 2 -10.00",
                        "1013 1002-0001 2 60.00",
                        "1015 1003-0002 2 500.00",
                        "1101 1005-0001 2 300.00",
                        "1106 1005-0002 2 80.00",
                        "1109 1005-0003 2 0.00",
                        "1111 1005-0004 2 250.00",
                        "1114 1005-0005 2 33.33"),
                firm.trustLedgers());
    }

    @Test
    void the_flags_of_a_status_decide_and_not_its_code() {
        assertEquals(Optional.of("1001-0001 OPEN 925.00 555.50"), firm.matter("101"));
        assertEquals(Optional.of("1001-0002 OPEN 0.00 0.00"), firm.matter("102"));
        assertEquals(Optional.of("1001-0003 CLOSED 33.33 -10.00"), firm.matter("103"));
        assertEquals(Optional.of("1002-0001 CLOSED 0.00 60.00"), firm.matter("104"));
        assertEquals(Optional.of("1002-0002 CLOSED 0.00 0.00"), firm.matter("105"));
        assertEquals(Optional.of("1003-0002 CLOSED 0.00 500.00"), firm.matter("107"));
        assertEquals(Optional.of("1004-0002 CLOSED 0.00 0.00"), firm.matter("110"));
        assertEquals(Optional.of("1004-0003 CLOSED 0.00 0.00"), firm.matter("111"));
        assertEquals(Optional.of("1005-0001 OPEN 2850.00 300.00"), firm.matter("121"));
        assertEquals(Optional.of("1005-0002 OPEN 2200.00 80.00"), firm.matter("122"));
        assertEquals(Optional.of("1005-0006 OPEN 0.00 0.00"), firm.matter("126"));
        assertEquals(Optional.of(" OPEN 70.00 0.00"), firm.matter("191"));
        assertEquals(Optional.empty(), firm.matter("109"));
        assertEquals(Optional.empty(), firm.matter("0"));
    }

    @Test
    void accounts_that_nobody_has_classified_are_not_offered() {
        assertEquals(List.of("1 OPERATING", "2 TRUST", "4 TRUST inactive"), firm.bankAccounts());
        assertEquals(
                List.of(
                        "1  not ",
                        "2 TRUST not OPERATING",
                        "3 TRUST not OPERATING",
                        "4 inactive TRUST not OPERATING",
                        "5  not "),
                firm.asked("BANK_ACCOUNT"));
    }

    @Test
    void receipt_types_of_both_kinds_are_offered_once_each() {
        assertEquals(List.of("CARD", "CASH", "CHQ", "CLCJN"), firm.transactionTypes());
    }

    @Test
    void comparisons_show_where_the_books_contradict_themselves() {
        assertEquals(
                List.of("invoice INV7010: 210.00 | 200.00", "invoice INV7125: 90.00 | "), firm.differences("INVOICES"));
        assertEquals(List.of("10008382.77 10008282.77"), firm.totals("INVOICES"));
        assertEquals(
                List.of(
                        "invoice INV7011, payor 33, BOA 200.00: 500.00 | 300.00",
                        "invoice INV7124, payor 35, BOA 250.00: 250.00 | 0.00"),
                firm.differences("PARTS"));
        assertEquals(
                List.of(
                        "matter , account 0333: 9.00 | 0.00",
                        "matter 1002-0001, account 0333: 60.00 | 0.00",
                        "matter 1003-0002, account 0333: 500.00 | 0.00"),
                firm.differences("TRUST"));
        assertEquals(List.of("2104.83 1535.83"), firm.totals("TRUST"));
    }

    @Test
    void money_that_is_not_listed_is_named() {
        assertEquals(
                List.of(
                        "invoice  (InvMaster 7128), payor 35, matter 124, it has no number: 46.00 | ",
                        "invoice  (InvMaster 7918), payor 31, matter 191, it has no number: 2.00 | ",
                        "invoice  (InvMaster 7999), payor 35, matter , its invoice is missing: 10.00 | ",
                        "invoice INV7013 (InvMaster 7013), payor 34, matter 109, its client is missing: 44.44 | ",
                        "invoice INV7014 (InvMaster 7014), payor 31, matter 101, it may be reversed: 55.55 | ",
                        "invoice INV7126 (InvMaster 7126), payor , matter 124, it has no payor: 70.00 | ",
                        "invoice INV7127 (InvMaster 7127), payor 35, matter , it has no matter: 45.00 | ",
                        "invoice INV7917 (InvMaster 7917), payor 31, matter 0, it has no matter: 3.00 | "),
                firm.differences("LISTED"));
        assertEquals(
                List.of(
                        "matter  (MattIndex ), account 0333 (BankAcctIndex 2), it has no matter: 9.00 | ",
                        "matter 1003-0001 (MattIndex 106), account 0334 (BankAcctIndex 3), its account is not answered TRUST: 75.00 | ",
                        "matter 1005-0006 (MattIndex 126), account  (BankAcctIndex ), it has no account: 12.00 | "),
                firm.differences("TRUST_LISTED"));
    }

    @Test
    void a_payor_with_two_shares_of_one_invoice_is_left_out_and_named() {
        firm.execute("INSERT INTO dbo.InvPayor (InvMaster, Payor, OrgAmt, BalAmt) VALUES (7002, 31, 40.00, 40.00)");
        try {
            assertEquals(Optional.empty(), firm.invoice("7002-31"));
            assertEquals(
                    List.of("7002-32 INV7002 1001-0001 349.75"),
                    firm.openInvoices("INVOICE_NUMBER", "EXACT", "INV7002"));
            assertEquals(
                    List.of(
                            "invoice INV7002 (InvMaster 7002), payor 31, matter 101, its payor has several shares: 150.25 | ",
                            "invoice INV7002 (InvMaster 7002), payor 31, matter 101, its payor has several shares: 40.00 | "),
                    firm.differences("LISTED").stream()
                            .filter(line -> line.contains("INV7002"))
                            .sorted()
                            .toList());
        } finally {
            firm.execute("DELETE FROM dbo.InvPayor WHERE InvMaster = 7002 AND Payor = 31 AND OrgAmt = 40.00");
        }
    }

    @Test
    void nothing_is_shown_whose_matter_or_client_is_missing() {
        for (String view : List.of("MapInvoice", "MapOpenInvoice", "MapTrustLedger")) {
            assertEquals(
                    List.of("0"),
                    firm.query("SELECT COUNT(*) FROM clientpay_internal." + view + " v WHERE NOT EXISTS (SELECT 1 FROM"
                            + " clientpay_internal.MapMatter m WHERE m.MatterId = v.MatterId)"),
                    view);
        }
    }
}
