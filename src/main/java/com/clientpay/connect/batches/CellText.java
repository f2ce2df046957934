package com.clientpay.connect.batches;

import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayout.Column;
import com.clientpay.connect.config.BatchLayout.Delimited;
import com.clientpay.connect.config.BatchLayout.Quoting;
import com.clientpay.connect.config.BatchLayout.Remedy;
import com.clientpay.connect.config.BatchValue;
import com.clientpay.connect.config.LayoutTemplate;
import java.nio.charset.CharsetEncoder;

/**
 * Makes a value fit into its column, so that it can neither break its line nor shift another column: control characters,
 * characters that the encoding has not, and delimiters are replaced or the receipt is refused; then it is cut or refused when
 * it is too long, and put between quotes or filled up. Not for use by several threads.
 */
final class CellText {
    private final BatchLayout layout;
    private final CharsetEncoder encoder;

    CellText(BatchLayout layout) {
        this.layout = layout;
        this.encoder = layout.encoding().newEncoder();
    }

    /** @param number of the column, from 1 */
    String of(Column column, int number, String value) throws UnwritableException {
        String text = value.isEmpty() ? column.text() : safe(column, value);
        text = shortened(column, number, text);
        return layout.delimited().isPresent()
                ? quoted(
                        layout.delimited().get(),
                        column.width() > 0 && column.fill() != ' ' ? filled(column, text) : text)
                : filled(column, text);
    }

    private String safe(Column column, String value) throws UnwritableException {
        StringBuilder safe = new StringBuilder(value.length());
        for (int i = 0; i < value.length(); ) {
            int character = value.codePointAt(i);
            i += Character.charCount(character);
            if (isControl(character)) {
                safe.append(instead(
                        column, layout.values().controlCharacters(), " ", "a line break or another control character"));
            } else if (isDelimiter(character)) {
                safe.append(instead(
                        column,
                        layout.delimited().orElseThrow().inValue(),
                        " ",
                        "the delimiter \"" + Character.toString(character) + "\""));
            } else if (!encoder.canEncode(Character.toString(character))) {
                safe.append(instead(
                        column,
                        layout.values().missingCharacters(),
                        layout.values().replacement(),
                        "a character that the file's encoding "
                                + layout.encoding().name() + " has not"));
            } else {
                safe.appendCodePoint(character);
            }
        }
        return safe.toString();
    }

    /** Line and paragraph separators too: some programs end a line there. */
    private static boolean isControl(int character) {
        return Character.isISOControl(character) || character == 0x2028 || character == 0x2029;
    }

    private boolean isDelimiter(int character) {
        return layout.delimited()
                .filter(delimited -> delimited.quote().isEmpty() && delimited.delimiter() == character)
                .isPresent();
    }

    private static String instead(Column column, Remedy remedy, String replacement, String what)
            throws UnwritableException {
        if (remedy == Remedy.REFUSE || type(column) != BatchValue.Type.TEXT) {
            throw new UnwritableException(
                    "The " + name(column) + " holds " + what + ", which the import's file cannot show.");
        }
        return replacement;
    }

    private String shortened(Column column, int number, String text) throws UnwritableException {
        int length = text.codePointCount(0, text.length());
        if (column.width() == 0 || length <= column.width()) {
            return text;
        }
        if (!column.cut()) {
            throw new UnwritableException("The " + name(column) + " has " + length + " characters, and column " + number
                    + " of the import's file takes " + column.width() + ".");
        }
        return text.substring(0, text.offsetByCodePoints(0, column.width()));
    }

    private static String filled(Column column, String text) {
        int missing = column.width() - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (column.right() && column.fill() == '0') {
            return LayoutTemplate.zeros(text, column.width());
        }
        String fill = String.valueOf(column.fill()).repeat(missing);
        return column.right() ? fill + text : text + fill;
    }

    private static String quoted(Delimited delimited, String text) {
        if (delimited.quote().isEmpty()) {
            return text;
        }
        char quote = delimited.quote().get();
        boolean needed = text.indexOf(delimited.delimiter()) >= 0
                || text.indexOf(quote) >= 0
                || text.startsWith(" ")
                || text.endsWith(" ");
        return needed || delimited.quoting() == Quoting.ALWAYS
                ? quote
                        + text.replace(
                                String.valueOf(quote), String.valueOf(quote).repeat(2))
                        + quote
                : text;
    }

    private static BatchValue.Type type(Column column) {
        return column.value().map(BatchValue::type).orElse(BatchValue.Type.EXACT);
    }

    private static String name(Column column) {
        return column.value().map(BatchValue::words).orElse("text");
    }
}
