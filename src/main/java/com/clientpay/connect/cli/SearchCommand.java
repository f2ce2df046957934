package com.clientpay.connect.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect search} */
@Command(
        name = "search",
        description = {
            "Search the firm's books for open invoices, trust ledgers or matters.",
            "TEXT is the start of the value, in upper or lower case. Use it to see what ClientPay's users will find."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect search Har                              (open invoices of clients whose name begins so)",
            "  connect search 10023-0007 --by MATTER_NUMBER",
            "  connect search 10023 --by CLIENT_NUMBER --in trust-ledgers",
            "",
            "Exit codes:",
            "  0  the search was answered, with however many rows",
            "  1  it was not; standard error says why",
            "  2  the command was not understood"
        })
final class SearchCommand implements Runnable {
    /** What can be searched. */
    enum Searched {
        INVOICES("/v1/invoices", "id", "number", "matterNumber", "clientName", "date", "amount", "balance", "pending"),
        TRUST_LEDGERS(
                "/v1/trust-ledgers", "id", "matterNumber", "matterName", "clientName", "bankAccountId", "balance"),
        MATTERS("/v1/matters", "id", "number", "name", "clientName", "status", "arBalance", "trustBalance");

        private final String path;
        private final String[] columns;

        Searched(String path, String... columns) {
            this.path = path;
            this.columns = columns;
        }

        @Override
        public String toString() {
            return path.substring("/v1/".length());
        }
    }

    @Parameters(paramLabel = "TEXT", description = "What to search for, 1 to 100 characters.")
    private String text;

    @Option(
            names = "--by",
            paramLabel = "FIELD",
            defaultValue = "CLIENT_NAME",
            description = "The field: CLIENT_NUMBER, CLIENT_NAME, MATTER_NUMBER, MATTER_NAME, INVOICE_NUMBER or another"
                    + " searchable one of connect fields. Default: ${DEFAULT-VALUE}.")
    private String by;

    @Option(
            names = "--in",
            paramLabel = "WHAT",
            defaultValue = "invoices",
            description = "${COMPLETION-CANDIDATES}. Default: ${DEFAULT-VALUE}.")
    private Searched searched;

    @Option(
            names = "--match",
            paramLabel = "HOW",
            description = "exact: the whole value; contains: anywhere in it, on fields that allow it.")
    private String match;

    @Option(names = "--limit", paramLabel = "N", description = "Most rows, 1 to 500. Default: 50.")
    private Integer limit;

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
        Map<String, Optional<String>> parameters = new LinkedHashMap<>();
        parameters.put("by", Optional.of(by));
        parameters.put("q", Optional.of(text));
        parameters.put("match", Optional.ofNullable(match));
        parameters.put("limit", Optional.ofNullable(limit).map(String::valueOf));
        ListOutput.print(
                spec, connector, json, searched.path + Api.query(parameters), "Nothing is found.", searched.columns);
    }
}
