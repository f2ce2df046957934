package com.clientpay.connect.database.scripts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The procedure, function, view or trigger that a batch creates, which it must do alone.
 *
 * @param kind PROCEDURE, FUNCTION, VIEW or TRIGGER
 */
public record CreatedObject(String kind, String schema, String name) {
    private static final Set<String> KINDS = Set.of("PROCEDURE", "PROC", "FUNCTION", "VIEW", "TRIGGER");

    /** What the batch creates; empty when it does something else. A missing schema is dbo. */
    public static Optional<CreatedObject> of(Batch batch) {
        List<Token> tokens = Tokens.ofCode(batch.text());
        if (tokens.size() < 3 || !tokens.get(0).is("CREATE")) {
            return Optional.empty();
        }
        String kind = tokens.get(1).text().toUpperCase(Locale.ROOT);
        if (!KINDS.contains(kind)) {
            return Optional.empty();
        }
        String first = tokens.get(2).name();
        boolean qualified = tokens.size() > 4 && tokens.get(3).is('.');
        return Optional.of(new CreatedObject(
                kind.equals("PROC") ? "PROCEDURE" : kind,
                qualified ? first : "dbo",
                qualified ? tokens.get(4).name() : first));
    }

    /** {@code schema.name} */
    public String qualifiedName() {
        return schema + "." + name;
    }

    /** Whether it goes by this name, with or without its schema. */
    boolean isNamed(String other) {
        return other.equalsIgnoreCase(name) || other.equalsIgnoreCase(qualifiedName());
    }
}
