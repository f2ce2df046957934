package com.clientpay.connect.cli;

import com.clientpay.connect.database.answers.GivenAnswer;
import com.clientpay.connect.database.answers.Item;
import com.clientpay.connect.database.answers.Question;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Asks at the terminal, item by item. Each answer is kept at once, so that whoever stops loses none. */
final class AnswerDialogue {
    private static final String SKIP = "skip";

    /** The input ended. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Ended() {
            super(null, null, false, false);
        }
    }

    private final PrintWriter out;
    private final BufferedReader in;
    private final Consumer<GivenAnswer> keep;
    private int kept;
    private int takenBack;

    /** @param keep called with each answer, when it is given */
    AnswerDialogue(PrintWriter out, InputStream in, Consumer<GivenAnswer> keep) {
        this.out = out;
        this.in = new BufferedReader(new InputStreamReader(in, Charset.defaultCharset()));
        this.keep = keep;
    }

    /**
     * Asks for what is not answered.
     *
     * @param again whether to ask for what is answered too
     * @return whether it was gone through to its end
     */
    boolean run(List<Question> questions, boolean again) {
        try {
            for (Question question : questions) {
                List<Item> due = question.items().stream()
                        .filter(item -> again || item.kept().isEmpty())
                        .toList();
                if (!due.isEmpty() || question.newItems()) {
                    ask(question, due);
                }
            }
            return true;
        } catch (Ended e) {
            out.println();
            return false;
        }
    }

    /** How many answers were kept. */
    int kept() {
        return kept;
    }

    /** How many that had been given before are none any more. */
    int takenBack() {
        return takenBack;
    }

    private void ask(Question question, List<Item> items) {
        out.println();
        line(question.title() + ": " + question.text());
        Table choices = new Table("ANSWER", "WHAT IT DOES");
        question.choices().forEach(choice -> choices.row(choice.answer(), choice.meaning()));
        choices.row(SKIP, "leave it as it is");
        if (items.stream().anyMatch(item -> item.kept().isPresent())) {
            choices.row(GivenAnswer.UNANSWERED, "take the answer back");
        }
        choices.print(out, "");
        for (int i = 0; i < items.size(); i++) {
            Item item = items.get(i);
            out.println();
            line((i + 1) + " of " + items.size() + ": " + item.id() + "  " + item.label()
                    + (item.active() ? "" : " (not in use)"));
            item.usage().ifPresent(usage -> line("  In the books: " + usage));
            ask(question, item, Optional.empty());
        }
        if (question.newItems()) {
            enter(question);
        }
    }

    /** What the pack has no list of: the firm names the items. */
    private void enter(Question question) {
        out.println();
        while (true) {
            String id = typed("Another one, as the books name it (empty: no more)");
            if (id.isEmpty()) {
                return;
            }
            if (!AnswerFile.isId(id)) {
                line("  A name has at most " + Item.MOST_ID + " characters.");
                continue;
            }
            Optional<String> confirmation = Optional.empty();
            Optional<Item> meant = question.itemButForCase(id);
            if (meant.isPresent()) {
                line("  There is no " + id + "; did you mean " + meant.get().id() + "?");
                String words =
                        typed("  If it is another one all the same, type why; it is recorded (empty: name it again)");
                if (words.isEmpty()) {
                    continue;
                }
                confirmation = Optional.of(words);
            }
            ask(question, question.item(id).orElse(Item.entered(id)), confirmation);
        }
    }

    /** @param confirmed the words by which an item is accepted that the books have in another case */
    private void ask(Question question, Item item, Optional<String> confirmed) {
        Optional<String> proposed =
                item.kept().map(kept -> kept.answer()).or(item::suggested).flatMap(question::choice);
        while (true) {
            String typed = typed(
                    "  Answer" + proposed.map(answer -> " [" + answer + "]").orElse(""));
            String answer = typed.isEmpty() ? proposed.orElse("") : typed;
            if (answer.equalsIgnoreCase(SKIP)) {
                return;
            }
            if (answer.equalsIgnoreCase(GivenAnswer.UNANSWERED) && item.kept().isPresent()) {
                keep.accept(GivenAnswer.takenBack(question.subject(), item.id()));
                takenBack++;
                return;
            }
            Optional<String> choice = question.choice(answer);
            if (choice.isEmpty()) {
                line("  " + Sentence.of(AnswerFile.unknownAnswer(question, answer)));
                continue;
            }
            Optional<String> contradiction = item.contradiction(choice.get());
            Optional<String> confirmation = confirmed;
            if (contradiction.isPresent()) {
                line("  The books speak against it: " + contradiction.get());
                String words = typed("  If it is right all the same, type why; it is recorded (empty: answer again)");
                if (words.isEmpty()) {
                    continue;
                }
                confirmation = Optional.of(words);
            }
            keep.accept(new GivenAnswer(question.subject(), item.id(), choice.get(), confirmation));
            kept++;
            return;
        }
    }

    private String typed(String prompt) {
        out.print(Terminal.cleanLine(prompt) + ": ");
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                throw new Ended();
            }
            return line.strip();
        } catch (IOException e) {
            throw new Ended();
        }
    }

    private void line(String text) {
        out.println(Terminal.cleanLine(text));
    }
}
