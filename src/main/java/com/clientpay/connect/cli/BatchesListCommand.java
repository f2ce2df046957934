package com.clientpay.connect.cli;

import com.clientpay.connect.batches.Batch;
import com.clientpay.connect.http.Json;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect batches list} */
@Command(
        name = "list",
        description = {
            "List batch files, the newest first.",
            "SEALED ones are still to be written, WRITING ones are being written, WRITTEN ones were. Of UNKNOWN ones somebody"
                    + " has to find out. ABANDONED ones never were, and their receipts went into another one. WAITING are"
                    + " receipts that the import has not answered."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect batches list",
            "  connect batches list --unfinished",
            "",
            "Exit codes:",
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class BatchesListCommand implements Runnable {
    @Option(names = "--unfinished", description = "Only SEALED, WRITING and UNKNOWN ones.")
    private boolean unfinished;

    @Option(names = "--limit", paramLabel = "N", defaultValue = "20", description = "At most so many. Default: 20.")
    private int limit;

    @Mixin
    private JsonOption json;

    @Mixin
    private BatchesOption batches;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        List<Batch> found = batches.with(service -> service.list(unfinished, limit));
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Json.pretty(found));
            return;
        }
        Table table = new Table("NUMBER", "STATE", "SINCE", "BY", "RECEIPTS", "LINES", "TOTAL", "WAITING", "FILE");
        for (Batch batch : found) {
            table.row(
                    Long.toString(batch.number()),
                    batch.state().name(),
                    seconds(batch.stateSince()),
                    batch.stateBy(),
                    Long.toString(batch.receipts()),
                    Long.toString(batch.lines()),
                    batch.total().toPlainString(),
                    Long.toString(batch.waiting()),
                    batch.fileName());
        }
        table.print(out, unfinished ? "Every batch is finished." : "There is no batch.");
    }

    static String seconds(Instant instant) {
        return instant.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
