package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect postings}: a group of commands. */
@Command(
        name = "postings",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Look at postings and move them on.",
            "A payment waits PENDING or INCOMPLETE until somebody posts, reallocates or removes it."
        },
        subcommands = {
            PostingsListCommand.class,
            PostingsShowCommand.class,
            PostingsPostCommand.class,
            PostingsRemoveCommand.class,
            PostingsReverseCommand.class,
            PostingsReopenCommand.class,
            PostingsExportCommand.class,
            PostingsPurgeCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect postings COMMAND --help explains one command, with examples."
        })
final class PostingsCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
