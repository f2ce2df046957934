package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect codes} */
@Command(
        name = "codes",
        description = {
            "List the firm's ledger codes, or its transaction types.",
            "They are what a merchant account's defaults are chosen from."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect codes",
            "  connect codes --types",
            "",
            "Exit codes:",
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class CodesCommand implements Runnable {
    @Option(names = "--types", description = "The transaction types instead.")
    private boolean types;

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
        ListOutput.print(
                spec,
                connector,
                json,
                types ? "/v1/transaction-types" : "/v1/ledger-codes",
                types ? "This system has no transaction types." : "This system has no ledger codes.",
                "code",
                "description",
                "active");
    }
}
