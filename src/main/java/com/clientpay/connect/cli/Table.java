package com.clientpay.connect.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Rows under headings, aligned; columns that hold only numbers to the right. */
final class Table {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?|");
    private static final String GAP = "  ";

    private final List<List<String>> lines = new ArrayList<>();

    Table(String... headings) {
        lines.add(List.of(headings));
    }

    Table row(String... cells) {
        lines.add(List.of(cells).stream().map(Terminal::cleanLine).toList());
        return this;
    }

    boolean isEmpty() {
        return lines.size() == 1;
    }

    /** Prints the table; {@code nothing} instead when it has no rows. */
    void print(PrintWriter out, String nothing) {
        if (isEmpty()) {
            out.println(nothing);
            return;
        }
        int columns = lines.get(0).size();
        int[] widths = new int[columns];
        boolean[] numbers = new boolean[columns];
        for (int i = 0; i < columns; i++) {
            int column = i;
            widths[i] = lines.stream()
                    .mapToInt(line -> Terminal.width(line.get(column)))
                    .max()
                    .orElse(0);
            numbers[i] = lines.stream()
                    .skip(1)
                    .allMatch(line -> NUMBER.matcher(line.get(column)).matches());
        }
        for (List<String> line : lines) {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < columns; i++) {
                String blanks = " ".repeat(widths[i] - Terminal.width(line.get(i)));
                text.append(numbers[i] ? blanks + line.get(i) : line.get(i) + blanks)
                        .append(GAP);
            }
            out.println(text.toString().stripTrailing());
        }
    }
}
