package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect fields} */
@Command(
        name = "fields",
        description = {
            "List the Connect fields in their order: what can be searched by, and where each is shown.",
            "The searchable ones are what connect search takes as --by."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  the list was printed",
            "  1  it could not be had; standard error says why",
            "  2  the command was not understood"
        })
final class FieldsCommand implements Runnable {
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
                "/v1/fields",
                "There is no field.",
                "position",
                "name",
                "label",
                "type",
                "searchable",
                "shownOn");
    }
}
