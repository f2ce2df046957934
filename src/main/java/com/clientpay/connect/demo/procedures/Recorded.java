package com.clientpay.connect.demo.procedures;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/** A posting as recording looks at it: which request it came from, and what is still due. */
record Recorded(
        String postingId,
        String bodyHash,
        long bodyVersion,
        String paymentId,
        String merchantAccountId,
        BigDecimal amount,
        LocalDate paymentDate,
        String due) {

    private static final String SELECT =
            "SELECT PostingId, BodyHash, BodyVersion, PaymentId, MerchantAccountId, Amount, PaymentDate, Due"
                    + " FROM clientpay_internal.Posting WHERE ";

    static Optional<Recorded> byKey(Connection connection, String idempotencyKey) throws SQLException {
        return Sql.find(connection, SELECT + "IdempotencyKey = ?", Recorded::read, idempotencyKey);
    }

    /** Under this key it may have been recorded since somebody looked for the key: that is not found here. */
    static Optional<Recorded> byPaymentOfAnotherKey(Connection connection, String paymentId, String idempotencyKey)
            throws SQLException {
        return Sql.find(
                connection,
                SELECT + "PaymentId = ? AND (? IS NULL OR IdempotencyKey <> ?)",
                Recorded::read,
                paymentId,
                idempotencyKey,
                idempotencyKey);
    }

    private static Recorded read(ResultSet row) throws SQLException {
        return new Recorded(
                row.getString("PostingId"),
                row.getString("BodyHash"),
                row.getLong("BodyVersion"),
                row.getString("PaymentId"),
                row.getString("MerchantAccountId"),
                row.getBigDecimal("Amount"),
                row.getObject("PaymentDate", LocalDate.class),
                row.getString("Due"));
    }

    /**
     * Whether it was recorded from this body. Hashes of different canonical forms cannot be compared: a key that an
     * older or newer connector recorded is taken for the same body when it is about the same payment.
     */
    boolean isOf(Recorded body) {
        return bodyVersion == body.bodyVersion
                ? bodyHash.equals(body.bodyHash)
                : paymentId.equals(body.paymentId)
                        && merchantAccountId.equals(body.merchantAccountId)
                        && amount.compareTo(body.amount) == 0
                        && paymentDate.equals(body.paymentDate);
    }
}
