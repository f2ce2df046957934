package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class HomeTest {
    private final Map<String, String> before = new HashMap<>();

    @AfterEach
    void restore() {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
    }

    @Test
    void an_unpacked_program_keeps_its_data_in_its_own_folder() {
        set("connect.home", "/opt/connect");
        set("connect.data", "");
        assertEquals(Path.of("/opt/connect").toAbsolutePath(), Home.data());
        assertEquals(Home.data().resolve("conf/connect.toml"), new ConfigOption().file());
    }

    @Test
    void an_installed_program_keeps_its_data_where_the_launcher_says() {
        set("connect.home", "/opt/connect");
        set("connect.data", "/var/lib/connect/");
        assertEquals(Path.of("/opt/connect").toAbsolutePath(), Home.folder());
        assertEquals(Path.of("/var/lib/connect").toAbsolutePath(), Home.data());
        assertEquals(Home.data().resolve("conf/connect.toml"), new ConfigOption().file());
    }

    @Test
    void a_named_configuration_wins() {
        set("connect.data", "/var/lib/connect");
        ConfigOption option = new ConfigOption();
        new CommandLine(CommandLine.Model.CommandSpec.create().addMixin("config", specOf(option)))
                .parseArgs("--config", "other.toml");
        assertEquals(Path.of("other.toml"), option.file());
    }

    private static CommandLine.Model.CommandSpec specOf(ConfigOption option) {
        return CommandLine.Model.CommandSpec.forAnnotatedObject(option);
    }

    private void set(String property, String value) {
        before.putIfAbsent(property, System.getProperty(property));
        System.setProperty(property, value);
    }
}
