package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.packs.Fixture;
import com.clientpay.connect.packs.PackFirm;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The last local step by the commands, on the synthetic Elite 3E database: the firm says whose money lies where, accounting
 * compares the totals, which were added up by hand here, and signs.
 */
class PackCommandsTest {
    /** Of an invoice the books have no matter. */
    @TempDir
    Path folder;

    private PackFirm firm;
    private TestSqlServer server;
    private Path config;
    private Path passwordFile;
    private Path answers;

    @BeforeEach
    void a_firm_that_has_said_nothing() throws IOException {
        firm = PackFirm.of(new Fixture("elite-3e", Fixture.IGNORING_CASE));
        server = firm.server();
        forget();
        config = Files.writeString(
                folder.resolve("connect.toml"), "[database]\nurl = \"" + server.urlWithoutLogin() + "\"\n");
        passwordFile = Files.writeString(folder.resolve("password"), server.password() + "\n");
        answers = folder.resolve("answers.txt");
    }

    @AfterEach
    void forget() {
        if (firm == null) {
            return;
        }
        for (String table :
                List.of("Answer", "AnswerEvent", "MappingSignOffState", "MappingSignOffTotal", "MappingSignOff")) {
            firm.execute("DELETE FROM clientpay_internal." + table);
        }
    }

    @Test
    void the_list_says_what_the_books_say_of_each_account() {
        Finished list = command("answers", "--list");

        assertEquals(0, list.code(), list.err());
        for (String line : List.of(
                "BANK_ACCOUNT +1 +0222 Operating +yes +\\(none\\) +no trust movements",
                "BANK_ACCOUNT +2 +0333 Client account +yes +\\(none\\) +TRUST +30 trust movements, 5 trust disbursements",
                "BANK_ACCOUNT +4 +0335 Client account, closed +no +\\(none\\) +TRUST +1 trust movements, 0 trust disbursements",
                "BANK_ACCOUNT +5 +0444 +yes +\\(none\\) +no trust movements")) {
            assertTrue(list.out().matches("(?s).*" + line + ".*"), list.out());
        }
        assertEquals(List.of(), firm.bankAccounts(), "nothing is guessed from it");
    }

    @Test
    void an_account_with_trust_movements_is_called_operating_only_in_writing() throws IOException {
        Files.writeString(answers, "BANK_ACCOUNT 1 = OPERATING\nBANK_ACCOUNT 2 = OPERATING\n");

        Finished refused = command("answers", "--file", answers.toString(), "--by", "A. Counter");
        assertEquals(1, refused.code());
        assertTrue(
                refused.err().contains("30 trust movements (TrustBalance) and 5 trust disbursements"), refused.err());
        assertEquals(List.of(), firm.bankAccounts(), "all or none");

        Finished confirmed = command(
                "answers",
                "--file",
                answers.toString(),
                "--by",
                "A. Counter",
                "--confirm",
                "Converted to the operating account in May, letter of the bank");
        assertEquals(0, confirmed.code(), confirmed.err());
        assertEquals(List.of("1 OPERATING", "2 OPERATING"), firm.bankAccounts());
        assertEquals(
                List.of(
                        "2 OPERATING A. Counter 30 trust movements (TrustBalance) and 5 trust disbursements"
                                + " (TrustDisbursement) are on it. Converted to the operating account in May, letter of the bank"),
                firm.query("SELECT Item, Answer, AnsweredBy, Contradiction, Confirmation"
                        + " FROM clientpay_internal.AnswerEvent WHERE Contradiction IS NOT NULL"));
        assertEquals(List.of("UNANSWERED 3", "UNANSWERED 5"), firm.openQuestions(), "it is confirmed");
    }

    @Test
    void an_account_that_nobody_has_classified_is_not_offered_and_named_by_the_check() throws IOException {
        answered();

        assertEquals(List.of("1 OPERATING", "2 TRUST", "4 TRUST inactive"), firm.bankAccounts());
        assertEquals(List.of("UNANSWERED 3", "UNANSWERED 5"), firm.openQuestions());
    }

    @Test
    void typed_answers_are_kept_one_by_one() {
        Finished half = typed("operating\ntrust\n", "answers", "--by", "A. Counter");

        assertEquals(1, half.code());
        assertTrue(half.err().contains("What was answered is kept; the same command goes on."), half.err());
        assertEquals(List.of("1 OPERATING", "2 TRUST"), firm.bankAccounts());
    }

    @Test
    void check_shows_the_totals_in_both_ways_with_the_differences() throws IOException {
        answered();

        String shown = command("check").out();

        totals(shown);
    }

    /**
     * Open: 400.00 + 150.25 + 349.75 + 800.00 + 60.00 + 200.00 + 500.00 + 33.33 + 25.00 of the first four clients, 2850.00 +
     * 2200.00 + 640.00 + 250.00 + 0.01 + 9999999.99 + 75.00 + 5.00 of the others, and 70.00 of the one without a name. Trust
     * on accounts 2 and 4: 555.50 + 200.00 + 0.00 + 40.00 - 10.00 + 60.00 + 500.00, and 300.00 + 80.00 + 0.00 + 250.00 + 33.33.
     */
    private static void totals(String shown) {
        for (String line : List.of(
                "open invoices \\(A/R\\) +29 +10008608.33",
                "trust ledgers +12 +2008.83",
                "InvMaster.BalAmt +35 +10008382.77",
                "sum of InvPayor.BalAmt +34 +10008282.77",
                "differ, in all +2 +100.00",
                "invoice INV7010 +210.00 +200.00 +10.00",
                "sum of TrustBalance.Amount +15 +2104.83",
                "matter 1003-0002, account 0333 +500.00 +0.00 +500.00")) {
            assertTrue(shown.matches("(?s).*" + line + "\\R.*"), line + " is not in\n" + shown);
        }
    }

