package com.clientpay.connect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The conf/connect.toml that is shipped, against the declared settings. */
class ShippedConfigTest {
    private static final Path SHIPPED = Path.of("conf/connect.toml");
    private static final Pattern KEY = Pattern.compile("# ([a-z_]+) = (.+)");
    private static final Pattern SECTION = Pattern.compile("\\[([a-z]+)]");

    /** A key of the file: its name, what its line says, and the comment above it as one line of text. */
    private record Documented(String name, String value, String comment) {}

    @Test
    void it_documents_exactly_the_declared_keys_in_their_order() throws Exception {
        assertEquals(
                Settings.all().stream().map(Setting::name).toList(),
                documented().stream().map(Documented::name).toList());
    }

    @Test
    void every_key_is_documented_with_its_purpose_its_bounds_and_its_default() throws Exception {
        List<Documented> documented = documented();
        for (int i = 0; i < documented.size(); i++) {
            holds(Settings.all().get(i), documented.get(i));
        }
    }

    private static <T> void holds(Setting<T> setting, Documented documented) {
        String kind = setting.type().describe();
        String expected = setting.description() + " "
                + Character.toUpperCase(kind.charAt(0)) + kind.substring(1) + ". "
                + setting.defaultValue()
                        .map(value -> "Default: " + setting.type().toml(value))
                        .orElse("No default.");
        assertEquals(expected, documented.comment(), setting.name());
        setting.defaultValue()
                .ifPresent(value -> assertEquals(setting.type().toml(value), documented.value(), setting.name()));
    }

    @Test
    void it_loads_once_the_database_is_named() throws Exception {
        LoadedConfig loaded = ConfigFile.load(
                SHIPPED, Map.of("CONNECT_DATABASE_URL", ConfigFixture.URL), FileSecretStore.beside(SHIPPED));

        assertEquals(List.of(), loaded.warnings());
        assertTrue(loaded.effective().values().stream()
                .filter(v -> !v.name().equals("database.url"))
                .allMatch(v -> v.source().equals("default")));
    }

    @Test
    void every_commented_key_may_be_uncommented(@TempDir Path home) throws Exception {
        String all = Files.readString(SHIPPED)
                .replaceAll("(?m)^# ([a-z_]+ = )", "$1")
                .replaceAll("(?m)^(certificate|private_key|url|instance) = ", "# $1 = ")
                .replaceAll("\"secret:[a-z]+\"", "\"env:PLANTED\"");

        assertEquals(
                List.of(),
                new ConfigFixture(home).file(all).variable("PLANTED", "p").mistakes());
    }

    private static List<Documented> documented() throws Exception {
        List<Documented> found = new ArrayList<>();
        String section = "";
        List<String> comment = new ArrayList<>();
        for (String line : Files.readAllLines(SHIPPED)) {
            Matcher header = SECTION.matcher(line);
            Matcher key = KEY.matcher(line);
            if (header.matches()) {
                section = header.group(1) + ".";
            } else if (key.matches()) {
                found.add(new Documented(section + key.group(1), key.group(2), String.join(" ", comment)));
            } else if (line.startsWith("# ")) {
                comment.add(line.substring(2));
                continue;
            }
            comment.clear();
        }
        return found;
    }
}
