package com.clientpay.connect.settings;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.database.Transaction;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** Which merchant accounts are mapped, and how. The books' rules about a mapping live in the procedures. */
public final class MerchantAccountService {

    /**
     * What a save left behind.
     *
     * @param created whether the merchant account was not mapped before
     */
    public record Saved(MerchantAccount account, boolean created) {}

    private record Verdict(String outcome, Optional<String> field, Optional<String> detail) {
        static Verdict read(Row row) {
            return new Verdict(row.text("Outcome"), row.optionalText("Field"), row.optionalText("Detail"));
        }

        FieldError error() {
            return new FieldError("/" + field.orElse(""), detail.orElse("is refused by the firm's books"));
        }
    }

    private record SaveResult(List<Verdict> verdicts, Optional<MerchantAccount> account) {
        String outcome() {
            return verdicts.isEmpty() ? "" : verdicts.get(0).outcome();
        }

        boolean isCreated() {
            return outcome().equals("CREATED");
        }
    }

    private final Database database;
    private final Clock clock;

    public MerchantAccountService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** All of them, by id. */
    public List<MerchantAccount> list() {
        return database.list(Contract.LIST_MERCHANT_ACCOUNTS, MerchantAccount::read);
    }

    public Optional<MerchantAccount> find(String id) {
        return list().stream().filter(account -> account.id().equals(id)).findFirst();
    }

    /**
     * Maps the merchant account, or maps it anew; leaves no trace when everything is as wanted already.
     *
     * @param wanted its version is not looked at
     * @param expectedVersion the version that the change was made from; empty: whichever is stored
     * @param onlyMapped whether one that is not mapped yet is refused as another version is
     * @throws ProblemException 422 naming everything that the books refuse; 412 when the version is another; 409
     *     {@code postings-waiting} when the kind would change under postings that are not finished
     */
    public Saved put(MerchantAccount wanted, Optional<Long> expectedVersion, boolean onlyMapped, String actor) {
        SaveResult saved = database.transaction(transaction -> {
            SaveResult result = save(transaction, wanted, expectedVersion, actor);
            if (result.isCreated() && onlyMapped) {
                transaction.rollBack();
            }
            return result;
        });
        boolean created = saved.isCreated();
        if (created && onlyMapped) {
            throw Problem.changedMeanwhile().asException();
        }
        switch (saved.outcome()) {
            case "CREATED" -> log(actor, "merchant-account-created", wanted);
            case "DONE" -> log(actor, "merchant-account-changed", wanted);
            case "UNCHANGED" -> {}
            case "REFUSED" ->
                throw Problem.invalid(
                                saved.verdicts().stream().map(Verdict::error).toList())
                        .asException();
            default -> throw refusal(saved.verdicts(), "change its kind");
        }
        return new Saved(saved.account().orElseThrow(), created);
    }

    private SaveResult save(
            Transaction transaction, MerchantAccount wanted, Optional<Long> expectedVersion, String actor) {
        List<Verdict> verdicts = transaction.list(
                Contract.PUT_MERCHANT_ACCOUNT,
                Verdict::read,
                wanted.id(),
                wanted.name(),
                wanted.kind(),
                wanted.ledgerCode(),
                wanted.transactionType(),
                wanted.bankAccountId(),
                expectedVersion,
                actor,
                clock.instant());
        Optional<MerchantAccount> account =
                transaction.list(Contract.LIST_MERCHANT_ACCOUNTS, MerchantAccount::read).stream()
                        .filter(a -> a.id().equals(wanted.id()))
                        .findFirst();
        return new SaveResult(verdicts, account);
    }

    /**
     * Takes the mapping away.
     *
     * @throws ProblemException 404; 412 when the version is another; 409 {@code postings-waiting} when postings that are
     *     not finished need it
     */
    public void delete(String id, Optional<Long> expectedVersion, String actor) {
        Verdict verdict = database.transaction(transaction -> transaction.one(
                Contract.DELETE_MERCHANT_ACCOUNT, Verdict::read, id, expectedVersion, actor, clock.instant()));
        switch (verdict.outcome()) {
            case "DONE" -> AuditLog.write(actor, "merchant-account-deleted", id, "");
            case "NOT_FOUND" -> throw Problem.notFound("merchant account", id).asException();
            default -> throw refusal(List.of(verdict), "delete it");
        }
    }

    private static RuntimeException refusal(List<Verdict> verdicts, String wish) {
        String outcome = verdicts.isEmpty() ? "nothing" : verdicts.get(0).outcome();
        return switch (outcome) {
            case "CHANGED_MEANWHILE" -> Problem.changedMeanwhile().asException();
            case "POSTINGS_WAITING" ->
                Problem.of(
                                409,
                                "postings-waiting",
                                "Postings are waiting",
                                verdicts.get(0).detail().orElse("Postings are not finished.")
                                        + " Post, remove or finish them, then "
                                        + wish + ".")
                        .asException();
            default -> new IllegalStateException("The database answered " + outcome + ".");
        };
    }

    private static void log(String actor, String what, MerchantAccount account) {
        AuditLog.write(actor, what, account.id(), account.kind() + " bank account " + account.bankAccountId());
    }
}
