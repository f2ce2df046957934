package com.clientpay.connect.posting;

import com.clientpay.connect.books.BooksService;
import com.clientpay.connect.books.Invoice;
import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.posting.PostingService.Submitted;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The way in to postings: records, reads, and what is suggested before there is one. Their moves: {@link MoveRoutes}. */
public final class PostingRoutes {
    private static final int MAXIMUM_INVOICES = 500;
    private static final int ID_LENGTH = 64;

    private final PostingService service;
    private final PostingList list;
    private final MoveRoutes moves;
    private final BooksService books;

    public PostingRoutes(PostingService service, PostingMoves moves, PostingList list, BooksService books) {
        this.service = service;
        this.list = list;
        this.moves = new MoveRoutes(moves);
        this.books = books;
    }

    public List<Route> routes() {
        List<Route> routes = new ArrayList<>(List.of(
                Route.scoped(Scope.POST, "POST", "/v1/postings", this::submit),
                Route.scoped(Scope.READ, "POST", "/v1/postings/check", this::check),
                Route.scoped(Scope.READ, "GET", "/v1/postings", this::list),
                Route.scoped(Scope.READ, "GET", "/v1/postings/counts", this::counts),
                Route.scoped(Scope.READ, "GET", "/v1/postings/{id}", this::get),
                Route.scoped(Scope.READ, "POST", "/v1/allocations/suggest", this::suggest)));
        routes.addAll(moves.routes());
        return List.copyOf(routes);
    }

    private Answer submit(Exchange exchange) {
        exchange.withoutQuery();
        String key = idempotencyKey(exchange);
        Submitted submitted = service.submit(
                key, new PostingReader(exchange.json()), exchange.caller().actor());
        Posting posting = submitted.posting();
        return submitted.replayed()
                ? MoveRoutes.answer(posting).header("Idempotent-Replayed", "true")
                : Answer.json(201, posting)
                        .version(posting.version())
                        .header("Location", "/v1/postings/" + posting.id());
    }

    private Answer check(Exchange exchange) {
        exchange.withoutQuery();
        return Answer.ok(service.check(
                new PostingReader(exchange.json()), exchange.caller().actor()));
    }

    private Answer list(Exchange exchange) {
        PostingQuery query = PostingQuery.read(exchange.query());
        return Answer.ok(query.page(list.list(query.filter(), query.after(), query.limit() + 1)));
    }

    private Answer counts(Exchange exchange) {
        return Answer.ok(list.counts(PostingQuery.readForCounts(exchange.query())));
    }

    private Answer get(Exchange exchange) {
        exchange.withoutQuery();
        return MoveRoutes.answer(service.get(MoveRoutes.id(exchange)));
    }

    private Answer suggest(Exchange exchange) {
        exchange.withoutQuery();
        JsonObject body = exchange.json();
        Optional<BigDecimal> amount = body.required("amount", body.positiveMoney("amount"));
        Optional<List<String>> ids =
                body.required("invoiceIds", body.texts("invoiceIds", 1, MAXIMUM_INVOICES, ID_LENGTH));
        ids.ifPresent(given -> MoveRoutes.refuseDuplicates(body, "invoiceIds", given));
        body.check();
        return Answer.ok(AllocationSuggestion.of(amount.orElseThrow(), invoices(body, ids.orElseThrow())));
    }

    private List<Invoice> invoices(JsonObject body, List<String> ids) {
        List<Invoice> invoices = new ArrayList<>();
        for (int i = 0; i < ids.size(); i++) {
            String pointer = "invoiceIds/" + i;
            books.invoice(ids.get(i))
                    .or(() -> body.wrong(pointer, "is no invoice"))
                    .ifPresent(invoices::add);
        }
        body.check();
        return invoices;
    }

    /** @throws ProblemException 400 when it is missing, malformed, or given more than once */
    private static String idempotencyKey(Exchange exchange) {
        List<String> keys = exchange.headers().getOrDefault("idempotency-key", List.of());
        if (keys.isEmpty()) {
            throw PostingProblems.keyRequired().asException();
        }
        if (keys.size() > 1 || !Formats.isId(keys.get(0))) {
            throw PostingProblems.keyMalformed().asException();
        }
        return keys.get(0);
    }
}
