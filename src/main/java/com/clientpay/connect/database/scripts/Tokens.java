package com.clientpay.connect.database.scripts;

import com.clientpay.connect.database.scripts.Token.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads T-SQL text into its tokens, without white space. It understands only what is needed to know where a string, a
 * quoted name or a comment begins and ends; whatever is not closed lasts to the text's end.
 */
public final class Tokens {
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int position;
    private int line = 1;

    private Tokens(String text) {
        this.text = text;
    }

    /** All of them, comments too. */
    public static List<Token> of(String text) {
        return List.copyOf(new Tokens(text).read());
    }

    /** All but comments. */
    public static List<Token> ofCode(String text) {
        return of(text).stream().filter(token -> token.kind() != Kind.COMMENT).toList();
    }

    private List<Token> read() {
        while (position < text.length()) {
            char c = text.charAt(position);
            if (Character.isWhitespace(c)) {
                line += c == '\n' ? 1 : 0;
                position++;
            } else {
                add(kind(c));
            }
        }
        return tokens;
    }

    private Kind kind(char c) {
        if (at("--") || at("/*")) {
            return Kind.COMMENT;
        }
        if (c == '\'' || ((c == 'N' || c == 'n') && next() == '\'')) {
            return Kind.STRING;
        }
        if (c == '[' || c == '"') {
            return Kind.QUOTED_NAME;
        }
        if (c == '@') {
            return Kind.VARIABLE;
        }
        if (isDigit(c) || (c == '.' && isDigit(next()) && !followsName())) {
            return Kind.NUMBER;
        }
        return isName(c) ? Kind.WORD : Kind.SYMBOL;
    }

    private void add(Kind kind) {
        int end = switch (kind) {
            case COMMENT -> at("--") ? endOfLine() : endOfComment();
            case STRING -> endOfQuoted(text.charAt(position) == '\'' ? position : position + 1, '\'');
            case QUOTED_NAME -> endOfQuoted(position, text.charAt(position) == '[' ? ']' : '"');
            case VARIABLE, WORD -> endOfName();
            case NUMBER -> endOfNumber();
            case SYMBOL -> position + 1;
        };
        String found = text.substring(position, end);
        tokens.add(new Token(kind, found, position, line));
        line += (int) found.chars().filter(c -> c == '\n').count();
        position = end;
    }

    private int endOfLine() {
        int end = text.indexOf('\n', position);
        return end < 0 ? text.length() : end;
    }

    /** Comments between slashes and stars may be nested in T-SQL. */
    private int endOfComment() {
        int depth = 0;
        int i = position;
        while (i < text.length()) {
            if (text.startsWith("/*", i)) {
                depth++;
                i += 2;
            } else if (text.startsWith("*/", i)) {
                depth--;
                i += 2;
                if (depth == 0) {
                    return i;
                }
            } else {
                i++;
            }
        }
        return text.length();
    }

    /** @param open where the opening quote stands; the closing one doubled is a character of the text */
    private int endOfQuoted(int open, char close) {
        int i = open + 1;
        while (i < text.length()) {
            if (text.charAt(i) != close) {
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == close) {
                i += 2;
            } else {
                return i + 1;
            }
        }
        return text.length();
    }

    private int endOfName() {
        int i = position + 1;
        while (i < text.length() && isName(text.charAt(i))) {
            i++;
        }
        return i;
    }

    private int endOfNumber() {
        int i = position + 1;
        while (i < text.length() && (text.charAt(i) == '.' || Character.isLetterOrDigit(text.charAt(i)))) {
            i++;
        }
        return i;
    }

    private boolean at(String start) {
        return text.startsWith(start, position);
    }

    private char next() {
        return position + 1 < text.length() ? text.charAt(position + 1) : 0;
    }

    private boolean followsName() {
        return position > 0 && (isName(text.charAt(position - 1)) || "]\"".indexOf(text.charAt(position - 1)) >= 0);
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isName(char c) {
        return Character.isLetterOrDigit(c) || c == '_' || c == '@' || c == '#' || c == '$';
    }
}
