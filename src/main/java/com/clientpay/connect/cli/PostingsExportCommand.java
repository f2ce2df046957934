package com.clientpay.connect.cli;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import tools.jackson.databind.JsonNode;

/** {@code connect postings export} */
@Command(
        name = "export",
        description = {
            "Write postings as comma-separated values (RFC 4180, UTF-8), for a spreadsheet or an archive.",
            "All that the filters leave, however many. Cells that a spreadsheet would run as a formula begin with an"
                    + " apostrophe. The file holds payers' names: only you can read it."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect postings export --from 2026-11-01 --to 2026-11-30 --out november.csv --bom",
            "  connect postings export --status INCOMPLETE | less",
            "",
            "Exit codes:",
            "  0  everything was written",
            "  1  it was not, and --out FILE is as it was before; standard error says why",
            "  2  the command was not understood"
        })
final class PostingsExportCommand implements Runnable {
    private static final int SLICE = 500;

    @Mixin
    private PostingFilter filter;

    @Option(names = "--out", paramLabel = "FILE", description = "The file to write; else standard output.")
    private Path file;

    @Option(names = "--bom", description = "Begin with a byte order mark, by which Excel knows UTF-8.")
    private boolean byteOrderMark;

    @Mixin
    private ConnectorOption connector;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (file == null) {
            try {
                write(spec.commandLine().getOut());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return;
        }
        long[] rows = new long[1];
        OwnerOnlyFile.replace(file, out -> {
            Writer writer = new OutputStreamWriter(out, StandardCharsets.UTF_8);
            rows[0] = write(writer);
            writer.flush();
        });
        spec.commandLine().getErr().println(rows[0] + " postings are written to " + file + ".");
    }

    private long write(Writer out) throws IOException {
        Api api = connector.api();
        if (byteOrderMark) {
            out.write(Csv.BYTE_ORDER_MARK);
        }
        out.write(Csv.line(PostingCells.HEADINGS));
        long rows = 0;
        Optional<String> cursor = Optional.empty();
        do {
            JsonNode page = api.get(filter.path(Optional.of(SLICE), cursor)).json();
            for (JsonNode posting : page.path("items")) {
                out.write(Csv.line(PostingCells.of(posting)));
                rows++;
            }
            cursor = Optional.of(page.path("next")).filter(JsonNode::isString).map(JsonNode::stringValue);
        } while (cursor.isPresent());
        return rows;
    }
}
