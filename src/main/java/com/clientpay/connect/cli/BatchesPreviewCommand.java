package com.clientpay.connect.cli;

import com.clientpay.connect.batches.BatchService;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect batches preview} */
@Command(
        name = "preview",
        description = {
            "Show the lines of a posting as they stand, or would stand, in a batch file.",
            "To try a layout, and to give the system's consultant an example. Changes nothing, also for a posting that is not"
                    + " queued yet."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect batches preview pst_0193",
            "",
            "Exit codes:",
            "  0  they were shown",
            "  1  there are none; standard error says why",
            "  2  the command was not understood"
        })
final class BatchesPreviewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "POSTING_ID", description = "The posting's id, as in connect postings list.")
    private String id;

    @Mixin
    private BatchesOption batches;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        BatchService.Preview preview = batches.with(service -> service.preview(id, Home.actor()));
        preview.lines().forEach(line -> spec.commandLine().getOut().println(Terminal.clean(line)));
        spec.commandLine().getErr().println(Terminal.clean(preview.why()));
        return preview.lines().isEmpty() ? 1 : 0;
    }
}
