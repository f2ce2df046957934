package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConfigMistake;
import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.Secret;
import java.util.List;
import java.util.stream.Stream;

/** Whether every reference to a secret leads to one. */
record SecretsCheck(ConfigAttempt attempt) implements Check {
    static final String NAME = "secrets";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        List<ConfigMistake> mistakes =
                attempt.mistakes().stream().filter(ConfigMistake::ofSecret).toList();
        if (!mistakes.isEmpty()) {
            return Finding.fail(
                    ConfigurationCheck.listed(mistakes),
                    "Put each secret where its reference says (connect secret set NAME for secret:NAME), or correct the"
                            + " reference. A running connector takes it at its next start.");
        }
        if (attempt.loaded().isEmpty()) {
            return Finding.skip("needs " + ConfigurationCheck.NAME);
        }
        ConnectConfig config = attempt.loaded().get().config();
        List<String> references = Stream.concat(
                        config.tls().keystorePassword().stream(), config.database().password().stream())
                .map(Secret::reference)
                .toList();
        return Finding.pass(references.isEmpty() ? "none is needed" : "found " + String.join(", ", references));
    }
}
