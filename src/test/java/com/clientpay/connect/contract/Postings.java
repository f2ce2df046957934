package com.clientpay.connect.contract;

import static com.clientpay.connect.contract.Payment.TODAY;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.Procedure;
import com.clientpay.connect.database.ProcedureException;
import com.clientpay.connect.database.Row;
import com.clientpay.connect.database.Transaction;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Calls the procedures in the order in which the connector does: record and commit; post and commit; when the books
 * refuse, roll back, and record the refusal.
 */
public final class Postings {
    public static final Instant NOW = Instant.parse("2026-11-02T15:00:00Z");
    static final String ACTOR = "key:portal";

    /** What recording answers. */
    public record Submission(String outcome, String postingId, Optional<String> due) {
        static Submission read(Row row) {
            return new Submission(row.text("Outcome"), row.text("PostingId"), row.optionalText("Due"));
        }
    }

    /** What a move answers. */
    public record Move(
            String outcome,
            Optional<String> status,
            Optional<String> code,
            Optional<String> detail,
            Optional<Long> allocation) {
        static Move read(Row row) {
            return new Move(
                    row.text("Outcome"),
                    row.optionalText("Status"),
                    row.optionalText("Code"),
                    row.optionalText("Detail"),
                    row.optionalNumber("Allocation"));
        }
    }

    private final Database database;

    public Postings(Database database) {
        this.database = database;
    }

    /** Records, and does what is due: the whole way of a POST /v1/postings. */
    public Recorded submit(Payment payment) {
        Submission submission = record(payment);
        submission.due().ifPresent(due -> {
            if (due.equals("POST")) {
                post(submission.postingId());
            } else {
                resolve(submission.postingId());
            }
        });
        return get(submission.postingId());
    }

    /** The first transaction alone. */
    public Submission record(Payment payment) {
        return record(payment, NOW);
    }

    Submission record(Payment payment, Instant now) {
        return database.transaction(transaction -> record(transaction, payment, now));
    }

    /** A payment with a value that cannot be used: INCOMPLETE with its record, in one transaction. */
    Recorded recordUnusable(Payment payment, String code, String detail) {
        return get(database.transaction(transaction -> {
            String id = record(transaction, payment, NOW).postingId();
            transaction.one(Contract.REFUSE_POSTING, Move::read, id, code, detail, Optional.empty(), ACTOR, NOW);
            return id;
        }));
    }

    /** What a payment would be, rolled back. */
    Recorded check(Payment payment) {
        return database.transaction(transaction -> {
            transaction.rollBack();
            String id = record(transaction, payment, NOW).postingId();
            transaction.one(Contract.RESOLVE_POSTING, Move::read, id, TODAY, ACTOR, NOW);
            Recorded.Reader reader = new Recorded.Reader();
            transaction.list(Contract.GET_POSTING, reader::read, id);
            return reader.postings().get(0);
        });
    }

    /**
     * The whole way of a payment and back, rolled back, on each of the connector's sessions: some servers parse a procedure
     * for seconds when a session calls it first, and callers who meet then wait for that instead of for each other.
     */
    public void rehearse(int sessions, Payment payment) {
        database.transaction(transaction -> {
            transaction.rollBack();
            if (sessions > 1) {
                rehearse(sessions - 1, payment);
            }
            String id = record(transaction, payment, NOW).postingId();
            Optional<Long> any = Optional.empty();
            transaction.one(Contract.POST_POSTING, Move::read, id, any, Optional.empty(), TODAY, ACTOR, NOW);
            transaction.one(Contract.REVERSE_POSTING, Move::read, id, any, "REFUND", TODAY, "Note", false, ACTOR, NOW);
            Recorded.Reader reader = new Recorded.Reader();
            return transaction.list(Contract.GET_POSTING, reader::read, id);
        });
    }

    private static Submission record(Transaction transaction, Payment payment, Instant now) {
        String id = "po-" + UUID.randomUUID();
        Submission submission = transaction.one(
                Contract.SUBMIT_POSTING,
                Submission::read,
                id,
                payment.key(),
                payment.bodyHash(),
                1,
                payment.paymentId(),
                payment.merchantAccountId(),
                payment.amount(),
                payment.currency(),
                payment.date(),
                "Payer of " + payment.paymentId(),
                "payer@example.com",
                "CARD",
                "Reference of " + payment.paymentId(),
                null,
                payment.ledgerCode(),
                payment.transactionType(),
                payment.bankAccountId(),
                "{\"MATTER_NUMBER\":\"10023-0001\"}",
                ACTOR,
                now);
        if (submission.outcome().equals("CREATED")) {
            add(transaction, id, payment.parts());
        }
        return submission;
    }

