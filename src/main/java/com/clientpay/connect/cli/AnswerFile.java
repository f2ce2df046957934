package com.clientpay.connect.cli;

import com.clientpay.connect.config.Nearest;
import com.clientpay.connect.database.answers.GivenAnswer;
import com.clientpay.connect.database.answers.Item;
import com.clientpay.connect.database.answers.Question;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The firm's answers in a file, one a line: {@code SUBJECT item = ANSWER}; one is taken back by UNANSWERED in its place. The
 * item's id is all between the subject and the last equals sign. Blank lines and those that begin with # are for people.
 */
final class AnswerFile {
    private static final int MOST_NAMED = 5;

    private final Path file;
    private final List<Question> questions;
    private final Optional<String> confirmation;
    private final List<String> mistakes = new ArrayList<>();
    private final List<GivenAnswer> answers = new ArrayList<>();
    private final Map<List<String>, Integer> lines = new HashMap<>();

    private AnswerFile(Path file, List<Question> questions, Optional<String> confirmation) {
        this.file = file;
        this.questions = questions;
        this.confirmation = confirmation;
    }

    /**
     * Reads the answers.
     *
     * @param confirmation the words by which an answer is accepted that the books contradict
     * @throws CommandFailed with every line that is wrong
     */
    static List<GivenAnswer> read(Path file, List<Question> questions, Optional<String> confirmation) {
        AnswerFile read = new AnswerFile(file, questions, confirmation);
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            if (!line.isBlank() && !line.stripLeading().startsWith("#")) {
                read.line(number, line.strip());
            }
        }
        if (!read.mistakes.isEmpty()) {
            int wrong = read.mistakes.size();
            throw new CommandFailed(String.join("\n", read.mistakes) + "\n\n"
                    + (wrong == 1 ? "1 line is wrong" : wrong + " lines are wrong")
                    + ": no answer was kept. connect scripts answers --list shows all items.");
        }
        return read.answers;
    }

    private static String text(Path file) {
        try {
            return SecretText.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CommandFailed(
                    "The answers " + file + " cannot be read: the file must exist and be readable by you.");
        }
    }

    private void line(int number, String line) {
        int blank = line.indexOf(' ');
        int equals = line.lastIndexOf('=');
        if (blank < 0 || equals < blank) {
            mistake(number, "this is no answer. Write SUBJECT item = ANSWER.");
            return;
        }
        String subject = line.substring(0, blank).toUpperCase(Locale.ROOT);
        String item = line.substring(blank, equals).strip();
        String answer = line.substring(equals + 1).strip();
        Optional<Question> question =
                questions.stream().filter(one -> one.subject().equals(subject)).findFirst();
        if (question.isEmpty()) {
            mistake(number, unknownSubject(subject));
            return;
        }
        Optional<Item> found = question.get()
                .item(item)
                .or(() -> question.get().newItems() && isId(item) ? Optional.of(Item.entered(item)) : Optional.empty());
        if (found.isEmpty()) {
            mistake(number, unknownItem(question.get(), item));
            return;
        }
        Optional<Item> meant = question.get().itemButForCase(item);
        if (meant.isPresent() && confirmation.isEmpty()) {
            mistake(
                    number,
                    "there is no " + subject + " " + item + "; did you mean "
                            + meant.get().id()
                            + "? If it is another one all the same, say why with --confirm; that is recorded.");
            return;
        }
        Integer before = lines.putIfAbsent(List.of(subject, item), number);
        if (before != null) {
            mistake(number, subject + " " + item + " is answered in line " + before + " already.");
            return;
        }
        if (answer.equalsIgnoreCase(GivenAnswer.UNANSWERED)) {
            answers.add(GivenAnswer.takenBack(subject, item));
            return;
        }
        Optional<String> choice = question.get().choice(answer);
        if (choice.isEmpty()) {
            mistake(number, unknownAnswer(question.get(), answer));
            return;
        }
        Optional<String> contradiction = found.get().contradiction(choice.get());
        if (contradiction.isPresent() && confirmation.isEmpty()) {
            mistake(
                    number,
                    choice.get() + " for " + subject + " " + item + " ("
                            + found.get().label()
                            + ") contradicts the books: " + contradiction.get()
                            + " If it is right all the same, say why with --confirm; that is recorded.");
            return;
        }
        answers.add(new GivenAnswer(
                subject,
                item,
                choice.get(),
                contradiction.isPresent() || meant.isPresent() ? confirmation : Optional.empty()));
    }

    /** Whether the firm may enter an item of this id. */
    static boolean isId(String item) {
        return !item.isEmpty() && item.length() <= Item.MOST_ID;
    }

    private void mistake(int line, String what) {
        mistakes.add(file + ":" + line + ": " + what);
    }

    private String unknownSubject(String subject) {
        List<String> known = questions.stream().map(Question::subject).toList();
        return "nothing is asked about " + subject + meant(subject, known) + " It is asked about: "
                + String.join(", ", known) + ".";
    }

    private static String unknownItem(Question question, String item) {
        Optional<Item> butForCase = question.itemButForCase(item);
        if (butForCase.isPresent()) {
            return "there is no " + question.subject() + " " + item + "; did you mean "
                    + butForCase.get().id() + "?";
        }
        List<String> labelled = question.items().stream()
                .filter(one -> one.label().toLowerCase(Locale.ROOT).contains(item.toLowerCase(Locale.ROOT)))
                .map(one -> one.id() + " (" + one.label() + ")")
                .limit(MOST_NAMED)
                .collect(Collectors.toList());
        String hint = labelled.isEmpty()
                ? meant(item, question.items().stream().map(Item::id).toList())
                : ". By that name: " + String.join(", ", labelled) + ".";
        return "there is no " + question.subject() + " " + item + hint;
    }

    /** What is wrong with an answer that is none of those allowed. */
    static String unknownAnswer(Question question, String answer) {
        List<String> known =
                question.choices().stream().map(Question.Choice::answer).toList();
        return (answer.isEmpty() ? "there is no answer." : "\"" + answer + "\" is no answer" + meant(answer, known))
                + " Allowed: " + question.allowed() + ".";
    }

    private static String meant(String word, List<String> known) {
        return Nearest.to(word.toUpperCase(Locale.ROOT), known)
                .map(nearest -> "; did you mean " + nearest + "?")
                .orElse(".");
    }
}
