package com.clientpay.connect.diagnostics;

import com.clientpay.connect.diagnostics.activity.Activity;
import com.clientpay.connect.diagnostics.activity.Hour;
import com.clientpay.connect.diagnostics.activity.RecentProblem;
import com.clientpay.connect.diagnostics.activity.RecentProblems;
import com.clientpay.connect.diagnostics.checks.Checks;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.settings.SettingsEvent;
import com.clientpay.connect.settings.SettingsTrail;
import java.util.List;
import java.util.Optional;

/**
 * {@code GET /v1/admin/checks}, {@code /activity} and {@code /problems}: scope admin, loopback listener only; and
 * {@code /threads} there without a key.
 */
public final class DiagnosticsRoutes {
    private static final int EVENTS = 50;

    private final Checks checks;
    private final Activity activity;
    private final RecentProblems problems;
    private final SettingsTrail trail;

    public DiagnosticsRoutes(Checks checks, Activity activity, RecentProblems problems, SettingsTrail trail) {
        this.checks = checks;
        this.activity = activity;
        this.problems = problems;
        this.trail = trail;
    }

    public List<Route> routes() {
        return List.of(
                Route.admin("GET", "/v1/admin/checks", this::checks),
                Route.admin("GET", "/v1/admin/activity", this::activity),
                Route.admin("GET", "/v1/admin/problems", this::problems),
                new Route(
                        "GET",
                        "/v1/admin/threads",
                        new Route.Access(Optional.of(Scope.ADMIN), true, true),
                        this::threads));
    }

    private Answer checks(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.ok(checks.run());
    }

    /**
     * @param hours of this connector, since its start at most
     * @param settings the newest changes of settings and keys, by whichever connector
     */
    private record RecentActivity(List<Hour> hours, List<SettingsEvent> settings) {}

    private Answer activity(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.ok(new RecentActivity(activity.hours(), trail.newest(EVENTS)));
    }

    private record RecentProblemList(List<RecentProblem> items) {}

    private Answer threads(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.text("text/plain; charset=utf-8", ThreadDump.text());
    }

    private Answer problems(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.ok(new RecentProblemList(problems.list()));
    }
}
