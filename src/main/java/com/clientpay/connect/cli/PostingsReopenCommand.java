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

/** {@code connect postings reopen} */
@Command(
        name = "reopen",
        description = {
            "Open postings again that were REMOVED, or REVERSED as a correction.",
            "They wait as PENDING or INCOMPLETE and can be reallocated and posted anew."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings reopen pst_0193 --note 'was removed by mistake'",
            "",
            "Exit codes:",
            "  0  every one is PENDING or INCOMPLETE",
            "  1  at least one is not; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsReopenCommand implements Callable<Integer> {
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
        return PostingMoves.move(
                spec, connector, json, ids, "reopen", Map.of("note", note), Set.of("PENDING", "INCOMPLETE"));
    }
}
