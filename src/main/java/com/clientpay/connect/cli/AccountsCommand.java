package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect accounts} */
@Command(
        name = "accounts",
        description = {
            "List the bank accounts in the firm's books, or the merchant accounts mapped to them.",
            "Use it to see whether the connector reads the right books, and which account a payment settles to."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect accounts",
            "  connect accounts --merchant",
            "",
            "Exit codes:",
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class AccountsCommand implements Runnable {
    @Option(names = "--merchant", description = "The merchant accounts, with what each is mapped to.")
    private boolean merchant;

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
        if (merchant) {
            ListOutput.print(
                    spec,
                    connector,
                    json,
                    "/v1/merchant-accounts",
                    "No merchant account is mapped yet.",
                    "id",
                    "name",
                    "kind",
                    "bankAccountId",
                    "ledgerCode",
                    "transactionType");
        } else {
            ListOutput.print(
                    spec,
                    connector,
                    json,
                    "/v1/bank-accounts",
                    "The books have no bank account.",
                    "id",
                    "name",
                    "kind",
                    "active");
        }
    }
}
