package com.clientpay.connect.demo;

import static com.clientpay.connect.demo.DemoCalls.call;
import static com.clientpay.connect.demo.DemoCalls.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Procedure;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Holds every search, page by page to its end, against all rows filtered and sorted here. */
class SearchTest {
    private static final List<String> NAMES = List.of("CLIENT_NAME", "MATTER_NAME", "RESPONSIBLE_ATTORNEY");

    private static final Map<String, List<String>> TEXTS = Map.of(
            "CLIENT_NUMBER", List.of("1", "1002", "10023", "10023-", "%", "_0023"),
            "CLIENT_NAME",
                    List.of(
                            "o",
                            "O'",
                            "o'quarrell",
                            "é",
                            "É",
                            "青",
                            "青波商事株式会社",
                            "northfen",
                            "NORTHFEN HOLDINGS llc",
                            "<B>",
                            "100%",
                            "100_",
                            "%",
                            "_",
                            "\\",
                            "🦉",
                            "zzz"),
            "MATTER_NUMBER", List.of("10023-0007", "10023-", "1", "10023-0008", "%"),
            "MATTER_NAME",
                    List.of(
                            "general advice",
                            "GENERAL",
                            "e",
                            "50%",
                            "50_",
                            "<SCRIPT",
                            "ærø",
                            "青波",
                            "sale of unit 1",
                            "_"),
            "INVOICE_NUMBER", List.of("2", "2003", "200352", "200376", "200335", "999", "%"),
            "RESPONSIBLE_ATTORNEY", List.of("a", "F. D", "f. dunmerne", "*"));

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

    /** A list that can be searched: its procedure, its id, and all its rows with the field's value. */
    private record Searched(Procedure procedure, String id, String joins) {
        List<Map<String, String>> all(String field) throws SQLException {
            String value = switch (field) {
                case "CLIENT_NUMBER" -> "c.ClientNumber";
                case "CLIENT_NAME" -> "c.ClientName";
                case "MATTER_NUMBER" -> "m.MatterNumber";
                case "MATTER_NAME" -> "m.MatterName";
                case "INVOICE_NUMBER" -> "i.InvoiceNumber";
                default -> "m.ResponsibleAttorney";
            };
            return query(connection, "SELECT DISTINCT " + id + " AS Id, " + value + " AS SearchedFor " + joins);
        }
    }

    private static final String CLIENTS = " JOIN firm.Client c ON c.ClientId = m.ClientId";
    private static final Searched INVOICES = new Searched(
            Contract.SEARCH_INVOICES,
            "InvoiceId",
            "FROM firm.Invoice i JOIN firm.Matter m ON m.MatterId = i.MatterId" + CLIENTS + " WHERE i.Balance > 0");
    private static final Searched MATTERS = new Searched(
            Contract.SEARCH_MATTERS,
            "m.MatterId",
            "FROM firm.Matter m" + CLIENTS + " LEFT JOIN firm.Invoice i ON i.MatterId = m.MatterId");
    private static final Searched TRUST_LEDGERS = new Searched(
            Contract.SEARCH_TRUST_LEDGERS,
            "TrustLedgerId",
            "FROM firm.TrustLedger t JOIN firm.Matter m ON m.MatterId = t.MatterId" + CLIENTS
                    + " LEFT JOIN firm.Invoice i ON i.MatterId = m.MatterId");

