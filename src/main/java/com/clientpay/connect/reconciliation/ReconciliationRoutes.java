package com.clientpay.connect.reconciliation;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Query;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** GET /v1/reconciliation. */
public final class ReconciliationRoutes {
    private final ReconciliationService reconciliation;

    public ReconciliationRoutes(ReconciliationService reconciliation) {
        this.reconciliation = reconciliation;
    }

    public List<Route> routes() {
        return List.of(Route.scoped(Scope.READ, "GET", "/v1/reconciliation", this::reconcile));
    }

    private Answer reconcile(Exchange exchange) {
        Query query = exchange.query();
        Optional<LocalDate> date = query.date("date");
        if (!exchange.parameters().containsKey("date")) {
            query.wrong("date", "is required: a book date such as 2026-11-23");
        }
        query.check();
        return Answer.ok(reconciliation.of(date.orElseThrow()));
    }
}
