package com.clientpay.connect.books;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Page;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** {@code GET /v1/bank-accounts}, codes, types, matters, invoices, trust ledgers: the firm's books, read only. */
public final class BooksRoutes {
    /** A list that takes longer is being read slowly, and callers need not stand in a row for it. */
    private static final Duration ONE_LIST = Duration.ofMillis(200);

    private final BooksService books;
    private final InvoiceSync sync;

    public BooksRoutes(BooksService books, InvoiceSync sync) {
        this.books = books;
        this.sync = sync;
    }

    public List<Route> routes() {
        return List.of(
                get("/v1/bank-accounts", whole(books::bankAccounts)),
                get("/v1/ledger-codes", whole(books::ledgerCodes)),
                get("/v1/transaction-types", whole(books::transactionTypes)),
                get("/v1/matters", search("matters", books::matters)),
                get("/v1/matters/{id}", byId("matter", books::matter)),
                get("/v1/invoices", search("invoices", books::openInvoices)),
                get("/v1/invoices/{id}", byId("invoice", books::invoice)),
                get("/v1/trust-ledgers", search("trust-ledgers", books::trustLedgers)),
                get("/v1/sync/invoices", sync::answer));
    }

    private static Route get(String path, Route.Handler handler) {
        return Route.scoped(Scope.READ, "GET", path, handler);
    }

    /** The portal asks for these lists with every page that it shows: callers who come together get one answer. */
    private static <T> Route.Handler whole(Supplier<List<T>> list) {
        SharedRead<Answer> answer = new SharedRead<>(() -> Answer.ok(Page.whole(list.get())), ONE_LIST);
        return exchange -> {
            exchange.withoutQuery();
            return answer.get();
        };
    }

    private static <T> Route.Handler byId(String what, Function<String, Optional<T>> find) {
        return exchange -> {
            String id = exchange.withoutQuery().path("id");
            return find.apply(id)
                    .map(Answer::ok)
                    .orElseThrow(() -> Problem.notFound(what, id).asException());
        };
    }

    private <T> Route.Handler search(String list, Function<Search, List<Found<T>>> find) {
        SearchQuery reader = new SearchQuery(list, books::searchFields);
        return (Exchange exchange) -> {
            Search search = reader.read(exchange.query());
            Page<Found<T>> page = Page.of(find.apply(search), search.limit(), last -> reader.cursor(search, last));
            return Answer.ok(page.map(Found::item));
        };
    }
}
