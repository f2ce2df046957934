package com.clientpay.connect.packs;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.ValueSource;

/** What the connector lists of a synthetic Elite Enterprise database; every amount here was added up by hand. */
@ParameterizedClass(name = "{0}")
@ValueSource(strings = {Fixture.IGNORING_CASE, Fixture.BINARY})
class EliteEnterpriseTest {
    @Parameter
    String collation;

    private PackFirm firm;

    @BeforeEach
    void open() {
        firm = PackFirm.of(new Fixture("elite-enterprise", collation));
        firm.answer("BANK_ACCOUNT", "0101", "OPERATING")
                .answer("BANK_ACCOUNT", "0202", "TRUST")
                .answer("BANK_ACCOUNT", "0303", "NONE")
                .answer("MATTER_STATUS", "CL", "CLOSED");
    }

    @Test
    void open_invoices_are_the_signed_ledger_by_invoice_and_matter() {
        assertEquals(
                List.of(
                        "926 98013 98-1 21.00",
                        "203 89050 60001-006 1300.00",
                        "188 89108 60001-007 1100.00",
                        "191 89109 60001-007 1100.00",
                        "128 89010 60001-001 450.00",
                        "194 89110 60001-007 1100.00",
                        "131 89011 60001-001 1200.00",
                        "197 89111 60001-007 1100.00",
                        "133 89012 60001-001 1200.00",
                        "200 89112 60001-007 1100.00",
                        "1 88001 00124192.00001 400.00",
                        "4 88002 00124192.00001 150.25",
                        "5 88002 00124192.00002 349.75",
                        "14 88006 55001-003 60.00",
                        "20 88009 55001-004 33.33",
                        "21 88010 00124192.00001 10.00",
                        "24 88012 77-1 12.00",
                        "927 98014 98-1 5.00",
                        "135 89013 60001-002 100.00",
                        "136 89013 60001-003 200.00",
                        "139 89014 60001-003 200.00",
                        "140 89015 60001-002 100.00",
                        "146 89018 60001-004 50.00",
                        "149 89019 60001-004 70.00",
                        "153 89021 60001-005 0.01",
                        "154 89022 60001-005 9999999.99",
                        "157 89031 60001-006 10.00",
                        "158 89032 60001-006 11.00",
                        "159 89033 60001-006 12.00",
                        "160 89034 60001-006 13.00",
                        "161 89035 60001-006 14.00",
                        "162 89036 60001-006 15.00",
                        "163 89040 600012-001 5.00"),
                firm.openInvoices());
    }

    @Test
    void searches_find_them_by_number_client_and_matter() {
        assertEquals(
                List.of("4 88002 00124192.00001 150.25", "5 88002 00124192.00002 349.75"),
                firm.openInvoices("INVOICE_NUMBER", "EXACT", "88002"));
        assertEquals(
                List.of("24 88012 77-1 12.00"), firm.openInvoices("INVOICE_NUMBER", "EXACT", "88012" + " ".repeat(70)));
        for (String text : List.of("0", "", "088002", " 88002", "88002" + " ".repeat(70) + "1")) {
            assertEquals(List.of(), firm.openInvoices("INVOICE_NUMBER", "EXACT", text), text);
        }
        assertEquals(
                List.of("14 88006 55001-003 60.00", "20 88009 55001-004 33.33"),
                firm.openInvoices("CLIENT_NUMBER", "EXACT", "55001"));
        assertEquals(
                List.of("5 88002 00124192.00002 349.75"),
                firm.openInvoices("MATTER_NUMBER", "EXACT", "00124192.00002"));
        assertEquals(List.of("24 88012 77-1 12.00"), firm.openInvoices("CLIENT_NAME", "CONTAINS", "Legal_C"));
        assertEquals(List.of("163 89040 600012-001 5.00"), firm.openInvoices("CLIENT_NUMBER", "EXACT", "600012"));
        assertEquals(23, firm.openInvoices("CLIENT_NUMBER", "EXACT", "60001").size());
        assertEquals(24, firm.openInvoices("CLIENT_NUMBER", "PREFIX", "60001").size());
    }

    @Test
    void an_invoice_is_found_by_its_first_entry_also_when_nothing_is_owed_on_it() {
        assertEquals(Optional.of("1 1050.00 400.00 2026-08-31"), firm.invoice("1"));
        assertEquals(Optional.of("8 70.00 0.00 2026-09-03"), firm.invoice("8"));
        assertEquals(Optional.of("10 0.00 -120.00 2026-09-05"), firm.invoice("10"));
        assertEquals(Optional.of("926 21.00 21.00 1900-01-01"), firm.invoice("926"));
        assertEquals(Optional.of("140 100.00 100.00 2026-10-05"), firm.invoice("140"));
        assertEquals(Optional.of("145 0.00 -60.00 2026-10-05"), firm.invoice("145"));
        assertEquals(Optional.of("149 70.00 70.00 2026-10-05"), firm.invoice("149"));
        assertEquals(Optional.of("151 40.00 -5.00 2026-10-05"), firm.invoice("151"));
        assertEquals(Optional.of("230 2600.00 0.00 2025-12-31"), firm.invoice("230"));
        for (String id : List.of("929", "930", "141", "142", "150", "155", "156", "164", "931")) {
            assertEquals(Optional.empty(), firm.invoice(id), id);
        }
        for (String id : List.of("2", "3", "6", "7", "11", "12", "13", "16", "17", "18", "23", "01", "x")) {
            assertEquals(Optional.empty(), firm.invoice(id), id);
        }
    }

