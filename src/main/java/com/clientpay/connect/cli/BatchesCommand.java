package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect batches}: a group of commands. */
@Command(
        name = "batches",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Look after the batch files for a system that takes receipts by its own import.",
            "The connector writes them by itself. Only when it was interrupted at the wrong moment, and nobody can know whether"
                    + " the import has seen a file, the file is UNKNOWN and a person decides."
        },
        subcommands = {
            BatchesListCommand.class,
            BatchesShowCommand.class,
            BatchesPreviewCommand.class,
            BatchesResolveCommand.class,
            BatchesWriteAgainCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect batches COMMAND --help explains one command, with examples."
        })
final class BatchesCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
