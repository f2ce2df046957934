package com.clientpay.connect.posting;

import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.http.Formats;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Problems;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Posts several postings, one transaction each: what happens to one is nothing to the others. */
final class BulkPosting {
    private static final String PROBLEM = "PROBLEM";

    /**
     * What became of one.
     *
     * @param outcome the posting's status, or PROBLEM
     * @param problem the members of the problem that a request of its own would have been answered with
     */
    record Item(String id, String outcome, Optional<Posting> posting, Optional<Map<String, Object>> problem) {}

    private final PostingMoves moves;

    BulkPosting(PostingMoves moves) {
        this.moves = moves;
    }

    /** In the order given. Once the database is away, the rest are not tried: each would wait as long again. */
    List<Item> post(List<String> ids, String actor, String requestId) {
        List<Item> items = new ArrayList<>();
        Optional<Problem> away = Optional.empty();
        for (String id : ids) {
            if (away.isPresent()) {
                items.add(problem(id, away.get(), requestId));
                continue;
            }
            if (!Formats.isId(id)) {
                items.add(problem(id, Problem.notFound("posting", id), requestId));
                continue;
            }
            try {
                Posting posting = moves.post(id, Optional.empty(), Optional.empty(), actor);
                items.add(new Item(id, posting.status().name(), Optional.of(posting), Optional.empty()));
            } catch (ProblemException e) {
                items.add(problem(id, e.problem(), requestId));
            } catch (DatabaseException e) {
                Problem problem = Problems.of(e, requestId);
                items.add(problem(id, problem, requestId));
                away = e instanceof DatabaseAwayException ? Optional.of(problem) : Optional.empty();
            }
        }
        return items;
    }

    private static Item problem(String id, Problem problem, String requestId) {
        return new Item(id, PROBLEM, Optional.empty(), Optional.of(problem.json(requestId)));
    }
}
