package com.clientpay.connect.cli;

import java.io.PrintWriter;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code connect reconcile} */
@Command(
        name = "reconcile",
        description = {
            "Compare what the connector posted on a book date with what the firm's books hold, account by account.",
            "Use it daily, and whenever somebody doubts a sum. Every difference is named."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect reconcile --date 2026-11-23",
            "",
            "Exit codes:",
            "  0  both sides are the same",
            "  1  they differ, or could not be compared",
            "  2  the command was not understood"
        })
final class ReconcileCommand implements Callable<Integer> {
    @Option(names = "--date", required = true, paramLabel = "DAY", description = "The book date, such as 2026-11-23.")
    private LocalDate date;

    @Mixin
    private ConnectorOption connector;

    @Mixin
    private JsonOption json;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        ApiAnswer answer = connector.api().get("/v1/reconciliation?date=" + date);
        JsonNode day = answer.json();
        PrintWriter out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Shown.raw(answer));
        } else {
            print(out, day);
        }
        return day.path("balanced").booleanValue() ? 0 : 1;
    }

    private void print(PrintWriter out, JsonNode day) {
        Table accounts = new Table("BANK ACCOUNT", "SIDE", "POSTINGS", "AMOUNT", "REVERSALS", "REVERSED");
        for (JsonNode account : day.path("accounts")) {
            side(accounts, account, "ours", Shown.text(account, "bankAccountId"));
            side(accounts, account, "books", "");
        }
        accounts.print(out, "Neither side has an entry of " + date + ".");
        for (JsonNode difference : day.path("differences")) {
            out.println(
                    Terminal.cleanLine(Shown.text(difference, "postingId") + ": " + Shown.text(difference, "detail")));
        }
        out.println(
                day.path("balanced").booleanValue()
                        ? "Both sides are the same."
                        : "Not every entry is the same on both sides.");
    }

    private static void side(Table table, JsonNode account, String side, String name) {
        JsonNode totals = account.path(side);
        table.row(
                name,
                side,
                Shown.text(totals, "postings"),
                Shown.text(totals, "amount"),
                Shown.text(totals, "reversals"),
                Shown.text(totals, "reversed"));
    }
}
