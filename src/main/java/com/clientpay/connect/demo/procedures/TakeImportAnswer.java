package com.clientpay.connect.demo.procedures;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.Optional;

/** {@code clientpay.TakeImportAnswer}: takes over what the firm's import has done with a receipt. */
public final class TakeImportAnswer {
    private TakeImportAnswer() {}

    public static ResultSet call(Connection connection, String postingId, String actor, LocalDateTime now)
            throws SQLException {
        return Move.answer(connection, Contract.TAKE_IMPORT_ANSWER, postingId, posting -> {
            Optional<Handover> handover = Handover.present(connection, posting);
            if (handover.isEmpty()) {
                return Move.unchanged(posting.status());
            }
            Optional<ImportAnswer> answer = ImportAnswer.read(connection, handover.get());
            return answer.isEmpty()
                    ? Move.unchanged(posting.status())
                    : answer.get().take(connection, posting, handover.get(), now, actor);
        });
    }
}
