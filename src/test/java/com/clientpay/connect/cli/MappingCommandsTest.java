package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.scripts.TestScripts;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firm's answers and accounting's sign-off, on a real server, with a little pack that asks and compares. */
class MappingCommandsTest {
    @TempDir
    static Path folder;

    private static TestSqlServer server;
    private static Path config;
    private static Path passwordFile;
    private static Path answers;

    @BeforeAll
    static void install() throws IOException {
        server = TestSqlServer.create();
        server.execute("CREATE SCHEMA acct");
        server.execute(
                "CREATE TABLE acct.Bank (BankId int NOT NULL, Name nvarchar(50) NOT NULL, Ledgers int NOT NULL)");
        server.execute("CREATE TABLE acct.Bill (Number varchar(20) NOT NULL, Header decimal(19, 2) NULL,"
                + " Entries decimal(19, 2) NULL)");
        server.execute("INSERT INTO acct.Bank VALUES (7, N'Fees', 0), (14, N'Iolta', 40)");
        StringBuilder bills =
                new StringBuilder("INSERT INTO acct.Bill VALUES ('B-0', 1000.00, NULL), ('B-99', NULL, 0.00)");
        for (int i = 1; i <= 12; i++) {
            bills.append(", ('B-")
                    .append(i)
                    .append("', 100.00, ")
                    .append(100 + i)
                    .append(".00)");
        }
        server.execute(bills.append(", ('B-50', 5.00, 5.00)").toString());
        TestScripts scripts = new TestScripts(folder.resolve("sql")).questions();
        server.install(scripts.folder(), TestScripts.SYSTEM);
        config = Files.writeString(
                folder.resolve("connect.toml"), "[database]\nurl = \"" + server.urlWithoutLogin() + "\"\n");
        passwordFile = Files.writeString(folder.resolve("password"), server.password() + "\n");
        answers = folder.resolve("answers.txt");
    }

    @AfterAll
    static void drop() {
        if (server != null) {
            server.close();
        }
    }

    @BeforeEach
    void forget() {
        for (String table :
                List.of("Answer", "AnswerEvent", "MappingSignOffState", "MappingSignOffTotal", "MappingSignOff")) {
            server.execute("DELETE FROM clientpay_internal." + table);
        }
    }

    @Test
    void answers_are_asked_for_one_by_one_kept_at_once_and_listed() {
        Finished half = typed("operating\n", "answers", "--by", "A. Counter");
        assertEquals(1, half.code());
        assertTrue(half.out().contains("1 of 2: 7  Fees\n  In the books: 0 trust ledgers\n  Answer: "), half.out());
        assertTrue(half.err().contains("What was answered is kept; the same command goes on."), half.err());
        assertEquals(List.of("7 OPERATING A. Counter"), kept());

        Finished rest = typed("none\nEFT\noffered\n\n", "answers", "--by", "A. Counter");
        assertEquals(0, rest.code(), rest.err());
        assertTrue(rest.out().contains("1 of 1: 14  Iolta"), rest.out());
        assertTrue(rest.out().contains("2 answers are kept.\nEvery item in use is answered."), rest.out());
        assertEquals(List.of("7 OPERATING A. Counter", "14 NONE A. Counter", "EFT OFFERED A. Counter"), kept());
        assertEquals(
                3,
                server.query("SELECT Item FROM clientpay_internal.AnswerEvent").size());
    }

    @Test
    void an_answer_is_taken_back_by_a_file_or_when_asked_again_and_the_history_keeps_it() throws IOException {
        file("BANK_ACCOUNT 7 = OPERATING\nBANK_ACCOUNT 14 = TRUST\nRECEIPT_TYPE EFT = OFFERED\n");
        assertEquals(
                0,
                command("answers", "--file", answers + "", "--by", "A. Counter").code());

        file("BANK_ACCOUNT 7 = UNANSWERED\nRECEIPT_TYPE EFT = unanswered\nRECEIPT_TYPE CHK = unanswered\n");
        Finished taken = command("answers", "--file", answers + "", "--by", "B. Counter");
        assertEquals(0, taken.code(), taken.err());
        assertTrue(taken.out().contains("0 answers are kept, 2 taken back, 1 had been given before."), taken.out());
        assertTrue(taken.out().contains("1 of the items in use are not answered"), taken.out());
        assertEquals(List.of("14 TRUST A. Counter"), kept());

        Finished again = typed("skip\nunanswered\n\n", "answers", "--again", "--by", "C. Counter");
        assertEquals(0, again.code(), again.err());
        assertTrue(again.out().contains("UNANSWERED  take the answer back"), again.out());
        assertTrue(again.out().contains("0 answers are kept, 1 taken back."), again.out());
        assertEquals(List.of(), kept());
        assertEquals(
                List.of(
                        "7 OPERATING A. Counter",
                        "14 TRUST A. Counter",
                        "EFT OFFERED A. Counter",
                        "7 UNANSWERED B. Counter",
                        "EFT UNANSWERED B. Counter",
                        "14 UNANSWERED C. Counter"),
                server.query("SELECT Item, Answer, AnsweredBy FROM clientpay_internal.AnswerEvent"
                        + " ORDER BY AnswerEventId"));
    }

