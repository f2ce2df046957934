package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;
import java.util.List;
import java.util.Set;

/** Whether each bank account is either the firm's own or for client money, in exactly these words. */
final class KindsCheck extends MappingCheck {
    private static final Set<String> KINDS = Set.of("OPERATING", "TRUST");

    private final MappingDatabase database;

    KindsCheck(MappingDatabase database) {
        super("bank-account-kinds", MappedView.BANK_ACCOUNT.viewName());
        this.database = database;
    }

    @Override
    Finding examine() {
        List<String> found = database.values(MappedView.BANK_ACCOUNT, "Kind");
        List<String> wrong =
                found.stream().filter(kind -> !KINDS.contains(kind)).sorted().toList();
        return wrong.isEmpty()
                ? Finding.pass(
                        found.isEmpty()
                                ? "there are none"
                                : String.join(", ", found.stream().sorted().toList()))
                : Finding.fail(
                        "there are accounts of kind " + String.join(", ", wrong),
                        "Have MapBankAccount say OPERATING or TRUST, in upper case. An account whose kind is not known is to be"
                                + " left out: never guess that it is the firm's own.");
    }
}
