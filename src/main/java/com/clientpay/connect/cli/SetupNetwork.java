package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConfigException;
import com.clientpay.connect.config.ConfigMistake;
import com.clientpay.connect.config.LoadedConfig;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.diagnostics.checks.Finding;
import com.clientpay.connect.platform.Firewall;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The set-up's step of the network: where to listen, and for whom. */
final class SetupNetwork {
    private final PrintWriter out;
    private final SetupQuestions questions;
    private final SetupDraft draft;

    SetupNetwork(PrintWriter out, SetupQuestions questions, SetupDraft draft) {
        this.out = out;
        this.questions = questions;
        this.draft = draft;
    }

    /** Answers the whole configuration, which has no mistakes then. */
    LoadedConfig ask(boolean certificate) {
        setting(
                "server.host",
                "Listen on (0.0.0.0: every address of this machine)",
                certificate ? "0.0.0.0" : "127.0.0.1");
        questions.ask(
                "server.port",
                "Port (the cloud calls 443, 444, 8080 and 32321)",
                draft.present("server.port").or(() -> Optional.of("32321")),
                answer -> {
                    if (!answer.matches("[0-9]{1,5}")) {
                        return Optional.of("A port is a number of 1 to 65535.");
                    }
                    draft.set("server.port", Integer.valueOf(answer));
                    return draft.complaint("server.port").or(this::taken);
                });
        questions.ask(
                "server.allowed_addresses",
                "Addresses that may call, with commas: those of the ClientPay cloud (empty: everybody with a key)",
                draft.present("server.allowed_addresses"),
                answer -> {
                    List<String> addresses = split(answer);
                    if (addresses.isEmpty()) {
                        draft.clear("server.allowed_addresses");
                    } else {
                        draft.set("server.allowed_addresses", addresses);
                    }
                    return draft.complaint("server.allowed_addresses");
                });
        try {
            return draft.load();
        } catch (ConfigException e) {
            throw new CommandFailed("The configuration would have mistakes:\n"
                    + e.mistakes().stream().map(ConfigMistake::message).collect(Collectors.joining("\n"))
                    + "\nCorrect in " + draft.file() + " what was not asked for, and repeat the set-up. Nothing was"
                    + " changed.");
        }
    }

    /** After the configuration was written. */
    void openFirewall(LoadedConfig loaded, Optional<Firewall> firewall) {
        List<String> addresses = loaded.config().server().allowedAddresses();
        int port = loaded.config().server().port();
        if (firewall.isEmpty()) {
            out.println("Skipped: the firewall is set up here on Windows only. Let the cloud's addresses reach port "
                    + port + ".");
            return;
        }
        if (addresses.isEmpty()) {
            out.println("Skipped: a rule is made for named addresses only, and none was given. Give the cloud's as"
                    + " server.allowed_addresses, and run the set-up again.");
            return;
        }
        String command = firewall.get().command(port, addresses);
        if (!questions.confirm("firewall", "Let them through this machine's firewall: " + command)) {
            out.println("The firewall stays as it is.");
            return;
        }
        try {
            firewall.get().allow(port, addresses);
            out.println("The firewall lets " + String.join(", ", addresses) + " reach port " + port + ".");
        } catch (IllegalStateException e) {
            out.println("Not done: " + e.getMessage() + " Run this as administrator: " + command);
        }
    }

    private Optional<String> taken() {
        try {
            Finding finding = Checks.ports(draft.load().config().server());
            return finding.status() == Status.FAIL
                    ? Optional.of(Sentence.of(finding.seen()) + ". "
                            + finding.action().orElse(""))
                    : Optional.empty();
        } catch (ConfigException e) {
            return Optional.empty(); // said at the end of the step
        }
    }

    private void setting(String name, String text, String proposed) {
        questions.ask(name, text, draft.present(name).or(() -> Optional.of(proposed)), answer -> {
            draft.set(name, answer);
            return draft.complaint(name);
        });
    }

    private static List<String> split(String answer) {
        return Stream.of(answer.split(","))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
    }
}
