package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.FindPosting}: whether a key or a payment is recorded; the key is looked up first. */
public final class FindPosting {
    private FindPosting() {}

    public static ResultSet call(Connection connection, String idempotencyKey, String paymentId) throws SQLException {
        SimpleResultSet rows = Rows.of(Contract.FIND_POSTING);
        if (Rows.onlyColumnsAsked(connection)) {
            return rows;
        }
        Optional<Recorded> byKey = Recorded.byKey(connection, idempotencyKey);
        Optional<Recorded> byPayment = byKey.isPresent()
                ? Optional.empty()
                : Recorded.byPaymentOfAnotherKey(connection, paymentId, idempotencyKey);
        if (byKey.isPresent()) {
            rows.addRow("KEY_FOUND", byKey.get().postingId());
        } else if (byPayment.isPresent()) {
            rows.addRow("PAYMENT_RECORDED", byPayment.get().postingId());
        } else {
            rows.addRow("NONE", null);
        }
        return rows;
    }
}
