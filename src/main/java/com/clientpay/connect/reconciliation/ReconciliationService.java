package com.clientpay.connect.reconciliation;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.LocalDate;
import java.util.List;

/** Reads both ledgers of a book date. What was reversed outside of the connector is in neither. */
public final class ReconciliationService {
    private final Database database;

    public ReconciliationService(Database database) {
        this.database = database;
    }

    public Reconciliation of(LocalDate date) {
        return database.transaction(transaction -> {
            transaction.rollBack();
            List<ReconciledAccount> accounts = transaction.list(Contract.RECONCILE, ReconciledAccount::read, date);
            List<Difference> differences = transaction.list(Contract.RECONCILE_DIFFERENCES, Difference::read, date);
            return new Reconciliation(date, differences.isEmpty(), accounts, differences);
        });
    }
}
