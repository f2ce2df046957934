package com.clientpay.connect.batches;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseAwayException;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the import's answers, each in a transaction of its own: what is wrong with one keeps no other waiting. */
final class ImportAnswers {
    private static final Logger log = LoggerFactory.getLogger(ImportAnswers.class);
    private static final int SLICE = 500;
    private static final String ACTOR = "connector";

    private final Database database;
    private final Clock clock;
    private final Troubles troubles = new Troubles(log);

    ImportAnswers(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /** Answers how many were taken. */
    int take() {
        int taken = 0;
        while (true) {
            List<String> answered = database.list(Contract.LIST_IMPORT_ANSWERS, row -> row.text("PostingId"), SLICE);
            int before = taken;
            for (String id : answered) {
                taken += take(id) ? 1 : 0;
            }
            if (answered.size() < SLICE || taken == before) {
                return taken;
            }
        }
    }

    private boolean take(String id) {
        try {
            Optional<String> status = database.transaction(transaction -> transaction.one(
                    Contract.TAKE_IMPORT_ANSWER,
                    row -> row.text("Outcome").equals("DONE") ? row.optionalText("Status") : Optional.<String>empty(),
                    id,
                    ACTOR,
                    clock.instant()));
            status.ifPresent(now ->
                    AuditLog.write(ACTOR, "posting-" + now.toLowerCase(Locale.ROOT), id, "by the firm's import"));
            troubles.over(id, "");
            return status.isPresent();
        } catch (DatabaseAwayException e) {
            throw e;
        } catch (RuntimeException e) {
            troubles.met(id, "The import's answer to posting " + id + " cannot be taken yet: " + e.getMessage());
            return false;
        }
    }
}
