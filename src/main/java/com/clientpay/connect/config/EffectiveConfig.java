package com.clientpay.connect.config;

import java.util.List;

/** What {@code config show} prints: every setting, in the order of the file. Holds no secret. */
public record EffectiveConfig(List<EffectiveValue> values) {

    /** A table SETTING, VALUE, SOURCE. */
    public String table() {
        int name = width("SETTING", values.stream().map(EffectiveValue::name).toList());
        int value = width("VALUE", values.stream().map(EffectiveConfig::shown).toList());
        StringBuilder table = new StringBuilder();
        line(table, name, value, "SETTING", "VALUE", "SOURCE");
        values.forEach(v -> line(table, name, value, v.name(), shown(v), v.source()));
        return table.toString();
    }

    private static String shown(EffectiveValue value) {
        return value.value().orElse("(not set)");
    }

    private static int width(String heading, List<String> texts) {
        return texts.stream().mapToInt(String::length).reduce(heading.length(), Math::max);
    }

    private static void line(StringBuilder table, int name, int value, String first, String second, String third) {
        table.append(first)
                .append(" ".repeat(name - first.length() + 2))
                .append(second)
                .append(" ".repeat(value - second.length() + 2))
                .append(third)
                .append('\n');
    }
}
