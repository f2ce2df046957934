package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckRunner;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Whether a system's pack shows the firm's books as the connector needs them: what {@code connect scripts check} runs. */
public final class MappingChecks {
    private static final Duration EACH = Duration.ofMinutes(5);
    private static final Duration ALL = Duration.ofMinutes(30);

    private MappingChecks() {}

    /** Only reads; takes as long as reading the firm's tables a few times does. */
    public static CheckReport run(MappingDatabase database) {
        return new CheckRunner(EACH, ALL).run(checks(database));
    }

    static List<Check> checks(MappingDatabase database) {
        List<Check> checks = new ArrayList<>();
        checks.add(new PackCheck(database));
        for (MappedView view : MappedView.values()) {
            checks.add(new ViewCheck(view, database, rowsDue(view, database)));
        }
        for (MappedView view : MappedView.values()) {
            view.key().ifPresent(key -> checks.add(new UniqueCheck(view, database)));
        }
        checks.add(new KindsCheck(database));
        checks.add(new ReferenceCheck("invoice-matters", MappedView.INVOICE, "MatterId", MappedView.MATTER, database));
        checks.add(new ReferenceCheck(
                "trust-ledger-matters", MappedView.TRUST_LEDGER, "MatterId", MappedView.MATTER, database));
        checks.add(new ReferenceCheck(
                "trust-ledger-accounts", MappedView.TRUST_LEDGER, "BankAccountId", MappedView.BANK_ACCOUNT, database));
        checks.add(new TrustAccountsCheck(database));
        checks.add(new IdsCheck(database));
        checks.add(new FieldsCheck(database));
        checks.add(new IndexCheck(database));
        checks.add(new HooksCheck(database));
        checks.add(new QuestionsCheck(database));
        return checks;
    }

    private static BooleanSupplier rowsDue(MappedView view, MappingDatabase database) {
        return switch (view) {
            case BANK_ACCOUNT, MATTER, FIELD -> () -> true;
            case LEDGER_CODE -> () -> database.installationSays("HasLedgerCodes");
            case TRANSACTION_TYPE -> () -> database.installationSays("HasTransactionTypes");
            default -> () -> false;
        };
    }
}