    private static void add(Transaction transaction, String id, List<Payment.Part> parts) {
        List<Object[]> calls = new ArrayList<>();
        for (Payment.Part part : parts) {
            calls.add(new Object[] {
                id,
                calls.size(),
                part.invoiceId(),
                part.invoiceNumber(),
                part.trustLedgerId(),
                part.matterId(),
                part.amount()
            });
        }
        transaction.batch(Contract.ADD_ALLOCATION, calls);
    }

    public Move resolve(String id) {
        return move(Contract.RESOLVE_POSTING, id, TODAY, ACTOR, NOW);
    }

    public Move post(String id) {
        return post(id, Optional.empty(), Optional.empty());
    }

    public Move post(String id, Optional<Long> version, Optional<LocalDate> bookDate) {
        Move answer;
        try {
            answer = move(Contract.POST_POSTING, id, version, bookDate, TODAY, ACTOR, NOW);
        } catch (ProcedureException e) {
            refuse(id, "books-refused", "The books refuse with error " + e.number() + ".", Optional.empty());
            throw e;
        }
        if (answer.outcome().equals("REFUSED")) {
            refuse(id, answer.code().orElseThrow(), answer.detail().orElseThrow(), answer.allocation());
        }
        return answer;
    }

    Move refuse(String id, String code, String detail, Optional<Long> allocation) {
        return move(Contract.REFUSE_POSTING, id, code, detail, allocation, ACTOR, NOW);
    }

    /** New allocations, those of the payment given. */
    public Move reallocate(String id, Optional<Long> version, Payment payment) {
        return database.transaction(transaction -> {
            Move answer = transaction.one(Contract.REALLOCATE_POSTING, Move::read, id, version, "key:clerk", NOW);
            if (answer.outcome().equals("DONE")) {
                add(transaction, id, payment.parts());
                transaction.one(Contract.RESOLVE_POSTING, Move::read, id, TODAY, "key:clerk", NOW);
            }
            return answer;
        });
    }

    public Move remove(String id, Optional<Long> version) {
        return move(Contract.REMOVE_POSTING, id, version, "Entered by hand", "key:clerk", NOW);
    }

    public Move reverse(String id, Optional<Long> version, String reason) {
        return move(Contract.REVERSE_POSTING, id, version, reason, TODAY, "Note", false, "key:clerk", NOW);
    }

    Move reverseOutside(String id) {
        return move(Contract.REVERSE_POSTING, id, Optional.empty(), "REFUND", TODAY, null, true, "key:clerk", NOW);
    }

    Move reverseOn(String id, LocalDate bookDate) {
        return move(Contract.REVERSE_POSTING, id, Optional.empty(), "REFUND", bookDate, null, false, "key:clerk", NOW);
    }

    public Move reopen(String id, Optional<Long> version) {
        return database.transaction(transaction -> {
            Move answer =
                    transaction.one(Contract.REOPEN_POSTING, Move::read, id, version, "Once more", "key:clerk", NOW);
            if (answer.outcome().equals("DONE")) {
                transaction.one(Contract.RESOLVE_POSTING, Move::read, id, TODAY, "key:clerk", NOW);
            }
            return answer;
        });
    }

    public Recorded get(String id) {
        Recorded.Reader reader = new Recorded.Reader();
        database.list(Contract.GET_POSTING, reader::read, id);
        if (reader.postings().size() != 1) {
            throw new AssertionError("There are " + reader.postings().size() + " postings " + id);
        }
        return reader.postings().get(0);
    }

    /** Rolls back whatever is refused. */
    private Move move(Procedure procedure, Object... arguments) {
        return database.transaction(transaction -> {
            Move answer = transaction.one(procedure, Move::read, arguments);
            if (answer.outcome().equals("REFUSED")) {
                transaction.rollBack();
            }
            return answer;
        });
    }
}
