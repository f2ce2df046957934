package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigMistake;
import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.DatabaseUrl;
import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseUnreachableException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;

/** The set-up's step of the firm's database: where it is, how to log in, and whether that works. */
final class SetupDatabase {
    private static final String SECRET = "database";
    private static final List<String> OF_SERVER = List.of(
            "database.server",
            "database.port",
            "database.instance",
            "database.name",
            "database.authentication",
            "database.trusted_certificates");

    private final PrintWriter out;
    private final SetupQuestions questions;
    private final SetupDraft draft;

    SetupDatabase(PrintWriter out, SetupQuestions questions, SetupDraft draft) {
        this.out = out;
        this.questions = questions;
        this.draft = draft;
    }

    /**
     * Asks until a connection can be made.
     *
     * @return whether it was; false when the configuration has other mistakes, so that it cannot be tried yet
     * @throws CommandFailed when answers come from a file and one is wrong
     */
    boolean ask() {
        boolean again = false;
        while (true) {
            if (usesUrl()) {
                url();
            } else {
                server(again);
            }
            Optional<String> failure;
            try {
                failure = failure(draft.load().config().database());
            } catch (ConfigException e) {
                failure = ofDatabase(e);
                if (failure.isEmpty()) {
                    return false;
                }
            }
            if (failure.isEmpty()) {
                return true;
            }
            if (questions.isDriven()) {
                throw new CommandFailed(failure.get() + "\nNothing was changed.");
            }
            out.println();
            out.println(Terminal.clean(failure.get()));
            out.println("The answers are asked for once more; what you gave stands in brackets.");
            out.println();
            again = true;
        }
    }

    /** Whether it can be connected to with what was answered; says what answered. */
    Optional<String> failure(DatabaseSettings settings) {
        out.println("Connecting ...");
        out.flush();
        try (DatabaseProbe probe = DatabaseProbe.open(settings)) {
            out.println("Connected: " + Terminal.cleanLine(probe.product()) + ".");
            return Optional.empty();
        } catch (DatabaseUnreachableException e) {
            return Optional.of(e.getMessage() + "\n" + e.action());
        }
    }

    private boolean usesUrl() {
        return questions.isGiven("database.url")
                || (draft.present("database.url").isPresent() && !questions.isGiven("database.server"));
    }

    private void url() {
        String url = questions.ask(
                "database.url", "JDBC URL", draft.present("database.url").map(DatabaseUrl::masked), answer -> {
                    // What is shown of it has stars for secrets; the same answer keeps it as it is.
                    if (!draft.present("database.url").map(DatabaseUrl::masked).equals(Optional.of(answer))) {
                        draft.set("database.url", answer);
                        OF_SERVER.forEach(draft::clear);
                    }
                    return draft.complaint("database.url");
                });
        if (url.startsWith("jdbc:sqlserver:")) {
            login("database.user", true);
        } else if (questions.isGiven("database.user")) {
            login("database.user", false);
        }
    }

    private void server(boolean again) {
        draft.clear("database.url");
        setting("database.server", "SQL Server (name or address)", Optional.empty());
        String port = questions.ask(
                "database.port",
                "Port, or the name of an instance",
                draft.present("database.port")
                        .or(() -> draft.present("database.instance"))
                        .or(() -> Optional.of("1433")),
                answer -> {
                    boolean number = answer.matches("[0-9]{1,9}");
                    draft.clear(number ? "database.instance" : "database.port");
                    String setting = number ? "database.port" : "database.instance";
                    draft.set(setting, number ? (Object) Integer.valueOf(answer) : answer);
                    return draft.complaint(setting);
                });
        setting("database.name", "Database", Optional.empty());
        String authentication = questions.choose(
                "database.authentication",
                "Log in with a user of SQL Server, or as the Windows account of the service",
                draft.present("database.authentication").orElse("sql"),
                List.of("sql", "windows"));
        draft.set("database.authentication", authentication);
        if (authentication.equals("windows")) {
            draft.clear("database.user");
            draft.clear("database.password");
            out.println("It is tried as you now; the service logs in as its own account, which needs the same rights.");
        } else {
            login("database.user", true);
        }
        if (again || questions.isGiven("database.trusted_certificates") || port.isEmpty()) {
            String file = questions.ask(
                    "database.trusted_certificates",
                    "File with the server's certificate or its authority's, if this machine does not trust it (else empty)",
                    draft.present("database.trusted_certificates"),
                    answer -> Optional.empty());
            if (!file.isEmpty()) {
                draft.set("database.trusted_certificates", file);
            }
        }
    }

    private void login(String setting, boolean required) {
        String user = questions.ask(setting, "Login", draft.present(setting), answer -> {
            if (answer.isEmpty()) {
                return required ? Optional.of("A login is needed.") : Optional.empty();
            }
            draft.set(setting, answer);
            return draft.complaint(setting);
        });
        if (user.isEmpty()) {
            return;
        }
        boolean kept =
                draft.hasSecret(SECRET) || draft.present("database.password").isPresent();
        questions
                .secret("database.password_file", "Its password", kept)
                .ifPresentOrElse(
                        password -> {
                            draft.keepSecret(SECRET, password);
                            draft.set("database.password", "secret:" + SECRET);
                        },
                        () -> {
                            if (draft.present("database.password").isEmpty() && draft.hasSecret(SECRET)) {
                                draft.set("database.password", "secret:" + SECRET);
                            }
                        });
    }

    private void setting(String name, String text, Optional<String> proposed) {
        questions.ask(name, text, draft.present(name).or(() -> proposed), answer -> {
            if (answer.isEmpty()) {
                return Optional.of(name + " is needed.");
            }
            draft.set(name, answer);
            return draft.complaint(name);
        });
    }

    /** What of the mistakes is about the database; the others may be put right by later steps. */
    private static Optional<String> ofDatabase(ConfigException mistakes) {
        return mistakes.mistakes().stream()
                .map(ConfigMistake::message)
                .filter(message -> message.startsWith("database."))
                .reduce((one, other) -> one + "\n" + other);
    }
}