    static Stream<Arguments> searches() {
        return Stream.of(INVOICES, MATTERS, TRUST_LEDGERS)
                .flatMap(list -> TEXTS.keySet().stream().sorted().map(field -> Arguments.of(list, field)));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void every_search_answers_what_begins_with_the_text_by_value_and_id(Searched list, String field)
            throws SQLException {
        for (String text : TEXTS.get(field)) {
            assertPages(list, field, "PREFIX", text, value -> startsWith(field, value, text));
        }
    }

    @ParameterizedTest
    @MethodSource("searches")
    void an_exact_search_answers_only_the_whole_value(Searched list, String field) throws SQLException {
        for (String text : TEXTS.get(field)) {
            assertPages(
                    list,
                    field,
                    "EXACT",
                    text,
                    value -> NAMES.contains(field) ? value.equalsIgnoreCase(text) : value.equals(text));
        }
    }

    static Stream<Arguments> searchesWithin() {
        return searches().filter(a -> List.of("CLIENT_NAME", "MATTER_NAME").contains(a.get()[1]));
    }

    @ParameterizedTest
    @MethodSource("searchesWithin")
    void names_can_be_searched_within(Searched list, String field) throws SQLException {
        for (String text : TEXTS.get(field)) {
            String lower = text.toLowerCase(Locale.ROOT);
            assertPages(
                    list,
                    field,
                    "CONTAINS",
                    text,
                    value -> value.toLowerCase(Locale.ROOT).contains(lower));
        }
    }

    @Test
    void numbers_and_attorneys_cannot_be_searched_within() {
        for (String field : List.of("CLIENT_NUMBER", "MATTER_NUMBER", "INVOICE_NUMBER", "RESPONSIBLE_ATTORNEY")) {
            for (Searched list : List.of(INVOICES, MATTERS, TRUST_LEDGERS)) {
                SQLException refusal = assertThrows(
                        SQLException.class,
                        () -> call(connection, list.procedure(), field, "CONTAINS", "1", null, null, 10));
                assertEquals(51005, refusal.getErrorCode(), field);
            }
        }
    }

    @Test
    void a_field_that_cannot_be_searched_is_refused() {
        SQLException refusal = assertThrows(
                SQLException.class,
                () -> call(connection, Contract.SEARCH_MATTERS, "OFFICE", "PREFIX", "N", null, null, 10));
        assertEquals(51005, refusal.getErrorCode());
    }

    @Test
    void the_fields_that_can_be_searched_are_those_tested_here() throws SQLException {
        List<String> searchable = call(connection, Contract.LIST_FIELDS).stream()
                .filter(row -> row.get("Searchable").equals("TRUE"))
                .map(row -> row.get("Name"))
                .sorted()
                .toList();
        assertEquals(TEXTS.keySet().stream().sorted().toList(), searchable);
    }

    @Test
    void a_matter_with_two_invoices_of_one_number_is_found_once() throws SQLException {
        connection.setAutoCommit(false);
        try {
            DemoCalls.execute(
                    connection,
                    "UPDATE firm.Invoice SET InvoiceNumber = '" + DemoFacts.INVOICE_NUMBER + "' WHERE InvoiceId = '"
                            + DemoFacts.SECOND_INVOICE + "'");
            for (String match : List.of("EXACT", "PREFIX")) {
                assertEquals(
                        List.of(DemoFacts.MATTER),
                        pages(MATTERS, "INVOICE_NUMBER", match, DemoFacts.INVOICE_NUMBER, 10));
            }
        } finally {
            connection.rollback();
            connection.setAutoCommit(true);
        }
    }

    @Test
    void without_a_search_all_open_invoices_come_by_date_and_id() throws SQLException {
        List<String> expected = query(
                        connection,
                        "SELECT InvoiceId FROM firm.Invoice WHERE Balance > 0 ORDER BY InvoiceDate, InvoiceId")
                .stream()
                .map(row -> row.get("InvoiceId"))
                .toList();
        assertEquals(expected, pages(INVOICES, null, null, null, 50));
    }

    @Test
    void without_a_search_all_matters_and_trust_ledgers_come_by_id() throws SQLException {
        for (Searched list : List.of(MATTERS, TRUST_LEDGERS)) {
            List<String> expected = list.all("CLIENT_NUMBER").stream()
                    .map(row -> row.get("Id"))
                    .sorted()
                    .toList();
            assertEquals(expected, pages(list, null, null, null, 50));
        }
    }

    @Test
    void a_cursor_that_is_no_date_is_past_the_end() throws SQLException {
        assertEquals(List.of(), call(connection, Contract.SEARCH_INVOICES, null, null, null, "never", "I1", 10));
    }

    @Test
    void a_matter_comes_with_its_balances_and_the_firms_own_fields() throws SQLException {
        Map<String, String> matter = call(
                        connection,
                        Contract.SEARCH_MATTERS,
                        "MATTER_NUMBER",
                        "EXACT",
                        DemoFacts.MATTER_NUMBER,
                        null,
                        null,
                        2)
                .get(0);
        assertEquals(
                DemoCalls.one(
                        connection,
                        "SELECT SUM(Balance) FROM firm.Invoice WHERE MatterId = '" + DemoFacts.MATTER + "'"),
                matter.get("ArBalance"));
        assertEquals(
                DemoCalls.one(
                        connection,
                        "SELECT SUM(Balance) FROM firm.TrustLedger WHERE MatterId = '" + DemoFacts.MATTER + "'"),
                matter.get("TrustBalance"));
        Map<String, String> mapped = query(
                        connection,
                        "SELECT * FROM clientpay_internal.MapMatter WHERE MatterId = '" + DemoFacts.MATTER + "'")
                .get(0);
        mapped.forEach((column, value) -> assertEquals(value, matter.get(column), column));
    }

    private static void assertPages(Searched list, String field, String match, String text, Predicate<String> matches)
            throws SQLException {
        Comparator<String> byValue = NAMES.contains(field) ? String.CASE_INSENSITIVE_ORDER : Comparator.naturalOrder();
        List<String> expected = list.all(field).stream()
                .filter(row -> row.get("SearchedFor") != null && matches.test(row.get("SearchedFor")))
                .sorted(Comparator.<Map<String, String>, String>comparing(row -> row.get("SearchedFor"), byValue)
                        .thenComparing(row -> row.get("Id")))
                .map(row -> row.get("Id"))
                .toList();
        for (int limit : expected.size() > 100 ? new int[] {37, 500} : new int[] {1, 3, 50}) {
            assertEquals(expected, pages(list, field, match, text, limit), field + " " + match + " " + text);
        }
    }

    private static List<String> pages(Searched list, String field, String match, String text, int limit)
            throws SQLException {
        List<String> ids = new ArrayList<>();
        String idColumn = list.id().substring(list.id().indexOf('.') + 1);
        String afterValue = null;
        String afterId = null;
        while (true) {
            List<Map<String, String>> page =
                    call(connection, list.procedure(), field, match, text, afterValue, afterId, limit);
            assertTrue(page.size() <= limit, "a page has at most as many rows as were asked for");
            page.forEach(row -> ids.add(row.get(idColumn)));
            if (page.size() < limit) {
                return ids;
            }
            afterValue = page.get(limit - 1).get("SearchValue");
            afterId = page.get(limit - 1).get(idColumn);
        }
    }

    private static boolean startsWith(String field, String value, String text) {
        return value.regionMatches(NAMES.contains(field), 0, text, 0, text.length());
    }
}
