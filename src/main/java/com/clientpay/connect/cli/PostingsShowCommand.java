package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect postings show} */
@Command(
        name = "show",
        description = {
            "Show one posting with its allocations, its reasons when it is INCOMPLETE, and its history.",
            "Use it to find out why a payment is not in the books."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it was shown",
            "  1  there is none, or it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsShowCommand implements Runnable {
    @Parameters(paramLabel = "ID", description = "The posting's id, as in connect postings list.")
    private String id;

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
        ApiAnswer answer = connector.api().get("/v1/postings/" + Api.encode(id));
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Shown.raw(answer));
        } else {
            PostingText.print(out, answer.json());
        }
    }
}