    @Test
    void the_list_says_what_is_answered_by_whom_and_what_the_books_say() throws IOException {
        Finished none = command("answers", "--list");
        assertEquals(0, none.code(), none.err());
        assertTrue(
                none.out().matches("(?s).*BANK_ACCOUNT +14  Iolta  yes +\\(none\\) +TRUST +40 trust ledgers.*"),
                none.out());
        file("BANK_ACCOUNT 14 = TRUST\n");
        assertEquals(
                0,
                command("answers", "--file", answers + "", "--by", "A. Counter").code());
        Finished one = command("answers", "--list", "--json");
        assertTrue(one.out().contains("\"by\" : \"A. Counter\""), one.out());
    }

    @Test
    void a_file_is_kept_as_a_whole_or_not_at_all() throws IOException {
        file("BANK_ACCOUNT 7 = OPERATING\nBANK_ACCOUNT 15 = TRUST\n");
        Finished wrong = command("answers", "--file", answers + "");
        assertEquals(1, wrong.code());
        assertTrue(wrong.err().contains(":2: there is no BANK_ACCOUNT 15; did you mean 14?"), wrong.err());
        assertEquals(List.of(), kept());

        file("BANK_ACCOUNT 7 = OPERATING\nBANK_ACCOUNT 14 = TRUST\n");
        Finished right = command("answers", "--file", answers + "", "--by", "A. Counter");
        assertEquals(0, right.code(), right.err());
        assertTrue(right.out().contains("2 answers are kept, 0 had been given before."), right.out());
        assertTrue(right.out().contains("Nothing is posted until accounting has compared the totals"), right.out());
        assertTrue(command("answers", "--file", answers + "")
                .out()
                .contains("0 answers are kept, 2 had been given before."));
        assertEquals(List.of("7 OPERATING A. Counter", "14 TRUST A. Counter"), kept());
    }

