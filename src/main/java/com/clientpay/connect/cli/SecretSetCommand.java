package com.clientpay.connect.cli;

import com.clientpay.connect.config.SecretRules;
import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect secret set} */
@Command(
        name = "set",
        description = {
            "Keep a secret, or change it. It is typed at the console, unseen and twice, or read from standard input or a"
                    + " file; never given on the command line, where others could read it.",
            "connect.toml refers to it by secret:NAME. A running connector reads it at its next start."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect secret set database",
            "  connect secret set keystore --file C:\\Temp\\password.txt",
            "  vault read -field=password connect/db | connect secret set database --stdin",
            "",
            "Exit codes:",
            "  0  it is kept",
            "  1  it is not; standard error says why, and what was kept before still is",
            "  2  the command was not understood"
        })
final class SecretSetCommand implements Runnable {
    @Parameters(index = "0", paramLabel = "NAME", description = "1 to 64 letters, digits, dots, hyphens, underscores.")
    private String name;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            hidden = true,
            paramLabel = "VALUE",
            description = "Refused: a secret is never an argument.")
    private void refuseValue(String[] values) {
        if (values != null && values.length > 0) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A secret on the command line is visible to every user of this machine in the list of processes, and"
                            + " stays in the shell's history. Leave it out: it is asked for, or read with --stdin or"
                            + " --file FILE.");
        }
    }

    @Option(names = "--stdin", description = "Read it from standard input, up to its end.")
    private boolean stdin;

    @Option(names = "--file", paramLabel = "FILE", description = "Read it from this file, which stays where it is.")
    private Path file;

    @Mixin
    private VaultOption vault;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (!SecretRules.isName(name)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "The name of a secret has 1 to 64 letters, digits, dots, hyphens and underscores, and no others.");
        }
        if (stdin && file != null) {
            throw new ParameterException(spec.commandLine(), "Give either --stdin or --file, not both.");
        }
        String value = stdin ? fromStandardInput() : file != null ? fromFile() : fromConsole();
        vault.use(secrets -> {
            secrets.put(Map.of(name, value));
            return true;
        });
        var out = spec.commandLine().getOut();
        out.println("The secret " + name + " is kept in " + vault.description() + ".");
        out.println("connect.toml refers to it by \"secret:" + name
                + "\". A running connector reads it at its next start.");
    }

    private String fromConsole() {
        Console console = System.console();
        if (console == null) {
            throw new CommandFailed("There is no console to type the secret at. Give it with --stdin or --file FILE.");
        }
        char[] first = console.readPassword("The secret %s (it is not shown): ", name);
        char[] second = first == null ? null : console.readPassword("Once more: ");
        if (second == null) {
            throw new CommandFailed("Nothing was typed, and nothing was changed.");
        }
        if (!Arrays.equals(first, second)) {
            throw new CommandFailed("The two are not the same. Nothing was changed; repeat the command.");
        }
        return new String(first);
    }

    private static String fromStandardInput() {
        try {
            return SecretText.of(System.in.readAllBytes());
        } catch (IOException e) {
            throw new CommandFailed("Standard input cannot be read: " + e.getMessage() + ".");
        }
    }

    private String fromFile() {
        try {
            return SecretText.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CommandFailed("The file " + file + " cannot be read: it must exist and be readable by you.");
        }
    }
}
