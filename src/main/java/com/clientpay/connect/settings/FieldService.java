package com.clientpay.connect.settings;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Transaction;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** The Connect fields: which there are is the system's, their order and where they are shown is the firm's. */
public final class FieldService {
    private record Result(String outcome, FieldList list) {}

    private final Database database;
    private final Clock clock;

    public FieldService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Every field in the firm's order; one short call of the database. */
    public FieldList list() {
        return database.transaction(transaction -> {
            transaction.rollBack();
            return read(transaction);
        });
    }

    /**
     * Sets order and display of all fields, and answers what is stored then; leaves no trace when everything is as wanted
     * already. Two savers without an expected version are served one after the other.
     *
     * @param wanted every field of the system exactly once
     * @param expectedVersion the version that the change was made from; empty: whichever is stored
     * @throws ProblemException 412 when the stored version is another
     */
    public FieldList put(List<FieldDisplay> wanted, Optional<Long> expectedVersion, String actor) {
        Result result = attempt(wanted, expectedVersion, actor);
        while (result.outcome().equals("CHANGED_MEANWHILE") && expectedVersion.isEmpty()) {
            result = attempt(wanted, expectedVersion, actor);
        }
        switch (result.outcome()) {
            case "DONE" ->
                AuditLog.write(
                        actor,
                        "fields-changed",
                        "fields",
                        "version " + result.list().version());
            case "UNCHANGED" -> {}
            case "CHANGED_MEANWHILE" -> throw Problem.changedMeanwhile().asException();
            default -> throw new IllegalStateException("The database answered " + result.outcome() + ".");
        }
        return result.list();
    }

    /** The audit trail says from what to what: so the version that was read must be the one that is replaced. */
    private Result attempt(List<FieldDisplay> wanted, Optional<Long> expectedVersion, String actor) {
        return database.transaction(transaction -> {
            FieldList stored = read(transaction);
            if (expectedVersion.isPresent() && expectedVersion.get() != stored.version()) {
                return new Result("CHANGED_MEANWHILE", stored);
            }
            if (stored.displays().equals(wanted)) {
                return new Result("UNCHANGED", stored);
            }
            String outcome = transaction.one(
                    Contract.BEGIN_FIELDS,
                    row -> row.text("Outcome"),
                    stored.version(),
                    FieldChange.detail(stored.displays(), wanted),
                    actor,
                    clock.instant());
            if (!outcome.equals("DONE")) {
                return new Result(outcome, stored);
            }
            transaction.batch(Contract.PUT_FIELD, arguments(wanted));
            return new Result(outcome, read(transaction));
        });
    }

    private static List<Object[]> arguments(List<FieldDisplay> wanted) {
        List<Object[]> calls = new ArrayList<>();
        for (FieldDisplay field : wanted) {
            calls.add(new Object[] {
                field.name(),
                calls.size() + 1,
                field.shownOn().contains(Place.CONNECT),
                field.shownOn().contains(Place.PAYMENT_PAGES),
                field.shownOn().contains(Place.PAYMENT_MANAGER),
                field.shownOn().contains(Place.RECEIPTS)
            });
        }
        return calls;
    }

    private static FieldList read(Transaction transaction) {
        List<ConnectField> fields = new ArrayList<>();
        AtomicLong version = new AtomicLong();
        transaction.list(Contract.LIST_FIELDS, row -> {
            version.set(row.number("Version"));
            return fields.add(ConnectField.read(row, fields.size() + 1));
        });
        return new FieldList(List.copyOf(fields), version.get());
    }
}
