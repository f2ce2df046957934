package com.clientpay.connect.cli;

import java.time.LocalDate;
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

/** {@code connect postings post} */
@Command(
        name = "post",
        description = {
            "Post waiting postings into the firm's books.",
            "For PENDING and INCOMPLETE ones. Repeating it is harmless: what is posted stays as it is."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings post pst_0193",
            "  connect postings post pst_0193 pst_0194 --book-date 2026-11-20",
            "",
            "Exit codes:",
            "  0  every one is POSTED, or QUEUED for the system's import",
            "  1  at least one is not; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsPostCommand implements Callable<Integer> {
    @Parameters(paramLabel = "ID", arity = "1..*", description = "The postings' ids.")
    private List<String> ids;

    @Option(
            names = "--book-date",
            paramLabel = "DAY",
            description = "The day in the books; else what the posting settings say.")
    private LocalDate bookDate;

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
        Map<String, Object> body = bookDate == null ? Map.of() : Map.of("bookDate", bookDate.toString());
        return PostingMoves.move(spec, connector, json, ids, "post", body, Set.of("POSTED", "QUEUED"));
    }
}
