package com.clientpay.connect.cli;

/** What text may do to a terminal: nothing but be read. */
final class Terminal {
    private Terminal() {}

    /**
     * The text with every character that could move the cursor, colour, ring, or turn the direction of writing replaced
     * by its number. Names in the books come from strangers. Line breaks and tabs stay.
     */
    static String clean(String text) {
        if (text.codePoints().noneMatch(Terminal::isHarmful)) {
            return text;
        }
        StringBuilder clean = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmful(c)) {
                clean.append(String.format("\\u%04x", c));
            } else {
                clean.appendCodePoint(c);
            }
        });
        return clean.toString();
    }

    /** As {@link #clean}, and on one line. */
    static String cleanLine(String text) {
        return clean(text.replace("\r", "\\r").replace("\n", "\\n").replace("\t", "\\t"));
    }

    private static boolean isHarmful(int c) {
        if (c == '\n' || c == '\t') {
            return false;
        }
        boolean turnsDirection =
                (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069) || c == 0x200E || c == 0x200F;
        return Character.isISOControl(c)
                || turnsDirection
                || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }

    /** The columns that the text fills: East Asian wide characters two, combining ones none. */
    static int width(String text) {
        return text.codePoints().map(Terminal::width).sum();
    }

    private static int width(int c) {
        int type = Character.getType(c);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        boolean wide = (c >= 0x1100 && c <= 0x115F)
                || (c >= 0x2E80 && c <= 0xA4CF)
                || (c >= 0xAC00 && c <= 0xD7A3)
                || (c >= 0xF900 && c <= 0xFAFF)
                || (c >= 0xFE30 && c <= 0xFE6F)
                || (c >= 0xFF00 && c <= 0xFF60)
                || (c >= 0xFFE0 && c <= 0xFFE6)
                || (c >= 0x1F300 && c <= 0x1FAFF)
                || (c >= 0x20000 && c <= 0x3FFFD);
        return wide ? 2 : 1;
    }
}
