package com.clientpay.connect.cli;

import com.clientpay.connect.batches.Batch;
import com.clientpay.connect.batches.BatchLine;
import com.clientpay.connect.batches.BatchService;
import com.clientpay.connect.http.Json;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect batches show} */
@Command(
        name = "show",
        description = {
            "Show one batch file with its receipts and what the import has answered to each.",
            "The SHA-256 is that of the file's exact bytes: sha256sum of the file must say the same."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect batches show 12",
            "",
            "Exit codes:",
            "  0  it was shown",
            "  1  there is none, or it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class BatchesShowCommand implements Runnable {
    @Parameters(paramLabel = "NUMBER", description = "The batch's number, as in connect batches list.")
    private long number;

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
        BatchService.Details details = batches.with(service -> service.find(number))
                .orElseThrow(() -> new CommandFailed(
                        "There is no batch " + number + ". connect batches list shows which there are."));
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            Map<String, Object> all = new LinkedHashMap<>();
            all.put("batch", details.batch());
            all.put("lines", details.lines());
            out.println(Json.pretty(all));
            return;
        }
        head(out, details);
        Table table = new Table("RECEIPT", "POSTING", "KIND", "HANDOVER", "AMOUNT", "ANSWER");
        for (BatchLine line : details.lines()) {
            table.row(
                    Long.toString(line.receiptKey()),
                    line.postingId(),
                    line.kind().name(),
                    Long.toString(line.handover()),
                    line.amount().toPlainString(),
                    line.answer().map(Enum::name).orElse("waits"));
        }
        out.println();
        table.print(out, "None of its receipts is in it any more: they went into another batch.");
    }

    private static void head(PrintWriter out, BatchService.Details details) {
        Batch batch = details.batch();
        out.printf("%-10s %s%n", "file", Terminal.cleanLine(batch.fileName()));
        out.printf(
                "%-10s %s since %s by %s%n",
                "state",
                batch.state(),
                BatchesListCommand.seconds(batch.stateSince()),
                Terminal.cleanLine(batch.stateBy()));
        out.printf("%-10s %s%n", "sealed", BatchesListCommand.seconds(batch.sealedAt()));
        out.printf(
                "%-10s %s receipts, %s lines, total %s%n",
                "sums", batch.receipts(), batch.lines(), batch.total().toPlainString());
        out.printf("%-10s %s%n", "sha256", batch.sha256() + (details.content().isPresent() ? "" : " (content purged)"));
    }
}