    @Test
    void the_sign_off_records_who_and_the_totals_and_a_later_answer_makes_it_void() throws IOException {
        answered();
        assertEquals(List.of("MISSING"), standing());

        Finished declined = typed("no\n", "sign-off", "--by", "A. Counter");
        assertEquals(1, declined.code());
        totals(declined.out());
        assertEquals(List.of("MISSING"), standing());

        Finished signed = command("sign-off", "--by", "A. Counter", "--remark", "Ageing of 30 November", "--yes");
        assertEquals(0, signed.code(), signed.err());
        assertEquals(List.of("SIGNED"), standing());
        assertEquals(
                List.of("Ageing of 30 November"), firm.query("SELECT Remark FROM clientpay_internal.MappingSignOff"));
        assertEquals(
                List.of("MapOpenInvoice 29 10008608.33", "MapTrustLedger 12 2008.83"),
                firm.query("SELECT Name, FirstCount, FirstTotal FROM clientpay_internal.MappingSignOffTotal"
                        + " WHERE Name LIKE 'Map%' ORDER BY Name"));

        Files.writeString(answers, "BANK_ACCOUNT 5 = NONE\n");
        Finished answered = command("answers", "--file", answers.toString());
        assertTrue(
                answered.out().contains("Nothing is posted until accounting has compared the totals"), answered.out());
        assertEquals(List.of("VOID"), standing());
    }

    @Test
    void a_mapping_of_which_a_check_fails_is_signed_off_only_with_the_reason_which_is_recorded() {
        firm.execute("EXEC sp_rename 'clientpay_internal.ReversePosting', 'ReversePostingAway', 'OBJECT'");
        try {
            assertEquals(1, command("check").code());

            Finished refused = command("sign-off", "--by", "A. Counter", "--yes");
            assertEquals(1, refused.code(), refused.out());
            assertTrue(refused.err().contains("not ready to be signed off: nothing was recorded"), refused.err());
            assertTrue(refused.err().contains("connect scripts check says what to do:\n  hooks: "), refused.err());
            assertEquals(List.of("MISSING"), standing());

            Finished despite =
                    command("sign-off", "--by", "A. Counter", "--yes", "--despite-checks", "For the trial only");
            assertEquals(0, despite.code(), despite.err());
            assertTrue(despite.out().contains("4 of the items in use are not answered"), despite.out());
            assertEquals(
                    List.of("A. Counter In spite of hooks: For the trial only"),
                    firm.query("SELECT SignedBy, Remark FROM clientpay_internal.MappingSignOff"));
        } finally {
            firm.execute("EXEC sp_rename 'clientpay_internal.ReversePostingAway', 'ReversePosting', 'OBJECT'");
        }
    }

    @Test
    void a_mapping_with_an_answer_that_the_books_have_come_to_contradict_is_not_signed_off() throws IOException {
        answered();
        firm.execute("UPDATE clientpay_internal.Answer SET Answer = 'OPERATING' WHERE Item = N'4'");

        Finished refused = command("sign-off", "--by", "A. Counter", "--yes", "--despite-checks", "For the trial only");

        assertEquals(1, refused.code(), refused.out());
        assertTrue(
                refused.err().contains("BANK_ACCOUNT 4 (0335 Client account, closed) = OPERATING: 1 trust movements"),
                refused.err());
        assertTrue(refused.err().contains("connect scripts answers --file FILE --confirm"), refused.err());
        assertEquals(List.of("MISSING"), standing());
    }

    private List<String> standing() {
        return firm.query("SELECT clientpay_internal.SignOffStanding()");
    }

    private void answered() throws IOException {
        Files.writeString(answers, "BANK_ACCOUNT 1 = OPERATING\nBANK_ACCOUNT 2 = TRUST\nBANK_ACCOUNT 4 = TRUST\n");
        Finished given = command("answers", "--file", answers.toString(), "--by", "A. Counter");
        assertEquals(0, given.code(), given.err());
        assertTrue(given.out().contains("3 answers are kept"), given.out());
        assertTrue(given.out().contains("2 of the items in use are not answered; they are not offered."), given.out());
    }

    private Finished typed(String input, String... words) {
        InputStream before = System.in;
        System.setIn(new ByteArrayInputStream(input.getBytes(Charset.defaultCharset())));
        try {
            return command(words);
        } finally {
            System.setIn(before);
        }
    }

    private Finished command(String... words) {
        List<String> line = new ArrayList<>(List.of("scripts"));
        line.addAll(List.of(words));
        line.addAll(List.of(
                "--config", config.toString(), "--user", server.user(), "--password-file", passwordFile.toString()));
        return Finished.command(line.toArray(String[]::new));
    }
}
