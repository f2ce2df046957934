package com.clientpay.connect.cli;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Where the set-up gets its answers: from the person at the terminal, who is asked again after a wrong one, or from a file,
 * where a wrong one ends it. An empty answer takes what stands in brackets.
 */
final class SetupQuestions {
    /** Every answer that a file may hold. */
    static final List<String> NAMES = List.of(
            "database.url",
            "database.server",
            "database.port",
            "database.name",
            "database.authentication",
            "database.user",
            "database.password_file",
            "database.trusted_certificates",
            "tls",
            "tls.pfx",
            "tls.pfx_password_file",
            "tls.host",
            "server.host",
            "server.port",
            "server.allowed_addresses",
            "firewall",
            "scripts",
            "scripts.system",
            "scripts.user",
            "scripts.password_file",
            "scripts.file",
            "key",
            "key.file",
            "service");

    private final PrintWriter out;
    private final BufferedReader in;
    private final Optional<Map<String, String>> answers;
    private boolean written;

    private SetupQuestions(PrintWriter out, BufferedReader in, Optional<Map<String, String>> answers) {
        this.out = out;
        this.in = in;
        this.answers = answers;
    }

    static SetupQuestions ofTerminal(PrintWriter out, InputStream in) {
        return new SetupQuestions(
                out, new BufferedReader(new InputStreamReader(in, Charset.defaultCharset())), Optional.empty());
    }

    /** @throws CommandFailed when the file cannot be read, or a line is no answer */
    static SetupQuestions ofFile(PrintWriter out, Path file) {
        Map<String, String> answers = new HashMap<>();
        int number = 0;
        for (String line : text(file).lines().toList()) {
            number++;
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            String name = equals < 0 ? "" : line.substring(0, equals).strip();
            if (!NAMES.contains(name)) {
                throw new CommandFailed(
                        file + ":" + number + ": this is no answer. Write name = value, with a name of: "
                                + String.join(", ", new TreeSet<>(NAMES)) + ". Nothing was changed.");
            }
            answers.put(name, line.substring(equals + 1).strip());
        }
        return new SetupQuestions(out, null, Optional.of(answers));
    }

    private static String text(Path file) {
        try {
            return SecretText.of(Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CommandFailed(
                    "The answers " + file + " cannot be read: the file must exist and be readable by you.");
        }
    }

    /** From now on what is changed is on the disk. */
    void written() {
        written = true;
    }

    private String standing() {
        return written ? "What was reported as done stays; the set-up can be run again." : "Nothing was changed.";
    }

    /** Whether nobody can be asked. */
    boolean isDriven() {
        return answers.isPresent();
    }

    boolean isGiven(String name) {
        return answers.filter(given -> given.containsKey(name)).isPresent();
    }

    /**
     * @param proposed what an empty answer takes
     * @param complaint what is wrong with an answer; empty when nothing is
     * @return blank only when nothing is proposed and a blank is no mistake
     */
    String ask(String name, String text, Optional<String> proposed, Function<String, Optional<String>> complaint) {
        while (true) {
            String answer = answers.isPresent()
                    ? answers.get().getOrDefault(name, proposed.orElse(""))
                    : typed(text
                                    + proposed.map(value -> " [" + Terminal.cleanLine(value) + "]")
                                            .orElse(""))
                            .filter(line -> !line.isEmpty())
                            .orElse(proposed.orElse(""));
            Optional<String> wrong = complaint.apply(answer);
            if (wrong.isEmpty()) {
                return answer;
            }
            if (answers.isPresent()) {
                throw new CommandFailed("The answer " + name + ": " + wrong.get() + " " + standing());
            }
            out.println("  " + Terminal.clean(wrong.get()));
        }
    }

    /** One of a few words. */
    String choose(String name, String text, String proposed, List<String> choices) {
        return ask(
                        name,
                        text + " (" + String.join(", ", choices) + ")",
                        Optional.of(proposed),
                        answer -> choices.contains(answer.toLowerCase(Locale.ROOT))
                                ? Optional.empty()
                                : Optional.of(
                                        "It is one of " + String.join(", ", choices) + ", not \"" + answer + "\"."))
                .toLowerCase(Locale.ROOT);
    }

    /** Yes or no; yes is proposed. */
    boolean confirm(String name, String text) {
        return choose(name, text, "yes", List.of("yes", "no")).equals("yes");
    }

    /** A secret: typed unseen, or the text of the file that {@code name} answers; empty: the kept one stays. */
    Optional<String> secret(String name, String text, boolean kept) {
        if (answers.isPresent()) {
            String file = answers.get().getOrDefault(name, "");
            if (file.isEmpty()) {
                return Optional.empty();
            }
            try {
                return Optional.of(SecretText.of(Files.readAllBytes(Path.of(file))));
            } catch (IOException e) {
                throw new CommandFailed("The answer " + name + ": the file " + file
                        + " cannot be read: it must exist and be readable by you. " + standing());
            }
        }
        String prompt = text + (kept ? " [the one that is kept]" : "") + ": ";
        Console console = System.console();
        if (console == null) {
            throw new CommandFailed(
                    "A password is asked for, and there is no console to type it at unseen. Use --answers.");
        }
        char[] typed = console.readPassword("%s", prompt);
        if (typed == null) {
            throw ended();
        }
        return Optional.of(new String(typed)).filter(value -> !value.isEmpty());
    }

    private Optional<String> typed(String text) {
        out.print(text + ": ");
        out.flush();
        try {
            String line = in.readLine();
            if (line == null) {
                out.println();
                throw ended();
            }
            return Optional.of(line.strip());
        } catch (IOException e) {
            throw ended();
        }
    }

    private CommandFailed ended() {
        return new CommandFailed("The set-up was ended. " + standing());
    }
}
