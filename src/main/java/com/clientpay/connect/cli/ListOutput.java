package com.clientpay.connect.cli;

import java.util.Locale;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;
import tools.jackson.databind.JsonNode;

/** Prints a list of the API as a table, one column for each property named. */
final class ListOutput {
    private ListOutput() {}

    static void print(
            CommandSpec spec,
            ConnectorOption connector,
            JsonOption json,
            String path,
            String nothing,
            String... properties) {
        ApiAnswer answer = connector.api().get(path);
        var out = spec.commandLine().getOut();
        if (json.isWanted()) {
            out.println(Shown.raw(answer));
            return;
        }
        Table table = new Table(Stream.of(properties).map(ListOutput::heading).toArray(String[]::new));
        for (JsonNode item : Api.items(answer)) {
            table.row(Stream.of(properties)
                    .map(property -> Shown.text(item, property))
                    .toArray(String[]::new));
        }
        table.print(out, nothing);
        if (!answer.json().path("next").isNull()) {
            spec.commandLine().getErr().println("There are more; --limit shows up to 500.");
        }
    }

    /** {@code merchantAccountId} as {@code MERCHANT ACCOUNT ID}. */
    private static String heading(String property) {
        return property.replaceAll("(?=[A-Z])", " ").toUpperCase(Locale.ROOT);
    }
}
