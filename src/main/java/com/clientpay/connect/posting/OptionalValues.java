package com.clientpay.connect.posting;

import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.JsonObject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the optional values of a payment to record. The money has moved, so none of them keeps a payment from being recorded:
 * text that is too long is cut, characters that cannot be kept become blanks, and a value that decides how the payment is
 * booked but cannot be used is left out, which makes the posting INCOMPLETE. What was sent is kept for telling a replay from
 * another request. A blank text counts as absent.
 *
 * <p>Only what is not even a text (a list, an object) is refused: no payment's data makes it so, but its sender's program.
 */
final class OptionalValues {
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final int QUOTED_LENGTH = 40;
    private static final int FIELD_NAME_LENGTH = 64;

    private final SortedMap<String, String> originals = new TreeMap<>();
    private final Set<String> altered = new LinkedHashSet<>();
    private final List<String> unusable = new ArrayList<>();

    /** Text for people: cut after so many characters (UTF-16 units), the last of which is then an ellipsis. */
    Optional<String> text(JsonObject object, String name, int maximum) {
        return text(object, name, name, maximum);
    }

    private Optional<String> text(JsonObject object, String name, String path, int maximum) {
        return present(object, name).map(sent -> kept(path, path, sent, maximum));
    }

    private String kept(String path, String property, String sent, int maximum) {
        String plain = cut(Formats.plainText(sent), maximum);
        if (!plain.equals(sent)) {
            originals.put(path, sent);
            altered.add(property);
        }
        return plain;
    }

    /** A code or an id of the books: one that is too long for them is none. */
    Optional<String> code(JsonObject object, String name, int maximum) {
        return present(object, name).flatMap(sent -> {
            if (sent.length() <= maximum && Formats.isPlainText(sent)) {
                return Optional.of(sent);
            }
            return leftOut(name, sent, "is no code of up to " + maximum + " characters; the default is taken for it");
        });
    }

    Optional<PaymentMethod> method(JsonObject object, String name) {
        return present(object, name)
                .flatMap(sent -> Arrays.stream(PaymentMethod.values())
                        .filter(method -> method.name().equals(sent))
                        .findFirst()
                        .or(() -> leftOut(name, sent, "is none of CARD and ECHECK; it is left out")));
    }

    Optional<String> currency(JsonObject object, String name) {
        return present(object, name)
                .flatMap(sent -> CURRENCY.matcher(sent).matches()
                        ? Optional.of(sent)
                        : leftOut(name, sent, "is no currency such as USD; the firm's own is taken for it"));
    }

    /** A payer without a name goes by the e-mail address. */
    Optional<Payer> payer(JsonObject payer, int nameLength, int emailLength) {
        Optional<String> name = text(payer, "name", "payer/name", nameLength);
        Optional<String> email = present(payer, "email").flatMap(sent -> {
            if (sent.length() <= emailLength && Formats.isPlainText(sent)) {
                return Optional.of(sent);
            }
            originals.put("payer/email", sent);
            altered.add("payer/email");
            return Optional.empty();
        });
        if (name.isEmpty() && email.isPresent()) {
            originals.put("payer/name", "");
        }
        return name.or(() -> email.map(address -> cut(address, nameLength))).map(n -> new Payer(n, email));
    }

    /**
     * Connect fields by name: those that fit, in the order of their names.
     *
     * @param together the characters of all of them, as the JSON that they are kept as
     */
    SortedMap<String, String> fields(JsonObject body, String name, int maximum, int length, int together) {
        SortedMap<String, String> fields = new TreeMap<>();
        new TreeMap<>(body.scalars(name).orElse(Map.of())).forEach((field, sent) -> {
            String path = name + "/" + field;
            boolean fits = !field.isEmpty()
                    && field.length() <= FIELD_NAME_LENGTH
                    && Formats.isPlainText(field)
                    && fields.size() < maximum;
            if (fits) {
                fields.put(field, kept(path, name, sent, length));
                fits = Json.text(fields).length() <= together;
            }
            if (!fits) {
                fields.remove(field);
                originals.put(path, sent);
                altered.add(name);
            }
        });
        return Collections.unmodifiableSortedMap(fields);
    }

    Adjustments adjustments() {
        return new Adjustments(
                Collections.unmodifiableSortedMap(new TreeMap<>(originals)),
                List.copyOf(altered),
                List.copyOf(unusable));
    }

    private static Optional<String> present(JsonObject object, String name) {
        return object.scalar(name).filter(text -> !text.isBlank());
    }

    private <T> Optional<T> leftOut(String name, String sent, String why) {
        originals.put(name, sent);
        unusable.add(name + " \"" + cut(Formats.plainText(sent), QUOTED_LENGTH) + "\" " + why + ".");
        return Optional.empty();
    }

    /** Half of a surrogate pair is no character. */
    private static String cut(String text, int maximum) {
        if (text.length() <= maximum) {
            return text;
        }
        int end = maximum - 1;
        return text.substring(0, Character.isHighSurrogate(text.charAt(end - 1)) ? end - 1 : end) + "\u2026";
    }
}
