package com.clientpay.connect.cli;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect postings remove} */
@Command(
        name = "remove",
        description = {
            "Say that waiting postings were handled outside, and will never be posted by the connector.",
            "For PENDING and INCOMPLETE ones, when somebody has entered the payment by hand already."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings remove pst_0193 --note 'entered by hand on Monday'",
            "",
            "Exit codes:",
            "  0  every one is REMOVED",
            "  1  at least one is not; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsRemoveCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "The postings' ids.")
    private List<String> ids;

    @Option(names = "--note", required = true, paramLabel = "TEXT", description = "Why, for the history.")
    private String note;

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
        return PostingMoves.move(spec, connector, json, ids, "remove", Map.of("note", note), Set.of("REMOVED"));
    }
}
