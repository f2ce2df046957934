package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;
import org.h2.tools.SimpleResultSet;

/** {@code clientpay.DeleteMerchantAccount}: takes the mapping of a merchant account away, unless postings need it. */
public final class DeleteMerchantAccount {
    private DeleteMerchantAccount() {}

    public static ResultSet call(
            Connection connection, String merchantAccountId, Long expectedVersion, String actor, LocalDateTime now)
            throws SQLException {
        SimpleResultSet answer = Rows.of(Contract.DELETE_MERCHANT_ACCOUNT);
        if (Rows.onlyColumnsAsked(connection)) {
            return answer;
        }
        Rows.requireTransaction(connection);
        AccountLock.take(connection);
        Optional<MerchantAccountRow> stored = MerchantAccountRow.find(connection, merchantAccountId);
        if (stored.isEmpty()) {
            answer.addRow("NOT_FOUND", null, null);
            return answer;
        }
        if (expectedVersion != null && stored.get().version() != expectedVersion) {
            answer.addRow("CHANGED_MEANWHILE", null, null);
            return answer;
        }
        Optional<String> waiting = MerchantAccountRow.waiting(connection, merchantAccountId);
        if (waiting.isPresent()) {
            answer.addRow("POSTINGS_WAITING", null, waiting.get());
            return answer;
        }
        int deleted = Sql.update(
                connection,
                "DELETE FROM clientpay_internal.MerchantAccount WHERE MerchantAccountId = ? AND Version = ?",
                merchantAccountId,
                stored.get().version());
        if (deleted == 0) {
            answer.addRow("CHANGED_MEANWHILE", null, null);
            return answer;
        }
        MerchantAccountRow.change(stored.get(), null)
                .write(connection, actor, "merchant-account-deleted", merchantAccountId, now);
        answer.addRow("DONE", null, null);
        return answer;
    }
}
