package com.clientpay.connect.cli;

import com.clientpay.connect.batches.BatchState;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect batches resolve} */
@Command(
        name = "resolve",
        description = {
            "Say what became of an UNKNOWN batch file.",
            "The connector was interrupted just when the file could be seen, and then it was not there: perhaps the import had"
                    + " taken it. Look into the import's own report before you say anything: --not-written for a file that"
                    + " the import has read books every receipt in it twice."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect batches resolve 12 --written         (the import has it: wait for its answers)",
            "  connect batches resolve 12 --not-written     (it never had: the receipts go into the next file)",
            "",
            "--not-written is also for a SEALED one whose file name is taken by another file that must stay.",
            "",
            "Exit codes:",
            "  0  it is done, or was before",
            "  1  it is not; standard error says why",
            "  2  the command was not understood"
        })
final class BatchesResolveCommand implements Runnable {
    @Parameters(paramLabel = "NUMBER", description = "The batch's number, as in connect batches list.")
    private long number;

    @ArgGroup(exclusive = true, multiplicity = "1")
    private Finding finding;

    static final class Finding {
        @Option(names = "--written", description = "The import has read the file.")
        private boolean written;

        @Option(names = "--not-written", description = "The import has never seen the file.")
        private boolean notWritten;
    }

    @Mixin
    private BatchesOption batches;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        BatchState state = batches.with(service -> service.resolve(number, !finding.notWritten, Home.actor()));
        spec.commandLine()
                .getOut()
                .println("Batch " + number + " is " + state
                        + (state == BatchState.ABANDONED
                                ? ": its receipts go into the next file."
                                : ": the import's answers are waited for."));
    }
}
