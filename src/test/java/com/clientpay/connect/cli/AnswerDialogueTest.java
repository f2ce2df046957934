package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.answers.GivenAnswer;
import com.clientpay.connect.database.answers.Question;
import java.io.ByteArrayInputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The questions at the terminal. */
class AnswerDialogueTest {
    private final StringWriter shown = new StringWriter();
    private final List<GivenAnswer> kept = new ArrayList<>();

    @Test
    void an_empty_line_takes_what_the_use_speaks_for_and_nothing_where_nothing_does() {
        assertTrue(dialogue("\n\nnone\n"));
        assertEquals(List.of(answer("14", "TRUST"), answer("A = B", "NONE")), kept);
        assertTrue(
                shown.toString().contains("1 of 2: 14  Iolta\n  In the books: 40 trust movements\n  Answer [TRUST]: "),
                shown.toString());
        assertTrue(shown.toString().contains("There is no answer. Allowed: OPERATING, TRUST, NONE."), shown.toString());
    }

    @Test
    void a_wrong_word_is_asked_again_with_the_nearest() {
        dialogue("trast\ntrust\nskip\n");
        assertEquals(List.of(answer("14", "TRUST")), kept);
        assertTrue(
                shown.toString()
                        .contains("\"trast\" is no answer; did you mean TRUST? Allowed: OPERATING, TRUST, NONE."),
                shown.toString());
    }

    @Test
    void what_the_books_contradict_is_kept_with_the_words_that_confirm_it_or_asked_again() {
        dialogue("operating\n\noperating\nClosed in May\nskip\n");
        assertEquals(List.of(new GivenAnswer("BANK_ACCOUNT", "14", "OPERATING", Optional.of("Closed in May"))), kept);
        assertTrue(
                shown.toString().contains("The books speak against it: It has 40 trust movements."), shown.toString());
    }

    @Test
    void what_was_answered_before_the_input_ends_is_kept() {
        assertEquals(false, dialogue("\n"));
        assertEquals(List.of(answer("14", "TRUST")), kept);
    }

    @Test
    void items_that_the_firm_enters_itself_are_asked_for_until_there_are_no_more() {
        Question entered = new Question(
                "RECEIPT_TYPE",
                "Receipt types",
                "Which are offered?",
                true,
                List.of(new Question.Choice("OFFERED", "may be chosen")),
                List.of());
        byte[] bytes = "EFT\noffered\nCHK\nskip\n\n".getBytes(Charset.defaultCharset());
        AnswerDialogue dialogue =
                new AnswerDialogue(new PrintWriter(shown), new ByteArrayInputStream(bytes), kept::add);
        assertTrue(dialogue.run(List.of(entered), false));
        assertEquals(List.of(new GivenAnswer("RECEIPT_TYPE", "EFT", "OFFERED", Optional.empty())), kept);
    }

    @Test
    void an_item_that_differs_from_one_of_the_books_only_in_case_is_named_again_or_confirmed() {
        byte[] bytes = "skip\nw\n\nW\noffered\nw\nA type of its own\noffered\n\n".getBytes(Charset.defaultCharset());
        AnswerDialogue dialogue =
                new AnswerDialogue(new PrintWriter(shown), new ByteArrayInputStream(bytes), kept::add);
        assertTrue(dialogue.run(List.of(AnswerFileTest.receiptTypes()), false));
        assertEquals(
                List.of(
                        new GivenAnswer("RECEIPT_TYPE", "W", "OFFERED", Optional.empty()),
                        new GivenAnswer("RECEIPT_TYPE", "w", "OFFERED", Optional.of("A type of its own"))),
                kept);
        assertTrue(shown.toString().contains("There is no w; did you mean W?"), shown.toString());
    }

    private static GivenAnswer answer(String item, String answer) {
        return new GivenAnswer("BANK_ACCOUNT", item, answer, Optional.empty());
    }

    private boolean dialogue(String typed) {
        byte[] bytes = typed.getBytes(Charset.defaultCharset());
        PrintWriter out = new PrintWriter(shown);
        AnswerDialogue dialogue = new AnswerDialogue(out, new ByteArrayInputStream(bytes), kept::add);
        boolean ended = dialogue.run(List.of(AnswerFileTest.accounts()), false);
        out.flush();
        assertEquals(kept.size(), dialogue.kept());
        return ended;
    }
}
