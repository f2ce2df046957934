package com.clientpay.connect.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect batches write-again} */
@Command(
        name = "write-again",
        description = {
            "Bring an identical copy of a batch file into the import's folder, from the database.",
            "For a file that was lost before the import read it. If the import did read it, every receipt in it may be booked"
                    + " twice: so this asks first. A file that is there is not touched."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect batches write-again 12",
            "",
            "Exit codes:",
            "  0  it is written",
            "  1  it is not; standard error says why",
            "  2  the command was not understood"
        })
final class BatchesWriteAgainCommand implements Callable<Integer> {
    @Parameters(paramLabel = "NUMBER", description = "The batch's number, as in connect batches list.")
    private long number;

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Mixin
    private BatchesOption batches;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        var out = spec.commandLine().getOut();
        String question = "If the import has read batch " + number
                + " before, it may book every receipt in it twice. Write it again?";
        if (!yes && !Confirmation.ask(out, System.in, question)) {
            spec.commandLine().getErr().println("Nothing was done.");
            return 1;
        }
        Path file = batches.with(service -> service.writeAgain(number, Home.actor()));
        out.println("Batch " + number + " is written again: " + file);
        return 0;
    }
}
