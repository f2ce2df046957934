package com.clientpay.connect.demo;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a batch file as the demo firm's import does: header, receipts and trailer as the layout of reference-batch says, and
 * the trailer's counts and sums must be those of the receipts.
 */
final class DemoImportFile {
    /** Of a receipt's line, with the letter that begins it. */
    private static final int FIELDS = 21;

    private static final int KEY = 1;
    private static final int KIND = 2;
    private static final int AMOUNT = 15;
    private static final int ORIGINAL = 20;

    private DemoImportFile() {}

    /**
     * The receipts' values, a list for each line, in the order of the columns after the first.
     *
     * @throws DemoException the file is not what the layout says
     */
    static List<List<String>> read(Path file) throws IOException {
        List<List<String>> receipts = new ArrayList<>();
        List<String> trailer = List.of();
        for (String line : Files.readString(file, StandardCharsets.UTF_8).split("\r\n")) {
            List<String> fields = fields(line);
            switch (fields.get(0)) {
                case "H" -> require(receipts.isEmpty(), "the header is not its first line");
                case "R" -> {
                    require(trailer.isEmpty() && fields.size() == FIELDS, "a line has " + fields.size() + " fields");
                    require(
                            fields.get(KIND).equals("REVERSE")
                                    != fields.get(ORIGINAL).isEmpty(),
                            "a reversal does not name its receipt, or another line does");
                    receipts.add(fields);
                }
                case "T" -> trailer = fields;
                default -> throw wrong("a line begins with " + fields.get(0));
            }
        }
        require(trailer.size() == 6, "it has no trailer: it is not whole");
        require(
                trailer.subList(1, 6)
                        .equals(List.of(
                                Long.toString(receipts.stream()
                                        .map(fields -> fields.get(KEY))
                                        .distinct()
                                        .count()),
                                Integer.toString(receipts.size()),
                                sum(receipts, "POST").toPlainString(),
                                sum(receipts, "REVERSE").toPlainString(),
                                sum(receipts, "POST")
                                        .subtract(sum(receipts, "REVERSE"))
                                        .toPlainString())),
                "the sums of its trailer are not those of its receipts");
        return receipts.stream().map(fields -> fields.subList(1, ORIGINAL)).toList();
    }

    private static BigDecimal sum(List<List<String>> receipts, String kind) {
        return receipts.stream()
                .filter(fields -> fields.get(KIND).equals(kind))
                .map(fields -> new BigDecimal(fields.get(AMOUNT)))
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    /** RFC 4180, of one line. */
    private static List<String> fields(String line) {
        List<String> fields = new ArrayList<>();
        StringBuilder field = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quoted && c == '"' && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                field.append(c);
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                fields.add(field.toString());
                field.setLength(0);
            } else {
                field.append(c);
            }
        }
        fields.add(field.toString());
        return fields;
    }

    private static void require(boolean right, String otherwise) {
        if (!right) {
            throw wrong(otherwise);
        }
    }

    private static DemoException wrong(String why) {
        return new DemoException("The file is not as the layout says: " + why + ".", null);
    }
}
