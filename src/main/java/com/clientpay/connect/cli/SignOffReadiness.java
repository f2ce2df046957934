package com.clientpay.connect.cli;

import com.clientpay.connect.database.answers.Item;
import com.clientpay.connect.database.answers.Question;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckResult;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import java.util.List;
import java.util.Optional;

/**
 * Whether a mapping may be signed off: no check of it fails, and no answer stands against the books without a word of why.
 *
 * @param failed the checks that fail
 * @param contradicted a line for each answer that the books contradict and nobody has confirmed
 * @param unanswered how many items in use nobody has classified; they do not stand in the way, because they are not offered
 */
record SignOffReadiness(List<CheckResult> failed, List<String> contradicted, long unanswered) {
    static final String DESPITE = "--despite-checks";

    static SignOffReadiness of(CheckReport report, List<Question> questions) {
        return new SignOffReadiness(
                report.checks().stream()
                        .filter(check -> check.status() == Status.FAIL)
                        .toList(),
                questions.stream()
                        .flatMap(question -> question.unconfirmed().stream().map(item -> line(question, item)))
                        .toList(),
                questions.stream().mapToLong(Question::unanswered).sum());
    }

    private static String line(Question question, Item item) {
        String answer = item.kept().orElseThrow().answer();
        return question.subject() + " " + item.id() + " (" + item.label() + ") = " + answer + ": "
                + item.contradiction(answer).orElse("");
    }

    /** The names of the checks that fail, with commas. */
    String failedNames() {
        return String.join(", ", failed.stream().map(CheckResult::name).toList());
    }

    /**
     * What stands in the way of a sign-off, and what to do about it.
     *
     * @param despite whether it is to be signed off in spite of checks that fail
     */
    Optional<String> refusal(boolean despite) {
        StringBuilder text = new StringBuilder();
        if (!failed.isEmpty() && !despite) {
            text.append("\nThese checks fail; connect scripts check says what to do:\n");
            failed.forEach(check -> text.append("  ")
                    .append(check.name())
                    .append(": ")
                    .append(check.seen().lines().findFirst().orElse(""))
                    .append('\n'));
            text.append("What nobody here can put right is accepted, and recorded, with ")
                    .append(DESPITE)
                    .append(" \"why\".\n");
        }
        if (!contradicted.isEmpty()) {
            text.append("\nThe books contradict these answers, and nobody has confirmed them:\n");
            contradicted.forEach(line -> text.append("  ").append(line).append('\n'));
            text.append("Answer otherwise, or say why they are right all the same: connect scripts answers --again, or"
                    + " connect scripts answers --file FILE --confirm \"why\".\n");
        }
        return text.isEmpty()
                ? Optional.empty()
                : Optional.of("The mapping is not ready to be signed off: nothing was recorded.\n"
                        + text.toString().stripTrailing());
    }

    /** How many items nobody has classified, as a sentence. */
    static String unanswered(long items) {
        return items == 0
                ? "Every item in use is answered."
                : items + " of the items in use are not answered; they are not offered.";
    }
}
