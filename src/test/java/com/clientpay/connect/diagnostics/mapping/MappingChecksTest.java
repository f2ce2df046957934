package com.clientpay.connect.diagnostics.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckResult;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code connect scripts check} finds in a mapping on a real server. */
class MappingChecksTest {
    private MappedFirm firm;

    @BeforeEach
    void create() {
        firm = MappedFirm.create();
    }

    @AfterEach
    void drop() {
        if (firm != null) {
            firm.close();
        }
    }

    @Test
    void a_mapping_in_which_nothing_is_wrong_passes_every_check() {
        CheckReport report = firm.report();
        assertEquals(
                List.of(),
                report.checks().stream()
                        .filter(check -> check.status() != Status.PASS)
                        .toList());
        assertTrue(report.isFine());
    }

    @Test
    void a_database_without_a_pack_is_told_once() {
        try (TestSqlServer empty = TestSqlServer.create();
                MappingDatabase database = MappingDatabase.open(empty.settings())) {
            CheckReport report = MappingChecks.run(database);
            assertEquals(
                    "no system's pack is in this database",
                    report.checks().get(0).seen());
            assertEquals(
                    1,
                    report.checks().stream()
                            .filter(check -> check.status() == Status.FAIL)
                            .count(),
                    report.table());
        } catch (DatabaseUnreachableException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void a_pack_that_did_not_run_to_its_end_is_warned_about() {
        firm.execute("UPDATE clientpay_internal.Installation SET SystemTitle = N''");
        assertEquals("WARN there are views of a pack, but its last script has not run", firm.check("pack"));
        assertEquals("PASS 4 columns, 2 rows", firm.check("MapBankAccount"));
    }

    @Test
    void a_missing_view_is_told_and_what_needs_it_is_skipped() {
        firm.execute("DROP VIEW clientpay_internal.MapTrustLedger");
        assertEquals("FAIL it is not there", firm.check("MapTrustLedger"));
        assertEquals("SKIP needs MapTrustLedger", firm.check("trust-ledger-kinds"));
    }

    @Test
    void missing_columns_and_wrong_types_are_told_one_by_one() {
        firm.change("MapInvoice", "i.Amount, i.Balance", "CONVERT(float, i.Amount) AS Amount");
        assertEquals(
                "FAIL 2 of its columns are not as they should be\n"
                        + "Amount is float; it must be decimal(19, 2); CONVERT it in the view.\n"
                        + "There is no column Balance.",
                firm.check("MapInvoice"));
    }

    @Test
    void text_that_is_too_long_to_be_an_id_and_a_time_where_a_day_is_due_are_wrong_types() {
        firm.change("MapInvoice", "i.InvoiceDate", "CONVERT(datetime, i.InvoiceDate) AS InvoiceDate");
        assertTrue(
                firm.check("MapInvoice").endsWith("InvoiceDate is datetime; it must be date; CONVERT it in the view."));
        firm.change("MapBankAccount", "b.BankAccountId", "CONVERT(varchar(65), b.BankAccountId) AS BankAccountId");
        assertTrue(firm.check("MapBankAccount").contains("BankAccountId is varchar(65); it must be an id"));
    }

    @Test
    void nulls_and_blanks_where_a_value_is_due_are_counted() {
        firm.execute(
                "INSERT INTO firm.Matter VALUES (101, 10, '10010-2', NULL, N'Boston'), (102, 10, '10010-3', N'  ', N'')");
        firm.change("MapMatter", "m.MatterId", "CASE m.MatterId WHEN 102 THEN NULL ELSE m.MatterId END AS MatterId");
        assertEquals(
                "FAIL values are missing where each row must have one\nMatterId has no value in 1 of 3 rows.",
                firm.check("MapMatter"),
                "books have matters without a name, and they are listed all the same");
    }

    @Test
    void views_that_are_unexpectedly_empty_are_warned_about() {
        firm.execute("DELETE FROM firm.BankAccount");
        assertEquals("WARN it has no rows", firm.check("MapBankAccount"));
        firm.change("MapLedgerCode", "AS Active", "AS Active WHERE 1 = 0");
        assertEquals("WARN it has no rows", firm.check("MapLedgerCode"));
        firm.execute("UPDATE clientpay_internal.Installation SET HasLedgerCodes = 0");
        assertEquals("PASS 3 columns, 0 rows", firm.check("MapLedgerCode"));
    }

    @Test
    void a_view_that_is_empty_because_nobody_has_answered_says_what_asks() {
        firm.run("core/1-tables/08-Mapping.sql").execute("DELETE FROM firm.BankAccount");
        CheckResult accounts = firm.report().checks().stream()
                .filter(check -> check.name().equals("MapBankAccount"))
                .findFirst()
                .orElseThrow();
        assertEquals("it has no rows; nothing is classified yet of: Bank accounts", accounts.seen());
        assertTrue(accounts.action().orElseThrow().contains("connect scripts answers"), accounts.toString());

        firm.execute("INSERT INTO clientpay_internal.Answer (Subject, Item, Answer, AnsweredBy, AnsweredAt)"
                + " VALUES ('BANK_ACCOUNT', N'1', 'NONE', N'accounting', '2026-11-01')");
        assertEquals("WARN it has no rows", firm.check("MapBankAccount"));
    }

    @Test
    void ids_that_several_rows_have_are_told() {
        firm.change("MapInvoice", "FROM firm.Invoice i", "FROM firm.Invoice i CROSS JOIN firm.BankAccount b");
        assertEquals("FAIL several rows have the same InvoiceId: 1000", firm.check("unique-Invoice"));
    }

    @Test
    void invoices_and_trust_ledgers_of_matters_that_do_not_exist_are_told() {
        firm.execute("INSERT INTO firm.Invoice VALUES (1001, 'A-2', 999, '2026-01-31', 50, 50, 1)");
        firm.execute("INSERT INTO firm.TrustLedger VALUES (5001, 998, 7, 75)");
        assertEquals("FAIL their MatterId is not in MapMatter: InvoiceId 1001", firm.check("invoice-matters"));
        assertEquals("FAIL their MatterId is not in MapMatter: TrustLedgerId 5001", firm.check("trust-ledger-matters"));
        assertEquals(
                "FAIL their BankAccountId is not in MapBankAccount: TrustLedgerId 5001",
                firm.check("trust-ledger-accounts"));
    }

    @Test
    void a_trust_ledger_on_an_operating_account_is_told() {
        firm.execute("UPDATE firm.TrustLedger SET BankAccountId = 1");
        assertEquals(
                "FAIL on an account that is not of kind TRUST: TrustLedgerId 5000", firm.check("trust-ledger-kinds"));
    }

    @Test
    void other_words_for_the_kinds_of_accounts_are_told_also_when_only_their_case_differs() {
        firm.execute("UPDATE firm.BankAccount SET Kind = 'Trust' WHERE BankAccountId = 2");
        firm.execute("INSERT INTO firm.BankAccount VALUES (3, N'Iolta', 'IOLTA', 1)");
        assertEquals("FAIL there are accounts of kind IOLTA, Trust", firm.check("bank-account-kinds"));
    }

    @Test
    void a_standard_field_that_is_missing_and_values_of_an_unknown_field_are_told() {
        firm.change("MapField", "('CLIENT_NAME', 2), ", "");
        firm.change("MapMatterField", "'OFFICE'", "'PARTNER'");
        String fields = firm.check("fields");
        assertTrue(fields.startsWith("FAIL 2 fields are not as they should be"), fields);
        assertTrue(fields.contains("MapField has no row CLIENT_NAME, which every system has."), fields);
        assertTrue(fields.contains("MapMatterField has values of PARTNER, which is not in MapField."), fields);
    }

    @Test
    void a_field_that_no_view_has_is_told() {
        firm.change("MapField", "('OFFICE', 6)", "('OFFICE', 6), ('PARTNER', 7)");
        assertTrue(
                firm.check("fields").contains("MapField has the field PARTNER, and MapMatter no column of that name."));
    }

    @Test
    void searches_without_an_index_are_named_with_the_column_of_the_table() {
        firm.execute("DROP INDEX ClientByName ON firm.Client");
        firm.execute("DROP INDEX OpenInvoiceByNumber ON firm.Invoice");
        firm.execute("DROP INDEX MatterByOffice ON firm.Matter");
        firm.execute("CREATE INDEX MatterByOffice ON firm.Matter (ClientId, Office)");
        assertEquals(
                "WARN 2 of 16 searches and look-ups have none\n"
                        + "search by CLIENT_NAME: no index begins with firm.client.name.\n"
                        + "search by OFFICE: no index begins with firm.matter.office.",
                firm.check("indexes"));
    }

    @Test
    void a_search_by_an_expression_has_no_index() {
        firm.change("MapMatter", "m.Name AS MatterName", "CONVERT(nvarchar(50), RTRIM(m.Name)) AS MatterName");
        assertEquals(
                "WARN 1 of 16 searches and look-ups have none\n"
                        + "search by MATTER_NAME: no index begins with an expression.",
                firm.check("indexes"));
    }

    @Test
    void the_index_is_looked_for_behind_the_views_that_a_view_reads() {
        firm.execute("CREATE VIEW firm.Bill AS SELECT i.InvoiceId, i.Number, i.MatterId, i.InvoiceDate, i.Amount,"
                + " i.Balance, i.IsOpen AS IsOpen FROM firm.Invoice i");
        firm.execute("CREATE VIEW firm.EveryBill AS SELECT * FROM firm.Bill");
        firm.change("MapOpenInvoice", "firm.Invoice i", "firm.Bill i");
        firm.execute("DROP INDEX InvoiceByNumber ON firm.Invoice");
        String seen = firm.check("indexes");
        assertFalse(seen.contains("INVOICE_NUMBER"), seen);
        firm.execute("DROP INDEX OpenInvoiceByNumber ON firm.Invoice");
        seen = firm.check("indexes");
        assertTrue(seen.contains("search by INVOICE_NUMBER: no index begins with firm.invoice.number.\n"), seen);
        firm.change("MapOpenInvoice", "firm.Invoice i", "firm.EveryBill i");
        seen = firm.check("indexes");
        assertTrue(
                seen.contains("Cannot be told: search by INVOICE_NUMBER: it does not come straight from a table of this"
                        + " database's own."),
                seen);
    }

    @Test
    void of_a_column_of_a_derived_table_it_says_that_it_cannot_tell() {
        firm.change("MapMatter", "FROM firm.Matter m", "FROM (SELECT * FROM firm.Matter) m");
        String seen = firm.check("indexes");
        assertTrue(
                seen.contains("Cannot be told: search by MATTER_NAME: it does not come straight from a table of this"
                        + " database's own."),
                seen);
    }

    @Test
    void ids_of_different_types_are_warned_about_and_ids_that_do_not_convert_fail() {
        firm.change("MapTrustLedger", "t.MatterId", "CONVERT(bigint, t.MatterId) AS MatterId");
        assertEquals(
                "WARN an id has not the same type everywhere\n"
                        + "MatterId of MapTrustLedger is bigint, elsewhere int.",
                firm.check("ids"));
        firm.execute("DROP FUNCTION clientpay_internal.ToInvoiceId");
        firm.execute("CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000)) RETURNS int AS BEGIN"
                + " RETURN TRY_CONVERT(int, LEFT(@Text, 3)) END");
        assertEquals(
                "FAIL ids or numbers that callers send would not be found\n"
                        + "ToInvoiceId does not give these of MapInvoice back: 1000.",
                firm.check("ids"));
    }

    @Test
    void an_invoice_of_a_composite_id_is_found_by_the_index_of_its_key() {
        firm.execute("ALTER TABLE firm.Invoice ADD Payor int NOT NULL DEFAULT 7");
        firm.execute("CREATE INDEX InvoiceByPayor ON firm.Invoice (Payor)");
        for (String view : List.of("MapInvoice", "MapOpenInvoice")) {
            firm.change(
                    view,
                    "i.InvoiceId, i.InvoiceId AS InvoiceKey",
                    "CONVERT(varchar(23), CONCAT(i.InvoiceId, '-', i.Payor)) AS InvoiceId, i.Payor AS InvoiceKey");
        }
        firm.execute("DROP FUNCTION clientpay_internal.ToInvoiceId");
        firm.execute(
                "CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000)) RETURNS varchar(23) AS BEGIN"
                        + " RETURN CONVERT(varchar(23), @Text) END");
        assertEquals("PASS all 16 searches and look-ups have one", firm.check("indexes"));
        assertEquals(
                "FAIL ids or numbers that callers send would not be found\n"
                        + "ToInvoiceKey does not give the InvoiceKey of these of MapInvoice back: 1000-7.",
                firm.check("ids"));
        firm.execute("DROP INDEX InvoiceByPayor ON firm.Invoice");
        assertEquals(
                "WARN 1 of 16 searches and look-ups have none\n"
                        + "an invoice by its id: no index begins with firm.invoice.payor.",
                firm.check("indexes"));
    }

    @Test
    void an_invoice_whose_number_is_an_expression_is_found_by_the_index_of_its_number_s_key() {
        firm.execute("ALTER TABLE firm.Invoice ADD Bill int NOT NULL DEFAULT 7");
        firm.execute("CREATE INDEX InvoiceByBill ON firm.Invoice (Bill)");
        for (String view : List.of("MapInvoice", "MapOpenInvoice")) {
            firm.change(
                    view,
                    "i.Number AS InvoiceNumber, i.Number AS NumberKey",
                    "CONVERT(varchar(20), i.Bill) AS InvoiceNumber, i.Bill AS NumberKey");
        }
        firm.execute("DROP FUNCTION clientpay_internal.ToNumberKey");
        firm.execute("CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000)) RETURNS int AS BEGIN"
                + " RETURN TRY_CONVERT(int, @Text) END");
        assertEquals(
                "WARN 1 of 16 searches and look-ups have none\n"
                        + "search by INVOICE_NUMBER: no index begins with an expression.",
                firm.check("indexes"));
        assertEquals("PASS the same type in every view, and found again by their text", firm.check("ids"));
        firm.execute("DROP INDEX InvoiceByBill ON firm.Invoice");
        assertEquals(
                "WARN 3 of 16 searches and look-ups have none\n"
                        + "search by INVOICE_NUMBER: no index begins with an expression.\n"
                        + "search by a whole INVOICE_NUMBER: no index begins with firm.invoice.bill.\n"
                        + "an invoice by its number: no index begins with firm.invoice.bill.",
                firm.check("indexes"));
    }

    @Test
    void a_number_whose_key_is_made_otherwise_than_the_view_has_it_fails() {
        firm.execute("DROP FUNCTION clientpay_internal.ToNumberKey");
        firm.execute(
                "CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000)) RETURNS varchar(20) AS BEGIN"
                        + " RETURN CONVERT(varchar(2), @Text) END");
        assertEquals(
                "FAIL ids or numbers that callers send would not be found\n"
                        + "ToNumberKey does not give the NumberKey of these of MapInvoice back: A-1.",
                firm.check("ids"));
        firm.execute("DROP FUNCTION clientpay_internal.ToNumberKey");
        assertEquals(
                "FAIL ids or numbers that callers send would not be found\n"
                        + "There is no function clientpay_internal.ToNumberKey.",
                firm.check("ids"));
        firm.change("MapOpenInvoice", "i.Number AS InvoiceNumber, i.Number AS NumberKey", "i.Number AS InvoiceNumber");
        assertEquals(
                "FAIL 1 of its columns is not as they should be\nThere is no column NumberKey.",
                firm.check("MapOpenInvoice"));
    }

    @Test
    void an_item_asked_about_twice_and_an_answer_that_is_not_allowed_are_told() {
        firm.change("AskItem", "'TRUST'", "'TRUTS'");
        assertEquals(
                "FAIL suggested or refuted answers that are not allowed: BANK_ACCOUNT 1: TRUTS, BANK_ACCOUNT 2: TRUTS",
                firm.check("questions"));
        firm.change("AskItem", "b.BankAccountId)", "7)");
        assertEquals(
                "FAIL items that are asked about twice, or have no subject: BANK_ACCOUNT 7", firm.check("questions"));
    }

    @Test
    void a_missing_hook_is_told() {
        firm.execute("DROP PROCEDURE clientpay_internal.ReversePosting");
        assertEquals("FAIL ReversePosting is not there", firm.check("hooks"));
    }

    @Test
    void what_to_do_is_said_for_each_failure() {
        firm.execute("DROP VIEW clientpay_internal.MapInvoice");
        for (CheckResult check : firm.report().checks()) {
            assertEquals(
                    check.status() == Status.FAIL || check.status() == Status.WARN,
                    check.action().isPresent(),
                    check.toString());
        }
    }
}
