package com.clientpay.connect.cli;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect postings purge} */
@Command(
        name = "purge",
        description = {
            "Blank the payers of old postings: name, e-mail and fields. For a firm's rules on keeping personal data.",
            "Only final ones, POSTED, REMOVED or REVERSED. Ids, keys, amounts and the history stay, so that no payment"
                    + " can be posted twice. Batch files without other postings lose their content and cannot be written"
                    + " again. It cannot be undone. Works on the database directly and needs no key."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings purge --before 2025-01-01",
            "",
            "Exit codes:",
            "  0  it is done; how many were blanked is printed",
            "  1  it is not; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsPurgeCommand implements Runnable {
    @Option(
            names = "--before",
            required = true,
            paramLabel = "DAY",
            description = "Postings recorded before this day (UTC). Not in the future.")
    private LocalDate before;

    @Mixin
    private DatabaseOption database;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Instant now = Instant.now();
        Instant instant = before.atStartOfDay().toInstant(ZoneOffset.UTC);
        if (instant.isAfter(now)) {
            throw new ParameterException(spec.commandLine(), before + " is in the future: was another year meant?");
        }
        long purged;
        try (Database open = database.open()) {
            purged = open.transaction(transaction -> {
                transaction.one(Contract.PURGE_BATCHES, row -> row.number("Purged"), instant);
                return transaction.one(Contract.PURGE_PAYERS, row -> row.number("Purged"), instant, Home.actor(), now);
            });
        }
        AuditLog.write(Home.actor(), "payers-purged", before.toString(), purged + " postings");
        spec.commandLine()
                .getOut()
                .println("Blanked the payers of " + purged + " postings recorded before " + before + ".");
    }
}