    @Test
    void a_matter_is_closed_by_the_firm_s_answer_to_its_status() {
        assertEquals(Optional.of("00124192.00001 OPEN 560.25 0.00"), firm.matter("00124192.00001"));
        assertEquals(Optional.of("00124192.00002 OPEN 349.75 0.00"), firm.matter("00124192.00002"));
        assertEquals(Optional.of("55001-003 OPEN 60.00 0.00"), firm.matter("55001-003"));
        assertEquals(Optional.of("55001-004 CLOSED 33.33 0.00"), firm.matter("55001-004"));
        assertEquals(Optional.of("77-1 OPEN 12.00 0.00"), firm.matter("77-1"));
        assertEquals(Optional.of("60001-004 OPEN 120.00 0.00"), firm.matter("60001-004"));
        assertEquals(Optional.of("60001-006 OPEN 1375.00 0.00"), firm.matter("60001-006"));
        assertEquals(Optional.of("98-1 OPEN 26.00 0.00"), firm.matter("98-1"));
        assertEquals(Optional.empty(), firm.matter("99-1"));
    }

    @Test
    void banks_are_those_that_the_firm_has_entered_and_codes_those_of_credits() {
        assertEquals(List.of("0101 OPERATING", "0202 TRUST"), firm.bankAccounts());
        assertEquals(List.of("0101  not ", "0202  not ", "0303  not "), firm.asked("BANK_ACCOUNT"));
        assertEquals(List.of("CL  not ", "OP  not ", "ZZ  not "), firm.asked("MATTER_STATUS"));
        assertEquals(List.of("LOW", "PAY", "WO"), firm.ledgerCodes());
        assertEquals(List.of(), firm.trustLedgers());
    }

    @Test
    void the_comparison_shows_where_sums_and_flags_disagree() {
        assertEquals(
                List.of(
                        "invoice 88007, matter 00124192.00002: 80.00 | 100.00",
                        "invoice 88008, matter 00124192.00002: 40.00 | 43.00",
                        "invoice 88010, matter 00124192.00001: 10.00 | -190.00",
                        "invoice 98015, matter 98-1:  | 7.00",
                        "invoice 98016, matter 98-1:  | 8.00"),
                firm.differences("LEDGER"));
        assertEquals(List.of("10011531.77 10011369.77"), firm.totals("LEDGER"));
        assertEquals(
                List.of(
                        "invoice , matter 00124192.00001, it has no number: 30.00 | ",
                        "invoice 0, matter 00124192.00001, it has no number: 5.00 | ",
                        "invoice 88007, matter 00124192.00002, an entry is neither debit nor credit: 100.00 | ",
                        "invoice 88008, matter 00124192.00002, an entry is neither debit nor credit: 43.00 | ",
                        "invoice 88011, matter 99-1, its client is missing: 44.44 | ",
                        "invoice 88012, matter 77-1, an entry has neither N nor Y for lzero: 0.00 | 12.00",
                        "invoice 89024, matter 60001-005, an entry has neither N nor Y for lzero: 33.00 | ",
                        "invoice 89025, matter , it has no matter: 20.00 | ",
                        "invoice 98015, matter 98-1, an entry is neither debit nor credit: 7.00 | ",
                        "invoice 98016, matter 98-1, an entry is neither debit nor credit: 8.00 | ",
                        "invoice 98017, matter , it has no matter: 6.00 | "),
                firm.differences("LISTED"));
    }

    @Test
    void trust_money_of_the_firm_s_own_view_that_is_not_listed_is_named_with_its_reason() {
        firm.execute("INSERT INTO dbo.FirmTrust (Id, Matter, Bank, Balance) VALUES"
                + " ('F-1', '00124192.00001', '0202', 300.00), ('F-2', '00124192.00001', '0404', 5.00),"
                + " ('F-3', '99-9', '0202', 6.00), ('F-4', '', '0202', 7.00), ('F-5', '00124192.00001', '0202', NULL),"
                + " (NULL, '00124192.00001', '0202', 8.00), ('F-6', '00124192.00001', NULL, 9.00),"
                + " ('F-7', NULL, '0202', 10.00), ('F-8', '99-1', '0202', 11.00)");
        try {
            assertEquals(List.of("F-1 00124192.00001 0202 300.00"), firm.trustLedgers());
            assertEquals(
                    List.of(
                            "trust ledger , matter 00124192.00001, bank 0202, it has no id: 8.00 | ",
                            "trust ledger F-2, matter 00124192.00001, bank 0404, its bank is not answered TRUST: 5.00 | ",
                            "trust ledger F-3, matter 99-9, bank 0202, its matter is missing: 6.00 | ",
                            "trust ledger F-4, matter , bank 0202, it has no matter: 7.00 | ",
                            "trust ledger F-5, matter 00124192.00001, bank 0202, its balance is null: 0.01 | ",
                            "trust ledger F-6, matter 00124192.00001, bank , it has no bank: 9.00 | ",
                            "trust ledger F-7, matter , bank 0202, it has no matter: 10.00 | ",
                            "trust ledger F-8, matter 99-1, bank 0202, its client is missing: 11.00 | "),
                    firm.differences("TRUST_LISTED"));
            assertEquals(List.of("356.01 300.00"), firm.totals("TRUST_LISTED"));
            assertEquals(
                    List.of("0101  not ", "0202 TRUST not OPERATING", "0303  not ", "0404 TRUST not OPERATING"),
                    firm.asked("BANK_ACCOUNT"));
        } finally {
            firm.execute("DELETE FROM dbo.FirmTrust");
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
