package com.clientpay.connect.http;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import java.util.regex.Pattern;

/** The formats that values have in requests, wherever they stand. */
public final class Formats {
    private static final Pattern MONEY = Pattern.compile("(0|[1-9][0-9]{0,11})\\.[0-9]{2}");
    private static final Pattern ID = Pattern.compile("[\\x21-\\x7E]{1,64}");
    private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

    private Formats() {}

    /** {@code 0.00} to {@code 999999999999.99}, two decimals, no sign, no leading zeros. */
    public static Optional<BigDecimal> money(String text) {
        return MONEY.matcher(text).matches() ? Optional.of(new BigDecimal(text)) : Optional.empty();
    }

    /** A calendar day {@code 2026-11-23} of the years 1900 to 9998, which every engine's dates can hold. */
    public static Optional<LocalDate> date(String text) {
        if (!DATE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            LocalDate date = LocalDate.parse(text);
            return date.getYear() >= 1900 && date.getYear() <= 9998 ? Optional.of(date) : Optional.empty();
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    /** An id of ours or a caller's key: 1 to 64 visible ASCII characters. */
    public static boolean isId(String text) {
        return ID.matcher(text).matches();
    }

    /** Text that every engine stores as it is: no control characters, no unpaired surrogates. */
    public static boolean isPlainText(String text) {
        return text.codePoints()
                .noneMatch(c -> Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    /** The text with a blank in the place of everything that is not plain. */
    public static String plainText(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints()
                .forEach(c -> plain.appendCodePoint(
                        Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE ? ' ' : c));
        return plain.toString();
    }
}
