package com.clientpay.connect.diagnostics;

import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.diagnostics.activity.Activity;
import com.clientpay.connect.diagnostics.activity.RecentProblems;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.diagnostics.checks.ConfigSource;
import com.clientpay.connect.diagnostics.metrics.Metrics;
import com.clientpay.connect.http.RequestObserver;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.posting.WaitingPostings;
import com.clientpay.connect.settings.SettingsTrail;
import java.time.Clock;
import java.util.List;
import java.util.stream.Stream;

/** What a running connector tells about itself: metrics, checks, recent activity and problems. */
public final class Diagnostics implements AutoCloseable {
    private final Metrics metrics;
    private final Activity activity;
    private final RecentProblems problems;
    private final DiagnosticsRoutes routes;

    /** @param source reads the configuration again, so that a check finds what the next start would stumble over */
    public Diagnostics(ConfigSource source, Database database, WaitingPostings waiting, Clock clock) {
        this.metrics = new Metrics(database::poolState, () -> isUp(database), waiting::latest);
        this.activity = new Activity(clock);
        this.problems = new RecentProblems(clock);
        this.routes = new DiagnosticsRoutes(
                Checks.ofConnector(source, database, clock), activity, problems, new SettingsTrail(database));
        AuditLog.observe(metrics);
        AuditLog.observe(activity);
    }

    /** To be told about every request. */
    public RequestObserver observer() {
        return RequestObserver.all(metrics, activity, problems);
    }

    /** {@code GET /metrics} and {@code /v1/admin/*}. */
    public List<Route> routes() {
        return Stream.concat(metrics.routes().stream(), routes.routes().stream())
                .toList();
    }

    @Override
    public void close() {
        AuditLog.forget(metrics);
        AuditLog.forget(activity);
    }

    private static boolean isUp(Database database) {
        try {
            database.one(Contract.GET_INSTALLATION, row -> row.text("DatabaseId"));
            return true;
        } catch (DatabaseException e) {
            return false;
        }
    }
}