    @Test
    void an_answer_that_the_books_contradict_is_kept_only_with_the_words_that_confirm_it() throws IOException {
        file("BANK_ACCOUNT 14 = OPERATING\n");
        Finished refused = command("answers", "--file", answers + "");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("contradicts the books: Trust ledgers lie on it."), refused.err());
        assertEquals(List.of(), kept());
        Finished confirmed =
                command("answers", "--file", answers + "", "--confirm", "Closed in May", "--by", "A. Counter");
        assertEquals(0, confirmed.code(), confirmed.err());
        assertEquals(
                List.of("14 OPERATING A. Counter Trust ledgers lie on it. Closed in May"),
                server.query(
                        "SELECT Item, Answer, AnsweredBy, Contradiction, Confirmation FROM clientpay_internal.AnswerEvent"));
        assertTrue(command("answers", "--list").out().contains("OPERATING (confirmed)"));
    }

    @Test
    void the_procedure_itself_refuses_what_the_command_would() {
        String save = "EXEC clientpay_internal.SaveAnswer 'BANK_ACCOUNT', N'14', '%s', %s, N'x', '2026-11-23T12:00:00'";
        assertEquals("51013", error(save.formatted("OPERATING", "NULL")));
        assertEquals("51012", error(save.formatted("TRUTS", "NULL")));
        assertEquals(List.of(), kept());
    }

    @Test
    void the_totals_are_shown_in_both_ways_and_signed_off_by_whoever_accepts_them() {
        Finished declined = typed("no\n", "sign-off", "--by", "A. Counter", "--despite-checks", "A little pack");
        assertEquals(1, declined.code());
        assertEquals(List.of("0"), server.query("SELECT COUNT(*) FROM clientpay_internal.MappingSignOff"));
        String shown = declined.out();
        assertTrue(shown.matches("(?s).*open invoices \\(A/R\\) +14 +2205.00\\R.*"), shown);
        assertTrue(shown.matches("(?s).*acct.Bill.Header +14 +2205.00\\R.*"), shown);
        assertTrue(shown.matches("(?s).*acct.Bill.Entries +14 +1283.00\\R.*"), shown);
        assertTrue(shown.matches("(?s).*differ, in all +13 +1078.00\\R.*"), shown);
        assertTrue(shown.contains("The 10 largest differences"), shown);
        assertTrue(
                shown.matches("(?s).*DIFFERENCE\\RB-0 +1000.00 +1000.00\\RB-12 +100.00 +112.00 +-12.00\\R.*"), shown);
        assertTrue(shown.contains("B-4 ") && !shown.contains("B-3 "), shown);

        Finished signed = command(
                "sign-off",
                "--by",
                "A. Counter",
                "--remark",
                "Ageing of today",
                "--despite-checks",
                "A little pack",
                "--yes");
        assertEquals(0, signed.code(), signed.err());
        String recorded = server.query("SELECT SignedBy, Remark FROM clientpay_internal.MappingSignOff")
                .get(0);
        assertTrue(
                recorded.matches("A\\. Counter Ageing of today\nIn spite of MapBankAccount, .*: A little pack"),
                recorded);
        assertEquals(
                List.of(
                        "BILLS 14 2205.00 14 1283.00 13 1078.00",
                        "MapOpenInvoice 14 2205.00 null null null null",
                        "MapTrustLedger 0 0.00 null null null null"),
                server.query(
                        "SELECT Name, FirstCount, FirstTotal, SecondCount, SecondTotal, DifferentCount, DifferentTotal"
                                + " FROM clientpay_internal.MappingSignOffTotal ORDER BY Name"));
        assertEquals(List.of("SIGNED"), server.query("SELECT clientpay_internal.SignOffStanding()"));
    }

    @Test
    void an_answer_after_the_sign_off_makes_it_void_and_the_check_of_the_connector_names_it() throws IOException {
        command("sign-off", "--by", "A. Counter", "--despite-checks", "A little pack", "--yes");
        assertEquals(List.of("SIGNED"), server.query("SELECT clientpay_internal.SignOffStanding()"));
        file("BANK_ACCOUNT 14 = TRUST\n");
        Finished answered = command("answers", "--file", answers + "");
        assertTrue(answered.out().contains("Nothing is posted until"), answered.out());
        assertEquals(List.of("VOID"), server.query("SELECT clientpay_internal.SignOffStanding()"));
    }

    @Test
    void items_in_upper_and_lower_case_do_not_look_like_a_change_of_the_mapping() throws IOException {
        file("RECEIPT_TYPE OLD = OFFERED\nRECEIPT_TYPE low = OFFERED\nRECEIPT_TYPE OP = OFFERED\n");
        assertEquals(0, command("answers", "--file", answers + "").code());

        Finished signed = command("sign-off", "--by", "A. Counter", "--despite-checks", "A little pack", "--yes");

        assertEquals(0, signed.code(), signed.err());
        assertEquals(List.of("SIGNED"), server.query("SELECT clientpay_internal.SignOffStanding()"));
    }

    @Test
    void an_item_that_differs_from_one_of_the_books_only_in_case_is_kept_only_with_the_words_that_confirm_it()
            throws IOException {
        file("RECEIPT_TYPE W = OFFERED\n");
        command("answers", "--file", answers + "", "--by", "A. Counter");
        String save =
                "EXEC clientpay_internal.SaveAnswer 'RECEIPT_TYPE', N'w', 'OFFERED', NULL, N'x', '2026-11-23T12:00:00'";
        assertEquals("51013", error(save));

        file("RECEIPT_TYPE w = OFFERED\n");
        Finished refused = command("answers", "--file", answers + "", "--by", "A. Counter");
        assertEquals(1, refused.code());
        assertTrue(refused.err().contains("did you mean W?"), refused.err());
        Finished confirmed = command("answers", "--file", answers + "", "--by", "A. Counter", "--confirm", "Another");
        assertEquals(0, confirmed.code(), confirmed.err());
        assertEquals(
                List.of("w It differs from W only in case. Another"),
                server.query("SELECT Item, Contradiction, Confirmation FROM clientpay_internal.Answer"
                        + " WHERE Confirmation IS NOT NULL"));
        assertEquals("none", error(save), "it is an item of its own now");
    }

    private static String error(String sql) {
        try {
            server.execute("BEGIN TRANSACTION; " + sql);
            return "none";
        } catch (IllegalStateException e) {
            return String.valueOf(((java.sql.SQLException) e.getCause()).getErrorCode());
        }
    }

    private static List<String> kept() {
        return server.query(
                "SELECT Item, Answer, AnsweredBy FROM clientpay_internal.Answer ORDER BY Subject, LEN(Item), Item");
    }

    private static void file(String text) throws IOException {
        Files.writeString(answers, text);
    }

    private static Finished typed(String input, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(Charset.defaultCharset())));
        try {
            return command(words);
        } finally {
            System.setIn(before);
        }
    }

    private static Finished command(String... words) {
        List<String> line = new ArrayList<>(List.of("scripts"));
        line.addAll(List.of(words));
        line.addAll(List.of(
                "--config", config.toString(), "--user", server.user(), "--password-file", passwordFile.toString()));
        return Finished.command(line.toArray(String[]::new));
    }
}
