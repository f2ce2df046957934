package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.demo.procedures.PostingRow.Due;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/**
 * {@code clientpay.SubmitPosting}: records a payment, or says that it is recorded already. Of callers at the same moment
 * the unique keys let one through; the others end in error 23505, and find the first one's posting when they run again.
 */
public final class SubmitPosting {
    private SubmitPosting() {}

    public static ResultSet call(
            Connection connection,
            String postingId,
            String idempotencyKey,
            String bodyHash,
            Long bodyVersion,
            String paymentId,
            String merchantAccountId,
            BigDecimal amount,
            String currency,
            LocalDate paymentDate,
            String payerName,
            String payerEmail,
            String method,
            String reference,
            String arMessage,
            String ledgerCode,
            String transactionType,
            String bankAccountId,
            String fields,
            String actor,
            LocalDateTime now)
            throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.SUBMIT_POSTING);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Rows.requireTransaction(connection);
        Settings settings = Settings.read(connection);
        String due = settings.automaticPosting() ? Due.POST : Due.RESOLVE;
        Recorded body =
                new Recorded(postingId, bodyHash, bodyVersion, paymentId, merchantAccountId, amount, paymentDate, due);

        Optional<Recorded> byKey = Recorded.byKey(connection, idempotencyKey);
        if (byKey.isPresent()) {
            return answer(rows, byKey.get().isOf(body) ? "REPLAYED" : "KEY_REUSED", byKey.get());
        }
        Optional<Recorded> byPayment = Recorded.byPaymentOfAnotherKey(connection, paymentId, idempotencyKey);
        if (byPayment.isPresent()) {
            return answer(rows, "PAYMENT_RECORDED", byPayment.get());
        }

        // Until it is recorded, nobody changes the account's kind or takes the account away.
        AccountLock.share(connection, postingId);
        Optional<MerchantAccountRow> account = MerchantAccountRow.find(connection, merchantAccountId);
        Sql.update(
                connection,
                "INSERT INTO clientpay_internal.Posting (PostingId, IdempotencyKey, BodyHash, BodyVersion, PaymentId,"
                        + " MerchantAccountId, Kind, Amount, Currency, PaymentDate, PayerName, PayerEmail, Method,"
                        + " Reference, ArMessage, LedgerCode, TransactionType, BankAccountId, Fields, Status,"
                        + " StatusSince, Attempt, Version, Due, CreatedAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?,"
                        + " ?, ?, ?, ?, ?, ?, ?, 'PENDING', ?, 1, 1, ?, ?)",
                postingId,
                idempotencyKey,
                bodyHash,
                bodyVersion,
                paymentId,
                merchantAccountId,
                account.map(MerchantAccountRow::kind).orElse(null),
                amount,
                sentOr(currency, settings.currency()),
                paymentDate,
                payerName,
                payerEmail,
                method,
                reference,
                sentOr(arMessage, settings.defaultArMessage()),
                sentOr(ledgerCode, account.map(MerchantAccountRow::ledgerCode).orElse(null)),
                sentOr(
                        transactionType,
                        account.map(MerchantAccountRow::transactionType).orElse(null)),
                sentOr(
                        bankAccountId,
                        account.map(MerchantAccountRow::bankAccountId).orElse(null)),
                fields,
                now,
                due,
                now);
        Events.add(connection, postingId, now, actor, Events.RECORDED, null);
        return answer(rows, "CREATED", body);
    }

    private static String sentOr(String sent, String standard) {
        return sent == null ? standard : sent;
    }

    private static ResultSet answer(SimpleResultSet rows, String outcome, Recorded recorded) {
        rows.addRow(outcome, recorded.postingId(), recorded.due());
        return rows;
    }
}
