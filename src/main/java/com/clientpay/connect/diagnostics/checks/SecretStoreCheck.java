package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretVault;
import java.util.ArrayList;
import java.util.List;

/** Whether every secret that is kept can be opened, also those that nothing refers to yet. */
record SecretStoreCheck(SecretVault vault) implements Check {
    static final String NAME = "secret-store";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        List<String> names;
        try {
            names = vault.names();
        } catch (SecretException e) {
            return Finding.fail(
                    e.getMessage(), "Give the user that the connector runs as the right to read it, and no other.");
        }
        List<String> closed = new ArrayList<>();
        for (String name : names) {
            try {
                vault.find(name);
            } catch (SecretException e) {
                closed.add(e.getMessage());
            }
        }
        if (!closed.isEmpty()) {
            return Finding.warn(
                    closed.size() + " of " + names.size() + " cannot be opened\n" + String.join("\n", closed),
                    "Set each again, or forget it: connect secret remove NAME.");
        }
        return Finding.pass(
                names.isEmpty()
                        ? "none is kept in " + vault.description()
                        : names.size() + " can be opened in " + vault.description());
    }
}
