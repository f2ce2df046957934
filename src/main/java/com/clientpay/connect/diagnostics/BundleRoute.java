package com.clientpay.connect.diagnostics;

import com.clientpay.connect.diagnostics.activity.RecentProblems;
import com.clientpay.connect.diagnostics.bundle.Bundle;
import com.clientpay.connect.diagnostics.bundle.SupportBundle;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Route;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;

/** {@code POST /v1/admin/support-bundle}: scope admin, loopback listener only. One is made at a time. */
public final class BundleRoute {
    private final SupportBundle bundle;
    private final RecentProblems problems;
    private final Clock clock;
    private final ReentrantLock making = new ReentrantLock();

    public BundleRoute(SupportBundle bundle, RecentProblems problems, Clock clock) {
        this.bundle = bundle;
        this.problems = problems;
        this.clock = clock;
    }

    public Route route() {
        return Route.admin("POST", "/v1/admin/support-bundle", this::make);
    }

    private Answer make(Exchange exchange) {
        exchange.withoutQuery();
        exchange.json().check();
        if (!making.tryLock()) {
            throw Problem.of(
                            409,
                            "bundle-being-made",
                            "A bundle is being made",
                            "Somebody else makes a support bundle at the moment. Try again in a minute.")
                    .asException();
        }
        try {
            ByteArrayOutputStream zip = new ByteArrayOutputStream();
            bundle.write(zip, problems.list());
            return new Answer(200, Map.of(), new Answer.Bytes("application/zip", zip.toByteArray()))
                    .header("Content-Disposition", "attachment; filename=\"" + Bundle.fileName(clock.instant()) + "\"");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            making.unlock();
        }
    }
}
