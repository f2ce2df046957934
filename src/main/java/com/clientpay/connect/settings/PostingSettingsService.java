package com.clientpay.connect.settings;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import java.time.Clock;
import java.util.Optional;

/** The firm's posting settings: read at every call, so that a change reaches every connector on the database at once. */
public final class PostingSettingsService {
    private record Result(String outcome, PostingSettings settings) {}

    private final Database database;
    private final Clock clock;

    public PostingSettingsService(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    public PostingSettings get() {
        return database.one(Contract.GET_POSTING_SETTINGS, PostingSettings::read);
    }

    /**
     * Sets all of them, and answers what is stored then; leaves no trace when everything is as wanted already.
     *
     * @param wanted its version is not looked at
     * @param expectedVersion the version that the change was made from; empty: whichever is stored
     * @throws ProblemException 412 when the stored version is another
     */
    public PostingSettings put(PostingSettings wanted, Optional<Long> expectedVersion, String actor) {
        Result result = database.transaction(transaction -> new Result(
                transaction.one(
                        Contract.PUT_POSTING_SETTINGS,
                        row -> row.text("Outcome"),
                        wanted.defaultArMessage(),
                        wanted.usePostedDate(),
                        wanted.automaticPosting(),
                        wanted.timeZone(),
                        wanted.currency(),
                        expectedVersion,
                        actor,
                        clock.instant()),
                transaction.one(Contract.GET_POSTING_SETTINGS, PostingSettings::read)));
        switch (result.outcome()) {
            case "DONE" ->
                AuditLog.write(
                        actor,
                        "posting-settings-changed",
                        "posting-settings",
                        "version " + result.settings().version());
            case "UNCHANGED" -> {}
            case "CHANGED_MEANWHILE" -> throw Problem.changedMeanwhile().asException();
            default -> throw new IllegalStateException("The database answered " + result.outcome() + ".");
        }
        return result.settings();
    }
}
