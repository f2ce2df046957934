package com.clientpay.connect.posting;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.http.Scope;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The way in to the moves of a posting. Each honours {@code If-Match} and answers the posting as it stands after it. */
final class MoveRoutes {
    private static final int NOTE_LENGTH = 500;
    private static final int MAXIMUM_IDS = 100;
    private static final int ID_LENGTH = 64;

    private final PostingMoves moves;
    private final BulkPosting bulk;

    MoveRoutes(PostingMoves moves) {
        this.moves = moves;
        this.bulk = new BulkPosting(moves);
    }

    List<Route> routes() {
        return List.of(
                Route.scoped(Scope.POST, "POST", "/v1/postings/post", this::postMany),
                Route.scoped(Scope.POST, "POST", "/v1/postings/{id}/post", this::post),
                Route.scoped(Scope.POST, "POST", "/v1/postings/{id}/remove", this::remove),
                Route.scoped(Scope.POST, "POST", "/v1/postings/{id}/reverse", this::reverse),
                Route.scoped(Scope.POST, "POST", "/v1/postings/{id}/reopen", this::reopen),
                Route.scoped(Scope.POST, "PUT", "/v1/postings/{id}/allocations", this::reallocate));
    }

    /** The posting with its version. */
    static Answer answer(Posting posting) {
        return Answer.ok(posting).version(posting.version());
    }

    private Answer post(Exchange exchange) {
        JsonObject body = exchange.withoutQuery().json();
        Optional<LocalDate> bookDate = body.date("bookDate");
        body.check();
        return answer(moves.post(id(exchange), exchange.expectedVersion(), bookDate, actor(exchange)));
    }

    private Answer remove(Exchange exchange) {
        String note = requiredNote(exchange.withoutQuery().json());
        return answer(moves.remove(id(exchange), exchange.expectedVersion(), note, actor(exchange)));
    }

    private Answer reverse(Exchange exchange) {
        JsonObject body = exchange.withoutQuery().json();
        Optional<ReversalReason> reason = body.required("reason", body.oneOf("reason", ReversalReason.class));
        Optional<LocalDate> date = body.date("date");
        Optional<String> note = body.text("note", 0, NOTE_LENGTH).filter(text -> !text.isBlank());
        Optional<Boolean> outside = body.flag("outside");
        Optional<BigDecimal> amount = body.positiveMoney("amount");
        body.check();
        PostingMoves.Reversal reversal =
                new PostingMoves.Reversal(reason.orElseThrow(), date, note, outside.orElse(false), amount);
        return answer(moves.reverse(id(exchange), exchange.expectedVersion(), reversal, actor(exchange)));
    }

    private Answer reopen(Exchange exchange) {
        String note = requiredNote(exchange.withoutQuery().json());
        return answer(moves.reopen(id(exchange), exchange.expectedVersion(), note, actor(exchange)));
    }

    private Answer reallocate(Exchange exchange) {
        JsonObject body = exchange.withoutQuery().json();
        Optional<List<Allocation>> allocations = body.required("allocations", AllocationReader.read(body));
        body.check();
        return answer(
                moves.reallocate(id(exchange), exchange.expectedVersion(), allocations.orElseThrow(), actor(exchange)));
    }

    private Answer postMany(Exchange exchange) {
        JsonObject body = exchange.withoutQuery().json();
        Optional<List<String>> ids = body.required("ids", body.texts("ids", 1, MAXIMUM_IDS, ID_LENGTH));
        ids.ifPresent(given -> refuseDuplicates(body, "ids", given));
        body.check();
        return Answer.ok(Map.of("items", bulk.post(ids.orElseThrow(), actor(exchange), exchange.requestId())));
    }

    /** Reports every value that was there before. */
    static void refuseDuplicates(JsonObject body, String name, List<String> values) {
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < values.size(); i++) {
            if (!seen.add(values.get(i))) {
                body.wrong(name + "/" + i, "must not be given more than once");
            }
        }
    }

    private static String requiredNote(JsonObject body) {
        Optional<String> note = body.required("note", body.text("note", 1, NOTE_LENGTH))
                .flatMap(text -> text.isBlank() ? body.wrong("note", "must not be blank") : Optional.of(text));
        body.check();
        return note.orElseThrow();
    }

    /**
     * The posting's id in the path.
     *
     * @throws ProblemException 404 when it can be no id
     */
    static String id(Exchange exchange) {
        String id = exchange.path("id");
        if (!Formats.isId(id)) {
            throw Problem.notFound("posting", id).asException();
        }
        return id;
    }

    private static String actor(Exchange exchange) {
        return exchange.caller().actor();
    }
}
