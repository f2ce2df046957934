package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;

/** {@code clientpay.RefuseReceipt}: takes back a receipt that no batch file can show, as if the import had rejected it. */
public final class RefuseReceipt {
    private RefuseReceipt() {}

    public static ResultSet call(
            Connection connection, String postingId, Long receiptKey, String detail, String actor, LocalDateTime now)
            throws SQLException {
        return Move.answer(connection, Contract.REFUSE_RECEIPT, postingId, posting -> {
            Optional<Handover> handover = Handover.present(connection, posting);
            if (handover.isEmpty()
                    || handover.get().receiptKey() != receiptKey
                    || !handover.get().isUnsealed()) {
                return Move.unchanged(posting.status());
            }
            return ImportAnswer.refused(detail).take(connection, posting, handover.get(), now, actor);
        });
    }
}
