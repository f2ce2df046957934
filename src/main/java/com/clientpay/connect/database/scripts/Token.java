package com.clientpay.connect.database.scripts;

/**
 * A piece of T-SQL text.
 *
 * @param text as it stands there, quotes and all
 * @param start its offset in the text that it was read from
 * @param line its first line, from 1
 */
public record Token(Kind kind, String text, int start, int line) {

    /** What a piece of text is to the parser of T-SQL. */
    public enum Kind {
        /** A keyword or a name that is not quoted: {@code SELECT}, {@code Posting}, {@code #rows}. */
        WORD,
        /** {@code [Posting]} or {@code "Posting"}. */
        QUOTED_NAME,
        /** {@code @Id} or {@code @@ROWCOUNT}. */
        VARIABLE,
        /** {@code 'text'} or {@code N'text'}. */
        STRING,
        /** {@code 12}, {@code 1.5}, {@code 0xFF}. */
        NUMBER,
        /** One character of anything else: {@code ;}, {@code (}, {@code =}. */
        SYMBOL,
        /** From two hyphens to the line's end, or in slashes and stars, which may be nested. */
        COMMENT
    }

    /** The offset after its last character. */
    public int end() {
        return start + text.length();
    }

    /** Whether it is this keyword or unquoted name, in any case. */
    public boolean is(String word) {
        return (kind == Kind.WORD || kind == Kind.VARIABLE) && text.equalsIgnoreCase(word);
    }

    /** Whether it is this character. */
    public boolean is(char symbol) {
        return kind == Kind.SYMBOL && text.charAt(0) == symbol;
    }

    /** A name without its quotes; everything else as it is. */
    public String name() {
        if (kind != Kind.QUOTED_NAME) {
            return text;
        }
        String quote = text.startsWith("[") ? "]" : "\"";
        String inner = text.substring(1, text.endsWith(quote) && text.length() > 1 ? text.length() - 1 : text.length());
        return inner.replace(quote + quote, quote);
    }
}
