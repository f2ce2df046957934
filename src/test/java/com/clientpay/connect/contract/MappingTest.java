package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the firm itself says of its books, and accounting's sign-off of the mapping. */
class MappingTest extends ContractTest {
    private static final LocalDateTime NOON = LocalDateTime.parse("2026-11-23T12:00:00");
    private static final Map<String, String> NONE = new TreeMap<>(
            Map.of(
                    "AskSubject",
                    "SELECT CAST(NULL AS varchar(32)) AS Subject, CAST(NULL AS varchar(200)) AS Title,"
                            + " CAST(NULL AS varchar(1000)) AS Question, CAST(NULL AS int) AS Position WHERE 1 = 0",
                    "AskChoice",
                    "SELECT CAST(NULL AS varchar(32)) AS Subject, CAST(NULL AS varchar(32)) AS Answer,"
                            + " CAST(NULL AS varchar(200)) AS Meaning, CAST(NULL AS int) AS Position WHERE 1 = 0",
                    "AskItem",
                    "SELECT CAST(NULL AS varchar(32)) AS Subject, CAST(NULL AS varchar(128)) AS Item,"
                            + " CAST(NULL AS varchar(200)) AS Label, CAST(1 AS bit) AS Active,"
                            + " CAST(NULL AS varchar(1000)) AS Usage, CAST(NULL AS varchar(32)) AS Suggested,"
                            + " CAST(NULL AS varchar(32)) AS Refuted, CAST(NULL AS varchar(1000)) AS RefutedBecause WHERE 1 = 0"));

    private Database connector;

    @BeforeEach
    void connect() {
        connector = contract.connector();
    }

    @AfterEach
    void restoreViews() {
        if (connector != null) {
            NONE.forEach(this::view);
        }
    }

    @Test
    void a_pack_that_asks_for_no_sign_off_has_nothing_to_say() {
        assertEquals("NOT_NEEDED", standing());
        assertEquals(List.of(), mapping());
    }

    @Test
    void a_sign_off_that_is_needed_is_missing_until_it_is_given() {
        needsSignOff();
        assertEquals("MISSING", standing());
        assertEquals(List.of("MISSING"), mapping());

        sign("A. Counter");
        assertEquals("SIGNED", standing());
        assertEquals(List.of("SIGNED A. Counter 2026-11-23T12:00:00Z"), mapping());
    }

    @Test
    void an_answer_that_is_given_changed_or_taken_back_after_the_sign_off_makes_it_void() {
        needsSignOff();
        answer("BANK_ACCOUNT", "TRUST-1", "TRUST");
        sign("A. Counter");
        assertEquals("SIGNED", standing());

        contract.execute("UPDATE clientpay_internal.Answer SET Answer = 'OPERATING' WHERE Item = 'TRUST-1'");
        assertEquals("VOID", standing());
        assertEquals(List.of("CHANGED BANK_ACCOUNT TRUST-1", "VOID A. Counter 2026-11-23T12:00:00Z"), mapping());

        contract.execute("UPDATE clientpay_internal.Answer SET Answer = 'TRUST' WHERE Item = 'TRUST-1'");
        assertEquals("SIGNED", standing(), "it is about the same answers again");

        answer("BANK_ACCOUNT", "trust-1", "TRUST");
        assertEquals("VOID", standing());
        contract.execute("DELETE FROM clientpay_internal.Answer");
        assertEquals("VOID", standing());
        sign("B. Counter");
        assertEquals("SIGNED", standing());
    }

    @Test
    void a_view_that_is_another_one_than_was_signed_makes_it_void() {
        needsSignOff();
        view("AskSubject", NONE.get("AskSubject"));
        sign("A. Counter");
        view("AskSubject", NONE.get("AskSubject"));
        assertEquals("SIGNED", standing(), "made anew with the same text");

        view("AskSubject", NONE.get("AskSubject").replace("varchar(200)", "varchar(201)"));
        assertEquals("VOID", standing());
        assertEquals(
                List.of("changed view asksubject", "void a. counter 2026-11-23t12:00:00z"),
                mapping().stream().map(String::toLowerCase).toList());
    }

    @Test
    void an_item_in_use_that_nobody_has_classified_is_named_and_one_not_in_use_is_not() {
        ask();
        assertEquals(
                List.of(
                        "UNANSWERED Bank accounts OPER-1 Operating 12 receipts",
                        "UNANSWERED Bank accounts TRUST-1 Iolta 40 trust movements"),
                mapping());
        answer("BANK_ACCOUNT", "OPER-1", "OPERATING");
        answer("BANK_ACCOUNT", "TRUST-1", "GONE");
        assertEquals(
                List.of("UNANSWERED Bank accounts TRUST-1 Iolta 40 trust movements T. Ester 2026-11-23T12:00:00Z"),
                mapping(),
                "an answer that the pack does not have any more is none");
    }

