package com.clientpay.connect.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect postings reverse} */
@Command(
        name = "reverse",
        description = {
            "Reverse posted payments by a second entry in the books.",
            "Nothing is deleted. A payment reversed as a correction can be reopened and posted rightly."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings reverse pst_0193 --reason CHARGEBACK",
            "  connect postings reverse pst_0193 --reason CORRECTION --outside --note 'reversed in the books by hand'",
            "",
            "Exit codes:",
            "  0  every one is REVERSED, or REVERSING until the system's import",
            "  1  at least one is not; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsReverseCommand implements Callable<Integer> {
    /** Why money goes back, as the API names it. */
    enum Why {
        CORRECTION,
        REFUND,
        CHARGEBACK,
        RETURN
    }

    @Parameters(paramLabel = "ID", arity = "1..*", description = "The postings' ids.")
    private List<String> ids;

    @Option(names = "--reason", required = true, paramLabel = "WHY", description = "${COMPLETION-CANDIDATES}.")
    private Why reason;

    @Option(names = "--date", paramLabel = "DAY", description = "The reversal's day in the books. Default: today.")
    private LocalDate date;

    @Option(names = "--note", paramLabel = "TEXT", description = "For the history.")
    private String note;

    @Option(names = "--outside", description = "The books were reversed by hand already: only note it.")
    private boolean outside;

    @Mixin
    private ConnectorOption connector;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("reason", reason.name());
        Optional.ofNullable(date).ifPresent(day -> body.put("date", day.toString()));
        Optional.ofNullable(note).ifPresent(text -> body.put("note", text));
        if (outside) {
            body.put("outside", true);
        }
        return PostingMoves.move(spec, connector, json, ids, "reverse", body, Set.of("REVERSED", "REVERSING"));
    }
}
