package com.clientpay.connect.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect call} */
@Command(
        name = "call",
        description = {
            "Call the running connector and show its answer, indented.",
            "Anything the API can do, with the key from CONNECT_KEY or --key-file; /openapi.yaml describes it all."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect call GET /v1/status",
            "  connect call GET '/v1/invoices?by=CLIENT_NAME&q=Har&limit=5'",
            "  connect call POST /v1/postings --idempotency-key pay-7781 --data @payment.json",
            "",
            "Exit codes:",
            "  0  the answer is a success (2xx)",
            "  1  it is a problem, or there was no answer",
            "  2  the command was not understood"
        })
final class CallCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "METHOD", description = "GET, POST, PUT or DELETE.")
    private String method;

    @Parameters(index = "1", paramLabel = "PATH", description = "Such as /v1/bank-accounts, with its query.")
    private String path;

    @Option(
            names = {"-d", "--data"},
            paramLabel = "JSON",
            description = "The body: JSON, @FILE, or - for standard input.")
    private String data;

    @Option(
            names = "--idempotency-key",
            paramLabel = "KEY",
            description = "The Idempotency-Key header: the same key never posts twice.")
    private String idempotencyKey;

    @Option(
            names = {"-H", "--header"},
            paramLabel = "NAME: VALUE",
            description = "A further header; may be repeated.")
    private List<String> headers = List.of();

    @Option(
            names = {"-i", "--include"},
            description = "Show the status and the headers of the answer too.")
    private boolean include;

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
        if (!path.startsWith("/")) {
            throw new ParameterException(
                    spec.commandLine(), "PATH begins with a slash, such as /v1/status; the URL's begin is --url.");
        }
        Map<String, String> sent = new LinkedHashMap<>();
        Optional<byte[]> body = Optional.ofNullable(data).map(this::body);
        body.ifPresent(bytes -> sent.put("Content-Type", "application/json"));
        Optional.ofNullable(idempotencyKey).ifPresent(key -> sent.put("Idempotency-Key", key));
        headers.forEach(header -> put(sent, header));
        ApiAnswer answer = connector.api().send(method, path, sent, body);
        PrintWriter out = spec.commandLine().getOut();
        if (include) {
            printHead(out, answer);
        }
        if (answer.isFine()) {
            printBody(out, answer);
            return 0;
        }
        if (json.isWanted()) {
            out.println(Shown.raw(answer));
        }
        throw new CommandFailed(ProblemText.of(answer));
    }

    private void put(Map<String, String> sent, String header) {
        String[] parts = header.split(":", 2);
        if (parts.length < 2) {
            throw new ParameterException(spec.commandLine(), "A header is written NAME: VALUE, not " + header + ".");
        }
        if (parts[0].strip().equalsIgnoreCase("Authorization")) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A key on the command line is visible to every user of this machine: use CONNECT_KEY or --key-file.");
        }
        sent.put(parts[0].strip(), parts[1].strip());
    }

    private byte[] body(String text) {
        try {
            if (text.equals("-")) {
                return System.in.readAllBytes();
            }
            return text.startsWith("@")
                    ? Files.readAllBytes(Path.of(text.substring(1)))
                    : text.getBytes(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CommandFailed("The body cannot be read from " + text + ": it must exist and be readable by you.");
        }
    }

    private static void printHead(PrintWriter out, ApiAnswer answer) {
        out.println(answer.status());
        answer.headers().keySet().stream()
                .sorted()
                .forEach(name -> answer.headers()
                        .get(name)
                        .forEach(value ->
                                out.println(Terminal.cleanLine(name.toLowerCase(Locale.ROOT) + ": " + value))));
        out.println();
    }

    private void printBody(PrintWriter out, ApiAnswer answer) {
        if (answer.body().length == 0) {
            return;
        }
        if (json.isWanted()) {
            out.println(Shown.raw(answer));
        } else {
            out.println(
                    answer.isJson()
                            ? Shown.json(answer)
                            : Terminal.clean(answer.text().stripTrailing()));
        }
    }
}