    @Test
    void an_answer_that_the_books_contradict_by_now_is_named_unless_it_was_confirmed() {
        ask();
        answer("BANK_ACCOUNT", "OPER-1", "OPERATING");
        answer("BANK_ACCOUNT", "TRUST-1", "OPERATING");
        assertEquals(
                List.of("CONTRADICTED Bank accounts TRUST-1 Iolta It has trust movements."
                        + " T. Ester 2026-11-23T12:00:00Z"),
                mapping());
        contract.execute("UPDATE clientpay_internal.Answer SET Confirmation = 'Closed in May' WHERE Item = 'TRUST-1'");
        assertEquals(List.of(), mapping());
    }

    private void ask() {
        view(
                "AskSubject",
                "SELECT CAST('BANK_ACCOUNT' AS varchar(32)) AS Subject, CAST('Bank accounts' AS varchar(200)) AS Title,"
                        + " CAST('Whose?' AS varchar(1000)) AS Question, 1 AS Position, CAST(0 AS bit) AS NewItems");
        view(
                "AskChoice",
                "SELECT CAST('BANK_ACCOUNT' AS varchar(32)) AS Subject, CAST(v.Answer AS varchar(32)) AS Answer,"
                        + " CAST('x' AS varchar(200)) AS Meaning, v.Position"
                        + " FROM (VALUES ('OPERATING', 1), ('TRUST', 2), ('NONE', 3)) v (Answer, Position)");
        view(
                "AskItem",
                "SELECT CAST('BANK_ACCOUNT' AS varchar(32)) AS Subject, CAST(v.Item AS varchar(128)) AS Item,"
                        + " CAST(v.Label AS varchar(200)) AS Label, CAST(v.Active AS bit) AS Active,"
                        + " CAST(v.Usage AS varchar(1000)) AS Usage, CAST(v.Suggested AS varchar(32)) AS Suggested,"
                        + " CAST(v.Refuted AS varchar(32)) AS Refuted, CAST(v.Because AS varchar(1000)) AS RefutedBecause"
                        + " FROM (VALUES ('OPER-1', 'Operating', 1, '12 receipts', NULL, NULL, NULL),"
                        + " ('OPER-9', 'Closed', 0, 'nothing', NULL, NULL, NULL),"
                        + " ('TRUST-1', 'Iolta', 1, '40 trust movements', 'TRUST', 'OPERATING', 'It has trust movements.'))"
                        + " v (Item, Label, Active, Usage, Suggested, Refuted, Because)");
    }

    private void view(String name, String select) {
        contract.execute("DROP VIEW clientpay_internal." + name);
        contract.execute("CREATE VIEW clientpay_internal." + name + " AS " + select);
    }

    private void needsSignOff() {
        contract.execute("UPDATE clientpay_internal.Installation SET NeedsSignOff = ?", true);
    }

    private void answer(String subject, String item, String answer) {
        contract.execute(
                "INSERT INTO clientpay_internal.Answer (Subject, Item, Answer, AnsweredBy, AnsweredAt)"
                        + " VALUES (?, ?, ?, 'T. Ester', ?)",
                subject,
                item,
                answer,
                NOON);
    }

    private void sign(String by) {
        contract.execute(
                "INSERT INTO clientpay_internal.MappingSignOff (SignedBy, SignedAt, EnteredBy) VALUES (?, ?, 'dba')",
                by,
                NOON);
        contract.execute("INSERT INTO clientpay_internal.MappingSignOffState"
                + " SELECT (SELECT MAX(o.MappingSignOffId) FROM clientpay_internal.MappingSignOff o),"
                + " s.Part, s.Subject, s.Item, s.\"VALUE\" FROM " + contract.mappingState() + " s");
    }

    private String standing() {
        return connector.one(Contract.GET_INSTALLATION, row -> row.text("MappingSignOff"));
    }

    /** The rows of CheckMapping, their values joined by blanks. */
    private List<String> mapping() {
        return connector
                .list(
                        Contract.CHECK_MAPPING,
                        row -> String.join(
                                        " ",
                                        row.text("What"),
                                        row.optionalText("Subject").orElse(""),
                                        row.optionalText("Item").orElse(""),
                                        row.optionalText("Label").orElse(""),
                                        row.optionalText("Detail").orElse(""),
                                        row.optionalText("Actor").orElse(""),
                                        row.optionalInstant("At")
                                                .map(Object::toString)
                                                .orElse(""))
                                .replaceAll(" +", " ")
                                .strip())
                .stream()
                .sorted()
                .toList();
    }
}
