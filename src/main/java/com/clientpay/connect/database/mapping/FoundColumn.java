package com.clientpay.connect.database.mapping;

import java.util.Optional;
import java.util.Set;

/**
 * A column as a view has it.
 *
 * @param type SQL Server's name of it, in lower case, without length: {@code nvarchar}
 * @param length characters of a text, digits of a number
 * @param scale digits after the point
 * @param collation of a text, where the server tells it
 */
public record FoundColumn(String name, String type, int length, int scale, Optional<String> collation) {
    private static final Set<String> WITH_LENGTH = Set.of("varchar", "nvarchar", "char", "nchar");
    private static final int MOST_LENGTH = 8000;

    /** The type as scripts write it: {@code nvarchar(64)}, {@code decimal(19, 2)}. */
    public String typeText() {
        if (WITH_LENGTH.contains(type)) {
            return type + "(" + (length > MOST_LENGTH ? "max" : length) + ")";
        }
        return type.equals("decimal") || type.equals("numeric") ? "decimal(" + length + ", " + scale + ")" : type;
    }

    boolean isText() {
        return WITH_LENGTH.contains(type);
    }
}
