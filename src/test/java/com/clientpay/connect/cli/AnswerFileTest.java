package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.answers.GivenAnswer;
import com.clientpay.connect.database.answers.Item;
import com.clientpay.connect.database.answers.Question;
import com.clientpay.connect.database.answers.Question.Choice;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The firm's answers in a file. */
class AnswerFileTest {
    @TempDir
    Path folder;

    @Test
    void each_line_is_an_answer_and_ids_may_have_blanks_and_equals_signs() {
        assertEquals(
                List.of(
                        new GivenAnswer("BANK_ACCOUNT", "14", "TRUST", Optional.empty()),
                        new GivenAnswer("BANK_ACCOUNT", "A = B", "OPERATING", Optional.empty())),
                read("# of May\n\nBANK_ACCOUNT 14 = TRUST\n  bank_account A = B = operating  \n", Optional.empty()));
    }

    @Test
    void an_answer_is_taken_back_by_a_word_in_its_place() {
        assertEquals(
                List.of(GivenAnswer.takenBack("BANK_ACCOUNT", "14")),
                read("BANK_ACCOUNT 14 = unanswered\n", Optional.empty()));
    }

    @Test
    void every_line_that_is_wrong_is_listed_with_what_would_be_right() {
        CommandFailed failed = assertThrows(CommandFailed.class, () -> read("""
                        BANK_ACCOUNT 14 = TRUTS
                        BANK_ACOUNT 14 = TRUST
                        BANK_ACCOUNT 41 = TRUST
                        BANK_ACCOUNT iolta = TRUST
                        BANK_ACCOUNT 14
                        BANK_ACCOUNT 14 =
                        BANK_ACCOUNT A = B = NONE
                        BANK_ACCOUNT A = B = TRUST
                        """, Optional.empty()));
        assertEquals("""
                F:1: "TRUTS" is no answer; did you mean TRUST? Allowed: OPERATING, TRUST, NONE.
                F:2: nothing is asked about BANK_ACOUNT; did you mean BANK_ACCOUNT? It is asked about: BANK_ACCOUNT.
                F:3: there is no BANK_ACCOUNT 41; did you mean 14?
                F:4: there is no BANK_ACCOUNT iolta. By that name: 14 (Iolta).
                F:5: this is no answer. Write SUBJECT item = ANSWER.
                F:6: BANK_ACCOUNT 14 is answered in line 1 already.
                F:8: BANK_ACCOUNT A = B is answered in line 7 already.

                7 lines are wrong: no answer was kept. connect scripts answers --list shows all items.""", failed.getMessage().replace(file().toString(), "F"));
    }

    @Test
    void an_answer_that_the_books_contradict_needs_words_which_go_with_it_alone() {
        String text = "BANK_ACCOUNT 14 = OPERATING\nBANK_ACCOUNT A = B = OPERATING\n";
        CommandFailed failed = assertThrows(CommandFailed.class, () -> read(text, Optional.empty()));
        assertTrue(
                failed.getMessage()
                        .contains(":1: OPERATING for BANK_ACCOUNT 14 (Iolta) contradicts the books: It has 40 trust"
                                + " movements. If it is right all the same, say why with --confirm"),
                failed.getMessage());
        assertTrue(failed.getMessage().contains("1 line is wrong: no answer was kept"), failed.getMessage());
        assertEquals(
                List.of(Optional.of("Closed in May"), Optional.empty()),
                read(text, Optional.of("Closed in May")).stream()
                        .map(GivenAnswer::confirmation)
                        .toList());
    }

    @Test
    void items_that_the_firm_enters_itself_need_not_be_in_a_list() throws IOException {
        Question entered = new Question(
                "RECEIPT_TYPE",
                "Receipt types",
                "Which?",
                true,
                List.of(new Choice("OFFERED", "may be chosen")),
                List.of());
        Path named = Files.writeString(file(), "RECEIPT_TYPE EFT  wire = offered\n");
        assertEquals(
                List.of(new GivenAnswer("RECEIPT_TYPE", "EFT  wire", "OFFERED", Optional.empty())),
                AnswerFile.read(named, List.of(entered), Optional.empty()));
        Path tooLong = Files.writeString(file(), "RECEIPT_TYPE " + "x".repeat(129) + " = OFFERED\n");
        assertThrows(CommandFailed.class, () -> AnswerFile.read(tooLong, List.of(entered), Optional.empty()));
    }

    @Test
    void an_item_that_differs_from_one_of_the_books_only_in_case_is_refused_unless_it_is_confirmed()
            throws IOException {
        Path file = Files.writeString(file(), "RECEIPT_TYPE w = OFFERED\nRECEIPT_TYPE x = OFFERED\n");
        CommandFailed failed = assertThrows(
                CommandFailed.class, () -> AnswerFile.read(file, List.of(receiptTypes()), Optional.empty()));
        assertTrue(
                failed.getMessage()
                        .contains(
                                ":1: there is no RECEIPT_TYPE w; did you mean W? If it is another one all the same, say"
                                        + " why with --confirm"),
                failed.getMessage());
        assertTrue(failed.getMessage().contains("1 line is wrong: no answer was kept"), failed.getMessage());
        assertEquals(
                List.of(
                        new GivenAnswer("RECEIPT_TYPE", "w", "OFFERED", Optional.of("A type of its own")),
                        new GivenAnswer("RECEIPT_TYPE", "x", "OFFERED", Optional.empty())),
                AnswerFile.read(file, List.of(receiptTypes()), Optional.of("A type of its own")));
    }

    @Test
    void a_file_that_cannot_be_read_is_told() {
        CommandFailed failed = assertThrows(
                CommandFailed.class, () -> AnswerFile.read(folder.resolve("none"), List.of(), Optional.empty()));
        assertTrue(failed.getMessage().contains("cannot be read"), failed.getMessage());
    }

    /** The books have receipts of type W. */
    static Question receiptTypes() {
        Item wire = new Item(
                "W",
                "Receipt type W",
                true,
                Optional.of("3 receipts have it"),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
        return new Question(
                "RECEIPT_TYPE",
                "Receipt types",
                "Which?",
                true,
                List.of(new Choice("OFFERED", "may be chosen")),
                List.of(wire));
    }

    static Question accounts() {
        return new Question(
                "BANK_ACCOUNT",
                "Bank accounts",
                "Whose money is on it?",
                false,
                List.of(
                        new Choice("OPERATING", "the firm's own"),
                        new Choice("TRUST", "clients' money"),
                        new Choice("NONE", "never offered")),
                List.of(
                        new Item(
                                "14",
                                "Iolta",
                                true,
                                Optional.of("40 trust movements"),
                                Optional.of("TRUST"),
                                Optional.of("OPERATING"),
                                Optional.of("It has 40 trust movements."),
                                Optional.empty()),
                        new Item(
                                "A = B",
                                "Fees",
                                true,
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty())));
    }

    private Path file() {
        return folder.resolve("answers.txt");
    }

    private List<GivenAnswer> read(String text, Optional<String> confirmation) {
        try {
            return AnswerFile.read(Files.writeString(file(), text), List.of(accounts()), confirmation);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
