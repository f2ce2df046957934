package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

class HelpTest {
    @TempDir
    Path folder;

    @Test
    void every_command_says_what_it_does_and_what_its_exit_codes_mean() {
        for (CommandSpec command : commands()) {
            String name = command.qualifiedName();
            String[] description = command.usageMessage().description();
            assertTrue(description.length > 0 && description[0].endsWith("."), name + " has no description");
            String footer = String.join("\n", command.usageMessage().footer())
                    + command.usageMessage().footerHeading();
            assertTrue(footer.contains("Exit codes:"), name + " does not explain its exit codes");
        }
    }

    @Test
    void every_option_says_what_it_is_for() {
        for (CommandSpec command : commands()) {
            for (OptionSpec option : command.options()) {
                assertTrue(
                        option.hidden() || option.description().length > 0,
                        command.qualifiedName() + " " + option.longestName() + " has no description");
            }
            command.positionalParameters()
                    .forEach(parameter -> assertTrue(
                            parameter.description().length > 0,
                            command.qualifiedName() + " " + parameter.paramLabel() + " has no description"));
        }
    }

    @Test
    void a_command_alone_is_understood_as_among_all() {
        Finished alone = Finished.command("search", "--help");
        assertEquals(0, alone.code(), alone.err());
        assertTrue(alone.out().startsWith("Usage: connect search"), alone.out());
        assertTrue(alone.out().contains("invoices, trust-ledgers, matters"), alone.out());
    }

    @Test
    void nothing_at_all_explains_the_commands_and_is_not_fine() {
        Finished nothing = Finished.command();
        assertEquals(2, nothing.code());
        assertTrue(nothing.err().contains("demo"), nothing.err());
        assertFalse(nothing.err().contains("warm-up"), nothing.err());
    }

    @Test
    void a_misspelt_command_is_told_the_right_one() {
        Finished misspelt = Finished.command("chekc");
        assertEquals(2, misspelt.code());
        assertTrue(misspelt.err().contains("connect check"), misspelt.err());
    }

    @Test
    void a_configuration_with_mistakes_is_refused_with_all_of_them() throws IOException {
        Path file = folder.resolve("connect.toml");
        Files.writeString(file, "[server]\nport = 99999\nhots = \"x\"\n");
        Finished shown = Finished.command("config", "show", "--config", file.toString());
        assertEquals(1, shown.code());
        for (String part : List.of("connect.toml:2", "connect.toml:3", "database.server", "3 mistakes")) {
            assertTrue(shown.err().contains(part), part + " is not in " + shown.err());
        }
    }

    @Test
    void the_url_that_the_driver_is_given_is_shown_without_a_secret() throws IOException {
        Path file = folder.resolve("connect.toml");
        Files.writeString(file, """
                [database]
                server = "sql01"
                name = "Firm Books"
                authentication = "windows"
                """);
        Finished shown = Finished.command("config", "show", "--config", file.toString());
        assertEquals(0, shown.code(), shown.err());
        String url = "jdbc:sqlserver://sql01;databaseName={Firm Books};integratedSecurity=true;encrypt=true;";
        assertTrue(shown.out().contains("\n" + url), shown.out());
        Files.writeString(file, "[database]\nurl = \"" + url + "trustStorePassword={a}}b};accessToken=planted\"\n");
        Finished masked = Finished.command("config", "show", "--json", "--config", file.toString());
        assertTrue(masked.out().contains("trustStorePassword=***;accessToken=***;"), masked.out());
    }

    private static List<CommandSpec> commands() {
        List<CommandSpec> commands = new ArrayList<>();
        collect(Commands.all(), commands);
        return commands;
    }

    private static void collect(CommandLine line, List<CommandSpec> into) {
        if (!line.getCommandName().equals("help")) {
            into.add(line.getCommandSpec());
        }
        line.getSubcommands().values().forEach(sub -> collect(sub, into));
    }
}
