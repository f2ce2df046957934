package com.clientpay.connect.diagnostics.checks;

import java.util.List;

/** Stands for a check that cannot even be made without a configuration. */
record SkippedCheck(String name) implements Check {
    @Override
    public List<String> needs() {
        return List.of(ConfigurationCheck.NAME, SecretsCheck.NAME);
    }

    @Override
    public Finding look() {
        return Finding.skip("needs " + ConfigurationCheck.NAME);
    }
}
