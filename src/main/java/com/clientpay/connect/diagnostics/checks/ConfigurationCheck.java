package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConfigMistake;
import java.util.List;
import java.util.stream.Collectors;

/** Whether connect.toml and the environment can be used, secrets apart. */
record ConfigurationCheck(ConfigAttempt attempt) implements Check {
    static final String NAME = "configuration";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        List<ConfigMistake> mistakes =
                attempt.mistakes().stream().filter(m -> !m.ofSecret()).toList();
        if (!mistakes.isEmpty()) {
            return Finding.fail(
                    listed(mistakes), "Correct what is listed here; \"connect config show\" prints what holds.");
        }
        if (attempt.loaded().isEmpty()) {
            return Finding.pass("without mistakes, secrets apart");
        }
        List<String> warnings = attempt.loaded().get().warnings();
        String file = attempt.loaded().get().file().toString();
        return warnings.isEmpty() ? Finding.pass(file) : Finding.warn(file, String.join(" ", warnings));
    }

    /** A headline, then a line for each mistake. */
    static String listed(List<ConfigMistake> mistakes) {
        return (mistakes.size() == 1 ? "1 mistake" : mistakes.size() + " mistakes") + "\n"
                + mistakes.stream().map(ConfigMistake::toString).collect(Collectors.joining("\n"));
    }
}
