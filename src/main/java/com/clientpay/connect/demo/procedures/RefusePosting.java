package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;

/**
 * {@code clientpay.RefusePosting}: records that the books refused a posting: INCOMPLETE with the one reason given. Should
 * somebody have posted it meanwhile, nothing changes.
 */
public final class RefusePosting {
    private RefusePosting() {}

    public static ResultSet call(
            Connection connection,
            String postingId,
            String code,
            String detail,
            Long allocation,
            String actor,
            LocalDateTime now)
            throws SQLException {
        return Move.answer(
                connection,
                Contract.REFUSE_POSTING,
                postingId,
                null,
                Status.OPEN,
                Status.DELIVERED,
                posting ->
                        ResolvedPosting.refuse(connection, posting, new Reason(code, detail, allocation), now, actor));
    }
}
