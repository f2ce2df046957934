package com.clientpay.connect.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect postings list} */
@Command(
        name = "list",
        description = "List postings, newest first.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings list --status INCOMPLETE,PENDING",
            "  connect postings list --from 2026-11-01 --to 2026-11-30 --limit 500",
            "",
            "Exit codes:",
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsListCommand implements Runnable {
    @Mixin
    private PostingFilter filter;

    @Option(names = "--limit", paramLabel = "N", description = "Most rows, 1 to 500. Default: 50.")
    private Integer limit;

    @Mixin
    private ConnectorOption connector;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ListOutput.print(
                spec,
                connector,
                json,
                filter.path(Optional.ofNullable(limit), Optional.empty()),
                "There is no such posting.",
                "id",
                "status",
                "paymentId",
                "amount",
                "paymentDate",
                "bookDate",
                "merchantAccountId",
                "receipt",
                "createdAt");
    }
}
