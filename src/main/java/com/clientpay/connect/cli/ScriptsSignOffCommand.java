package com.clientpay.connect.cli;

import com.clientpay.connect.database.answers.AnswersDatabase;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.database.signoff.MappingTotals;
import com.clientpay.connect.database.signoff.SignOff;
import com.clientpay.connect.database.signoff.SignOffDatabase;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.mapping.MappingChecks;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect scripts sign-off} */
@Command(
        name = "sign-off",
        description = {
            "Show the totals that the mapping of the firm's books gives, ask, and record that accounting accepts them.",
            "Compare them with the firm's own ageing report and trust listing of the same moment first. Until the mapping of a"
                    + " real system is signed off, nothing is posted; a change of the system's scripts or of an answer makes"
                    + " the sign-off void, and connect check says so. Recorded are who, when, the totals and what they are"
                    + " about. Reads whole tables: on a large database, run it when little is going on.",
            "Refused while a check of connect scripts check fails, or the books contradict an answer that nobody has"
                    + " confirmed."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts sign-off --by \"A. Miller, accounting\"",
            "  connect scripts sign-off --by \"A. Miller\" --remark \"Ageing of 30 November, run 14:05\" --yes",
            "",
            "Exit codes:",
            "  0  it is recorded, or the system's pack needs none",
            "  1  it is not: the mapping is not ready, or you said no; standard error says why",
            "  2  the command was not understood"
        })
final class ScriptsSignOffCommand implements Callable<Integer> {
    private static final int MOST_NAME = 200;
    private static final int MOST_REMARK = 1000;

    @Option(
            names = "--by",
            required = true,
            paramLabel = "NAME",
            description = "Who accepts the totals: somebody of the firm's accounting.")
    private String by;

    @Option(names = "--remark", paramLabel = "TEXT", description = "What they were compared with, for instance.")
    private String remark;

    @Option(
            names = SignOffReadiness.DESPITE,
            paramLabel = "TEXT",
            description = "Why the mapping is accepted although checks of it fail, such as what only the vendor can put"
                    + " right. It is recorded in the remark, with the names of those checks.")
    private String despite;

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Mixin
    private DbaOption dba;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        if (by.isBlank() || by.length() > MOST_NAME) {
            throw new ParameterException(spec.commandLine(), "--by has 1 to " + MOST_NAME + " characters.");
        }
        if (remark != null && remark.length() > MOST_REMARK) {
            throw new ParameterException(spec.commandLine(), "--remark has at most " + MOST_REMARK + " characters.");
        }
        if (despite != null && (despite.isBlank() || despite.length() > MOST_REMARK)) {
            throw new ParameterException(
                    spec.commandLine(), SignOffReadiness.DESPITE + " has 1 to " + MOST_REMARK + " characters.");
        }
        PrintWriter out = spec.commandLine().getOut();
        try (SignOffDatabase database = dba.open(SignOffDatabase::open)) {
            if (!database.isInstalled()) {
                throw new CommandFailed(
                        "The scripts have not run in this database, or are older ones. Run them first, by"
                                + " connect scripts apply.");
            }
            if (!database.isNeeded()) {
                out.println("This system's pack needs no sign-off: nothing is recorded.");
                return 0;
            }
            List<String> state = database.state();
            SignOffReadiness readiness = readiness();
            Optional<String> refusal = readiness.refusal(despite != null);
            if (refusal.isPresent()) {
                throw new CommandFailed(refusal.get());
            }
            Optional<String> recorded = remark(readiness);
            MappingTotals totals = database.totals();
            MappingTotalsText.print(out, totals);
            out.println();
            out.println(SignOffReadiness.unanswered(readiness.unanswered()));
            if (!readiness.failed().isEmpty()) {
                out.println(Terminal.cleanLine("Checks that fail all the same: " + readiness.failedNames() + "."));
            }
            if (!yes
                    && !Confirmation.ask(
                            out, System.in, Terminal.cleanLine("Does " + by.strip() + " accept these totals?"))) {
                spec.commandLine().getErr().println("Nothing was recorded.");
                return 1;
            }
            database.sign(new SignOff(by.strip(), recorded, totals), state);
            out.println(Terminal.cleanLine("The mapping is signed off by " + by.strip()
                    + ". Running connectors post from now on, unless something else is in the way: connect check."));
            return 0;
        }
    }

    private SignOffReadiness readiness() {
        CheckReport report;
        try (MappingDatabase mapping = dba.open(MappingDatabase::open)) {
            report = MappingChecks.run(mapping);
        }
        try (AnswersDatabase answers = dba.open(AnswersDatabase::open)) {
            return SignOffReadiness.of(report, answers.questions());
        }
    }

    /** The remark that is recorded; also says which checks failed, and why that is accepted. */
    private Optional<String> remark(SignOffReadiness readiness) {
        List<String> parts = new ArrayList<>();
        Optional.ofNullable(remark)
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .ifPresent(parts::add);
        if (!readiness.failed().isEmpty()) {
            parts.add("In spite of " + readiness.failedNames() + ": " + despite.strip());
        }
        String text = String.join("\n", parts);
        if (text.length() > MOST_REMARK) {
            throw new CommandFailed("The remark, with the checks that fail and why they are accepted, has "
                    + text.length() + " characters; " + MOST_REMARK + " are recorded. Say it in fewer.");
        }
        return parts.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
