package com.clientpay.connect.logging;

import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes text safe for a log: control characters and everything else that ends or turns a line become visible escapes, and
 * what must never be in a log, secrets of API keys and card numbers, becomes stars wherever it came from. Nobody should
 * log these; this is for the day somebody does.
 */
final class LogText {
    private static final Pattern API_KEY = Pattern.compile("(cpk_[A-Za-z0-9.-]{1,64}_)[A-Za-z0-9_-]{8,}");
    private static final Pattern DIGITS = Pattern.compile("(?<![0-9A-Za-z])[0-9](?:[ -]?[0-9]){12,18}(?![0-9A-Za-z])");
    private static final int SHORTEST_CARD = 13;

    /** Visa, Mastercard, American Express, Diners Club, Discover: ids of the books are long numbers too. */
    private static final Pattern BRANDS = Pattern.compile("4[0-9]{12}(?:[0-9]{3}){0,2}|5[1-5][0-9]{14}|2[2-7][0-9]{14}"
            + "|3[47][0-9]{13}|3[068][0-9]{12}|6(?:011|[45][0-9]{2})[0-9]{12}");

    private LogText() {}

    static String safe(String text) {
        return escaped(masked(text));
    }

    private static String masked(String text) {
        String masked = text.contains("cpk_") ? API_KEY.matcher(text).replaceAll("$1***") : text;
        return hasManyDigits(masked) ? DIGITS.matcher(masked).replaceAll(LogText::card) : masked;
    }

    private static boolean hasManyDigits(String text) {
        int digits = 0;
        for (int i = 0; i < text.length() && digits < SHORTEST_CARD; i++) {
            char c = text.charAt(i);
            digits = c >= '0' && c <= '9' ? digits + 1 : c == ' ' || c == '-' ? digits : 0;
        }
        return digits >= SHORTEST_CARD;
    }

    private static String card(MatchResult found) {
        String digits = found.group().replaceAll("[ -]", "");
        return isCard(digits)
                ? "****" + digits.substring(digits.length() - 4)
                : Matcher.quoteReplacement(found.group());
    }

    /** A brand's length and first digits, and the check digit of ISO/IEC 7812. */
    private static boolean isCard(String digits) {
        int sum = 0;
        for (int i = 0; i < digits.length(); i++) {
            int digit = digits.charAt(digits.length() - 1 - i) - '0';
            int twice = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
            sum += i % 2 == 0 ? digit : twice;
        }
        return sum % 10 == 0 && BRANDS.matcher(digits).matches();
    }

    private static String escaped(String text) {
        int first = firstUnsafe(text);
        if (first < 0) {
            return text;
        }
        StringBuilder escaped = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\n' -> escaped.append("\\n");
                case '\r' -> escaped.append("\\r");
                case '\t' -> escaped.append("\\t");
                default -> {
                    if (isUnsafe(c)) {
                        escaped.append(String.format("\\u%04x", (int) c));
                    } else {
                        escaped.append(c);
                    }
                }
            }
        }
        return escaped.toString();
    }

    private static int firstUnsafe(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (isUnsafe(text.charAt(i))) {
                return i;
            }
        }
        return -1;
    }

    /** Control characters, Unicode's line and paragraph separators, and those that turn the direction of writing. */
    private static boolean isUnsafe(char c) {
        return c < ' '
                || (c >= 0x7F && c < 0xA0)
                || c == '\u2028'
                || c == '\u2029'
                || (c >= '\u202A' && c <= '\u202E')
                || (c >= '\u2066' && c <= '\u2069');
    }
}
