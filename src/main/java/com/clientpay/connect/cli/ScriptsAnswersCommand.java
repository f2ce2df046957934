package com.clientpay.connect.cli;

import com.clientpay.connect.database.answers.AnswersDatabase;
import com.clientpay.connect.database.answers.GivenAnswer;
import com.clientpay.connect.database.answers.Item;
import com.clientpay.connect.database.answers.KeptAnswer;
import com.clientpay.connect.database.answers.Question;
import com.clientpay.connect.http.Json;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect scripts answers} */
@Command(
        name = "answers",
        description = {
            "Ask what only the firm can know of its books, such as which bank account holds clients' money, and keep the"
                    + " answers in the database, where the system's mapping reads them.",
            "Asks item by item what nobody has answered, with what the books say of its use; each answer is kept at once."
                    + " What is not answered is not offered to anybody: never guessed. An answer that the books contradict"
                    + " is refused unless it is confirmed in writing, which is recorded; so is one for an item that differs"
                    + " from one of the books only in case."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts answers",
            "  connect scripts answers --list",
            "  connect scripts answers --file answers.txt --by \"A. Miller, accounting\"",
            "",
            "A file has a line for each answer, kept all or none; lines that begin with # are for people:",
            "  BANK_ACCOUNT 14 = TRUST",
            "An answer is taken back by UNANSWERED in its place, or when asked --again; the history keeps it:",
            "  BANK_ACCOUNT 14 = UNANSWERED",
            "",
            "Exit codes:",
            "  0  everything that was asked was gone through, or listed",
            "  1  it was not, or an answer was refused; standard error says why",
            "  2  the command was not understood"
        })
final class ScriptsAnswersCommand implements Callable<Integer> {
    private static final int MOST_CONFIRMATION = 1000;

    @Option(names = "--file", paramLabel = "FILE", description = "Take the answers from a file, without asking.")
    private Path file;

    @Option(names = "--list", description = "List every item with its answer, and ask nothing.")
    private boolean list;

    @Option(names = "--again", description = "Ask for what is answered too.")
    private boolean again;

    @Option(
            names = "--confirm",
            paramLabel = "TEXT",
            description =
                    "With --file: why its answers are right that the books contradict, or whose items differ from those of"
                            + " the books only in case. It is recorded with each.")
    private String confirmation;

    @Option(names = "--by", paramLabel = "NAME", description = "Who gives the answers, if it is not you.")
    private String by;

    @Mixin
    private DbaOption dba;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (list && file != null) {
            throw misuse("--list asks nothing and keeps nothing; leave --file out.");
        }
        if (confirmation != null
                && (file == null || confirmation.isBlank() || confirmation.length() > MOST_CONFIRMATION)) {
            throw misuse("--confirm goes with --file, and has 1 to " + MOST_CONFIRMATION + " characters.");
        }
        if (by != null && (by.isBlank() || by.length() > 200)) {
            throw misuse("--by has 1 to 200 characters.");
        }
        if (json.isWanted() && !list) {
            throw misuse("--json goes with --list.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (AnswersDatabase database = dba.open(AnswersDatabase::open)) {
            List<Question> questions = database.questions();
            if (list) {
                print(out, questions);
                return 0;
            }
            if (questions.isEmpty()) {
                out.println("The system's pack asks nothing: its tables say all that is needed.");
                return 0;
            }
            if (file != null) {
                take(out, database, questions);
                return 0;
            }
            return ask(out, database, questions);
        }
    }

    private ParameterException misuse(String what) {
        return new ParameterException(spec.commandLine(), what);
    }

    private String who() {
        return by == null ? Home.actor() : by.strip();
    }

    private void take(PrintWriter out, AnswersDatabase database, List<Question> questions) {
        List<GivenAnswer> all = AnswerFile.read(
                file, questions, Optional.ofNullable(confirmation).map(String::strip));
        List<GivenAnswer> news =
                all.stream().filter(answer -> !isKept(questions, answer)).toList();
        database.save(news, who());
        int takenBack = (int) news.stream().filter(GivenAnswer::isTakenBack).count();
        out.println(counted(news.size() - takenBack) + " kept, " + takenBack(takenBack) + (all.size() - news.size())
                + " had been given before.");
        afterwards(out, database, news.size());
    }

    private static String takenBack(int answers) {
        return answers == 0 ? "" : answers + " taken back, ";
    }

    private static boolean isKept(List<Question> questions, GivenAnswer given) {
        List<KeptAnswer> before = questions.stream()
                .filter(question -> question.subject().equals(given.subject()))
                .flatMap(question -> question.item(given.item()).stream())
                .flatMap(item -> item.kept().stream())
                .toList();
        if (given.isTakenBack()) {
            return before.isEmpty();
        }
        return before.stream()
                .anyMatch(kept -> kept.answer().equals(given.answer())
                        && (given.confirmation().isEmpty()
                                || kept.confirmation().equals(given.confirmation())));
    }

    private int ask(PrintWriter out, AnswersDatabase database, List<Question> questions) {
        AnswerDialogue dialogue = new AnswerDialogue(out, System.in, answer -> database.save(List.of(answer), who()));
        boolean ended = dialogue.run(questions, again);
        out.println();
        out.println(counted(dialogue.kept()) + " kept"
                + (dialogue.takenBack() == 0 ? "." : ", " + dialogue.takenBack() + " taken back."));
        afterwards(out, database, dialogue.kept() + dialogue.takenBack());
        if (!ended) {
            spec.commandLine()
                    .getErr()
                    .println("The input ended before everything was asked. What was answered is kept;"
                            + " the same command goes on.");
        }
        return ended ? 0 : 1;
    }

    private static String counted(int answers) {
        return answers == 1 ? "1 answer is" : answers + " answers are";
    }

    private static void afterwards(PrintWriter out, AnswersDatabase database, int changed) {
        out.println(SignOffReadiness.unanswered(
                database.questions().stream().mapToLong(Question::unanswered).sum()));
        if (changed > 0 && database.isSignOffDue()) {
            out.println(
                    "Nothing is posted until accounting has compared the totals (connect scripts check) and accepted"
                            + " them (connect scripts sign-off).");
        }
    }

    private void print(PrintWriter out, List<Question> questions) {
        if (json.isWanted()) {
            out.println(Json.pretty(questions));
            return;
        }
        Table table = new Table("SUBJECT", "ITEM", "NAME", "IN USE", "ANSWER", "BY", "SUGGESTED", "IN THE BOOKS");
        for (Question question : questions) {
            for (Item item : question.items()) {
                table.row(
                        question.subject(),
                        item.id(),
                        item.label(),
                        item.active() ? "yes" : "no",
                        item.kept().map(kept -> answer(item, kept)).orElse("(none)"),
                        item.kept().map(KeptAnswer::by).orElse(""),
                        item.suggested().orElse(""),
                        item.usage().orElse(""));
            }
        }
        table.print(out, "The system's pack asks nothing: its tables say all that is needed.");
    }

    private static String answer(Item item, KeptAnswer kept) {
        if (item.contradiction(kept.answer()).isEmpty()) {
            return kept.answer();
        }
        return kept.answer() + (kept.confirmation().isPresent() ? " (confirmed)" : " (contradicted)");
    }
}
