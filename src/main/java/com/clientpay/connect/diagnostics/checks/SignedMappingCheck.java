package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Row;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Whether the firm has said what only it can know of its books, and accounting has signed the mapping off. What nobody has
 * classified is not offered, which works; without the sign-off nothing is posted.
 */
record SignedMappingCheck(Supplier<Database> database) implements Check {
    static final String NAME = "mapping";
    private static final int MOST_LINES = 20;
    private static final String ANSWER =
            "Have whoever knows the books answer what is listed, by connect scripts answers.";
    private static final String SIGN =
            "Nothing is posted until accounting has compared the totals (connect scripts check) and"
                    + " accepted them (connect scripts sign-off).";

    private record Line(
            String what,
            String subject,
            String item,
            Optional<String> label,
            Optional<String> detail,
            Optional<String> actor,
            Optional<Instant> at) {

        static Line of(Row row) {
            return new Line(
                    row.text("What"),
                    row.optionalText("Subject").orElse(""),
                    row.optionalText("Item").orElse(""),
                    row.optionalText("Label"),
                    row.optionalText("Detail"),
                    row.optionalText("Actor"),
                    row.optionalInstant("At"));
        }

        String signed() {
            return actor.orElse("somebody")
                    + at.map(when -> " at " + when.truncatedTo(ChronoUnit.SECONDS))
                            .orElse("");
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ProceduresCheck.NAME);
    }

    @Override
    public Finding look() {
        List<Line> lines = database.get().list(Contract.CHECK_MAPPING, Line::of);
        List<String> open = questions(lines);
        Optional<Line> unseen = first(lines, "UNSEEN");
        if (unseen.isPresent()) {
            return Finding.fail(
                    listed(
                            "whether the mapping is the one that "
                                    + unseen.get().signed()
                                    + " signed off cannot be told: the connector's login may not see it",
                            open),
                    "Nothing is posted until the DBA has run security/login-and-role.sql again, which grants VIEW DEFINITION on"
                            + " schema clientpay_internal." + (open.isEmpty() ? "" : " Then: " + ANSWER));
        }
        Optional<Line> missing = first(lines, "MISSING");
        Optional<Line> signedBefore = first(lines, "VOID");
        if (missing.isEmpty() && signedBefore.isEmpty()) {
            return open.isEmpty()
                    ? Finding.pass(first(lines, "SIGNED")
                            .map(line -> "signed off by " + line.signed())
                            .orElse("nothing is asked of the firm, and no sign-off is needed"))
                    : Finding.warn(listed(open.size() + " questions about the books are open", open), ANSWER);
        }
        List<String> particulars = new ArrayList<>(changes(lines));
        particulars.addAll(open);
        String seen = missing.isPresent()
                ? "nobody has signed the mapping off"
                : "the mapping is another one than " + signedBefore.get().signed() + " signed off";
        return Finding.fail(listed(seen, particulars), (open.isEmpty() ? "" : ANSWER + " Then: ") + SIGN);
    }

    private static Optional<Line> first(List<Line> lines, String what) {
        return lines.stream().filter(line -> line.what().equals(what)).findFirst();
    }

    private static List<String> changes(List<Line> lines) {
        return lines.stream()
                .filter(line -> line.what().equals("CHANGED"))
                .map(line -> "Changed since: "
                        + (line.subject().equals("VIEW")
                                ? "view " + line.item()
                                : "the answer to " + line.subject() + " " + line.item())
                        + ".")
                .toList();
    }

    private static List<String> questions(List<Line> lines) {
        List<String> questions = new ArrayList<>();
        for (Line line : lines) {
            String item = line.subject() + ": " + line.item()
                    + line.label().map(label -> " (" + label + ")").orElse("");
            if (line.what().equals("UNANSWERED")) {
                questions.add(item + " is not classified, so it is not offered."
                        + line.detail()
                                .map(usage -> " In the books: " + usage + ".")
                                .orElse(""));
            } else if (line.what().equals("CONTRADICTED")) {
                questions.add(item + " is classified, and the books contradict it by now."
                        + line.detail().map(because -> " " + because).orElse(""));
            }
        }
        return questions;
    }

    private static String listed(String seen, List<String> particulars) {
        List<String> shown = new ArrayList<>(particulars.subList(0, Math.min(MOST_LINES, particulars.size())));
        if (particulars.size() > MOST_LINES) {
            shown.add("And " + (particulars.size() - MOST_LINES) + " more: connect scripts answers --list.");
        }
        return shown.isEmpty() ? seen : seen + "\n" + String.join("\n", shown);
    }
}
