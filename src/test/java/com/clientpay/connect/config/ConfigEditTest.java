package com.clientpay.connect.config;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ConfigEditTest {

    @Test
    void a_setting_is_changed_where_it_stands_and_all_else_stays() {
        assertEquals("""
                # mine
                mode = "test"

                [server] # here
                # Where to listen.
                host = "0.0.0.0"
                port = 443
                unknown = 1

                [tls]
                """, edited("""
                # mine
                mode = "test"

                [server] # here
                # Where to listen.
                # host = "127.0.0.1"
                port = 1 # old
                unknown = 1

                [tls]
                """, Map.of("server.host", "0.0.0.0", "server.port", 443)));
    }

    @Test
    void what_has_no_place_yet_comes_to_the_end_of_its_section() {
        assertEquals("""
                [server]
                port = 1
                host = "h"

                # ---- The certificate.
                [tls]
                keystore = "a"

                [database]
                name = "n"
                """, edited("""
                [server]
                port = 1

                # ---- The certificate.
                [tls]
                """, "server.host", "h", "tls.keystore", "a", "database.name", "n"));
    }

    @Test
    void lists_of_several_lines_are_replaced_whole() {
        assertEquals("""
                [server]
                allowed_addresses = ["203.0.113.0/24", "203.0.113.9"]
                port = 1
                """, edited("""
                [server]
                allowed_addresses = [
                    "192.0.2.1", # [old]
                    "192.0.2.2",
                ]
                port = 1
                """, Map.of("server.allowed_addresses", List.of("203.0.113.0/24", "203.0.113.9"))));
    }

    @Test
    void a_setting_that_is_taken_away_stays_as_a_comment() {
        ConfigEdit edit = new ConfigEdit("[database]\nport = 1\ninstance = \"X\"\n");
        edit.set("database.port", Optional.empty());
        edit.set("database.name", Optional.empty());
        edit.set("tls.keystore", Optional.empty());
        assertEquals("[database]\n# port = 1\ninstance = \"X\"\n", edit.text());
    }

    @Test
    void texts_are_written_so_that_they_are_read_as_they_are() {
        for (String text : List.of("C:\\a b\\\"c\"", "a#b = [c]", "ä")) {
            ConfigEdit edit = new ConfigEdit("");
            edit.set("database.name", Optional.of(text));
            assertEquals(Map.of("database.name", text), new ConfigEdit(edit.text()).values());
        }
    }

    private static String edited(String text, Map<String, Object> values) {
        ConfigEdit edit = new ConfigEdit(text);
        values.forEach((name, value) -> edit.set(name, Optional.of(value)));
        return edit.text();
    }

    private static String edited(String text, String... namesAndValues) {
        ConfigEdit edit = new ConfigEdit(text);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            edit.set(namesAndValues[i], Optional.of(namesAndValues[i + 1]));
        }
        return edit.text();
    }
}
