package com.clientpay.connect.cli;

import com.clientpay.connect.http.Json;
import tools.jackson.databind.JsonNode;

/** Values of answers as a terminal may show them. */
final class Shown {
    private Shown() {}

    /** The answer's JSON, indented; characters that would steer the terminal are escaped, which JSON reads back. */
    static String json(ApiAnswer answer) {
        return Terminal.clean(Json.pretty(answer.json()));
    }

    /** The answer's JSON as it came, for a program; what a terminal would obey is escaped, which JSON reads back. */
    static String raw(ApiAnswer answer) {
        return Terminal.clean(answer.text());
    }

    /** A property as text; blank when it is not there. Lists are joined by blanks, flags are yes or no. */
    static String text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (value.isArray()) {
            return String.join(
                    " ", value.valueStream().map(item -> item.asString("")).toList());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "yes" : "no";
        }
        return value.asString("");
    }
}
