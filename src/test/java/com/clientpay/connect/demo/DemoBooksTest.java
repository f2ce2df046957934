package com.clientpay.connect.demo;

import static com.clientpay.connect.demo.DemoCalls.call;
import static com.clientpay.connect.demo.DemoCalls.one;
import static com.clientpay.connect.demo.DemoCalls.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class DemoBooksTest {
    private static DemoFirm firm;
    private static Connection connection;

    @BeforeAll
    static void open() throws SQLException {
        firm = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE);
        connection = DriverManager.getConnection(firm.url());
    }

    @AfterAll
    static void close() throws SQLException {
        connection.close();
        firm.close();
    }

    @Test
    void the_standard_firm_has_the_documented_size() throws SQLException {
        assertEquals("200", one(connection, "SELECT COUNT(*) FROM firm.Client"));
        assertEquals("1000", one(connection, "SELECT COUNT(*) FROM firm.Matter"));
        assertEquals("100", one(connection, "SELECT COUNT(*) FROM firm.Matter WHERE Status = 'CLOSED'"));
        assertEquals("3000", one(connection, "SELECT COUNT(*) FROM firm.Invoice WHERE Balance > 0"));
        assertEquals("334", one(connection, "SELECT COUNT(*) FROM firm.Invoice WHERE Balance = 0"));
        assertEquals("300", one(connection, "SELECT COUNT(*) FROM firm.TrustLedger"));
    }

    @Test
    void a_firm_of_many_matters_has_five_open_invoices_a_matter() throws SQLException {
        DemoOptions options = new DemoOptions(DemoSize.ofMatters(2_000), Optional.empty());
        try (DemoFirm larger = DemoFirm.open(options, Progress.NONE);
                Connection there = DriverManager.getConnection(larger.url())) {
            assertEquals("400", one(there, "SELECT COUNT(*) FROM firm.Client"));
            assertEquals("2000", one(there, "SELECT COUNT(*) FROM firm.Matter"));
            assertEquals("10000", one(there, "SELECT COUNT(*) FROM firm.Invoice WHERE Balance > 0"));
        }
    }

    @Test
    void two_firms_of_one_size_are_the_same() throws SQLException {
        try (DemoFirm other = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE);
                Connection there = DriverManager.getConnection(other.url())) {
            for (String table : List.of("Client", "Matter", "Invoice", "TrustLedger", "BankAccount", "LedgerCode")) {
                String sql = "SELECT * FROM firm." + table + " ORDER BY 1";
                assertEquals(query(connection, sql), query(there, sql), table);
            }
        }
    }

    @Test
    void each_short_list_has_one_inactive_entry_and_active_ones() throws SQLException {
        for (var list :
                List.of(Contract.LIST_BANK_ACCOUNTS, Contract.LIST_LEDGER_CODES, Contract.LIST_TRANSACTION_TYPES)) {
            List<Map<String, String>> rows = call(connection, list);
            assertEquals(
                    1,
                    rows.stream()
                            .filter(row -> row.get("Active").equals("FALSE"))
                            .count(),
                    list.name());
            assertTrue(rows.size() >= 3, list.name());
        }
    }

    @Test
    void the_facts_are_in_the_books() throws SQLException {
        Map<String, String> matter =
                call(connection, Contract.GET_MATTER, DemoFacts.MATTER).get(0);
        assertEquals(DemoFacts.MATTER_NUMBER, matter.get("MatterNumber"));
        assertEquals(DemoFacts.CLIENT_NUMBER, matter.get("ClientNumber"));
        assertEquals("OPEN", matter.get("Status"));

        Map<String, String> invoice = invoice(DemoFacts.INVOICE);
        assertEquals(DemoFacts.INVOICE_NUMBER, invoice.get("InvoiceNumber"));
        assertEquals(DemoFacts.MATTER, invoice.get("MatterId"));
        assertEquals(DemoFacts.INVOICE_BALANCE, invoice.get("Balance"));
        assertEquals(DemoFacts.MATTER, invoice(DemoFacts.SECOND_INVOICE).get("MatterId"));
        assertEquals(
                DemoFacts.SECOND_INVOICE_BALANCE,
                invoice(DemoFacts.SECOND_INVOICE).get("Balance"));

        Map<String, String> closedMatters = invoice(DemoFacts.INVOICE_OF_CLOSED_MATTER);
        assertEquals(DemoFacts.CLOSED_MATTER, closedMatters.get("MatterId"));
        assertEquals(
                "CLOSED",
                call(connection, Contract.GET_MATTER, DemoFacts.CLOSED_MATTER)
                        .get(0)
                        .get("Status"));
        assertTrue(closedMatters.get("Balance").compareTo("0.00") > 0);

        assertEquals("0.00", invoice(DemoFacts.PAID_INVOICE).get("Balance"));
        assertEquals(DemoFacts.MATTER, invoice(DemoFacts.PAID_INVOICE).get("MatterId"));
        assertEquals(List.of(), call(connection, Contract.GET_INVOICE, "no-such-invoice"));
        assertEquals(List.of(), call(connection, Contract.GET_MATTER, "no-such-matter"));
    }

    @Test
    void one_invoice_number_occurs_twice_and_both_invoices_are_open_at_different_matters() throws SQLException {
        List<Map<String, String>> numbers =
                query(connection, "SELECT InvoiceNumber FROM firm.Invoice GROUP BY InvoiceNumber HAVING COUNT(*) > 1");
        assertEquals(List.of(Map.of("InvoiceNumber", DemoFacts.REPEATED_INVOICE_NUMBER)), numbers);
        List<Map<String, String>> invoices = call(
                connection,
                Contract.SEARCH_INVOICES,
                "INVOICE_NUMBER",
                "EXACT",
                DemoFacts.REPEATED_INVOICE_NUMBER,
                null,
                null,
                10);
        assertEquals(2, invoices.size());
        assertEquals(
                2, invoices.stream().map(row -> row.get("MatterId")).distinct().count());
    }

    @Test
    void some_matters_have_two_trust_ledgers_at_two_accounts_and_some_none() throws SQLException {
        assertEquals(
                List.of(DemoFacts.TRUST_BANK, DemoFacts.SECOND_TRUST_BANK), banksOf(DemoFacts.MATTER_WITH_TWO_LEDGERS));
        assertEquals(List.of(DemoFacts.TRUST_BANK), banksOf(DemoFacts.MATTER_WITH_LEDGER));
        assertEquals(List.of(), banksOf(DemoFacts.MATTER_WITHOUT_LEDGER));
        assertEquals(
                DemoFacts.MATTER_WITH_LEDGER,
                one(
                        connection,
                        "SELECT MatterId FROM firm.TrustLedger WHERE TrustLedgerId = '" + DemoFacts.TRUST_LEDGER
                                + "'"));
        assertEquals(
                DemoFacts.SECOND_TRUST_BANK,
                one(
                        connection,
                        "SELECT BankAccountId FROM firm.TrustLedger WHERE TrustLedgerId = '"
                                + DemoFacts.TRUST_LEDGER_OF_SECOND_BANK + "'"));
    }

    @Test
    void names_have_apostrophes_accents_letters_of_other_scripts_and_html() throws SQLException {
        for (String part : List.of("O'Quarrell", "Pâtisserie", "青波商事", "云岭", "한빛솔", "<b>Bold", "100%")) {
            assertEquals(
                    "1",
                    one(
                            connection,
                            "SELECT COUNT(*) FROM firm.Client WHERE POSITION('" + part.replace("'", "''")
                                    + "', ClientName) > 0"),
                    part);
        }
    }

    @Test
    void settings_are_there_before_the_first_payment() throws SQLException {
        assertEquals(
                "reference", call(connection, Contract.GET_INSTALLATION).get(0).get("SystemName"));
        List<Map<String, String>> accounts = query(
                connection,
                "SELECT m.MerchantAccountId, b.Active, b.Kind = m.Kind AS SameKind FROM clientpay_internal.MerchantAccount m"
                        + " JOIN firm.BankAccount b ON b.BankAccountId = m.BankAccountId ORDER BY 1");
        assertEquals(
                List.of(
                        Map.of("MerchantAccountId", "operating", "Active", "TRUE", "SameKind", "TRUE"),
                        Map.of("MerchantAccountId", "trust", "Active", "TRUE", "SameKind", "TRUE")),
                accounts);
    }

    @Test
    void fields_come_in_the_firms_order_and_those_it_has_not_placed_last() throws SQLException {
        assertEquals(
                List.of("CLIENT_NUMBER", "CLIENT_NAME", "MATTER_NUMBER"),
                fieldNames().subList(0, 3));
        connection.setAutoCommit(false);
        try {
            DemoCalls.execute(connection, "DELETE FROM clientpay_internal.FieldDisplay WHERE Name = 'CLIENT_NAME'");
            DemoCalls.execute(
                    connection, "UPDATE clientpay_internal.FieldDisplay SET Position = 0 WHERE Name = 'OFFICE'");
            List<String> names = fieldNames();
            assertEquals("OFFICE", names.get(0));
            assertEquals("CLIENT_NAME", names.get(names.size() - 1));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void pending_is_what_pending_and_queued_postings_would_take() throws SQLException {
        connection.setAutoCommit(false);
        try {
            allocate("p1", "PENDING", "10.00");
            allocate("p2", "QUEUED", "0.50");
            allocate("p3", "INCOMPLETE", "100.00");
            allocate("p4", "POSTED", "100.00");
            assertEquals("10.50", invoice(DemoFacts.INVOICE).get("Pending"));
            assertEquals("0.00", invoice(DemoFacts.SECOND_INVOICE).get("Pending"));
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    private static void allocate(String id, String status, String amount) throws SQLException {
        DemoCalls.execute(connection, """
                INSERT INTO clientpay_internal.Posting
                    (PostingId, IdempotencyKey, BodyHash, BodyVersion, PaymentId, MerchantAccountId, Amount,
                     PaymentDate, Status, StatusSince, Attempt, Version, CreatedAt)
                VALUES ('%1$s', '%1$s', 'h', 1, '%1$s', 'operating', %3$s, DATE '2026-11-20', '%2$s',
                        TIMESTAMP '2026-11-20 12:00:00', 1, 1, TIMESTAMP '2026-11-20 12:00:00')
                """.formatted(id, status, amount));
        DemoCalls.execute(
                connection,
                "INSERT INTO clientpay_internal.PostingAllocation (PostingId, Position, SentInvoiceId, Amount, InvoiceId)"
                        + " VALUES ('%1$s', 0, '%2$s', %3$s, '%2$s')".formatted(id, DemoFacts.INVOICE, amount));
    }

    private static Map<String, String> invoice(String id) throws SQLException {
        return call(connection, Contract.GET_INVOICE, id).get(0);
    }

    private static List<String> fieldNames() throws SQLException {
        return call(connection, Contract.LIST_FIELDS).stream()
                .map(row -> row.get("Name"))
                .toList();
    }

    private static List<String> banksOf(String matter) throws SQLException {
        return query(
                        connection,
                        "SELECT BankAccountId FROM firm.TrustLedger WHERE MatterId = '" + matter + "' ORDER BY 1")
                .stream()
                .map(row -> row.get("BankAccountId"))
                .toList();
    }
}
