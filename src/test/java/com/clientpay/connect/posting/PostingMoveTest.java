package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFixture.event;
import static com.clientpay.connect.posting.PostingFixture.posting;
import static com.clientpay.connect.posting.PostingMove.ALLOCATIONS;
import static com.clientpay.connect.posting.PostingMove.POST;
import static com.clientpay.connect.posting.PostingMove.REMOVE;
import static com.clientpay.connect.posting.PostingMove.REOPEN;
import static com.clientpay.connect.posting.PostingMove.REVERSE;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.Problem;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PostingMoveTest {

    private static List<PostingMove> allowed(PostingStatus status, HistoryEvent... history) {
        return PostingMove.allowedFrom(posting("a", status, history));
    }

    @ParameterizedTest
    @EnumSource(names = {"PENDING", "INCOMPLETE"})
    void what_is_not_in_the_books_can_be_posted_reallocated_or_removed(PostingStatus status) {
        assertEquals(List.of(POST, ALLOCATIONS, REMOVE), allowed(status));
    }

    @Test
    void what_is_in_the_books_can_only_be_reversed() {
        assertEquals(List.of(REVERSE), allowed(PostingStatus.POSTED));
    }

    @Test
    void what_was_removed_can_be_reopened() {
        assertEquals(List.of(REOPEN), allowed(PostingStatus.REMOVED));
    }

    @ParameterizedTest
    @EnumSource(names = {"QUEUED", "REVERSING"})
    void what_waits_for_the_import_cannot_be_moved(PostingStatus status) {
        assertEquals(List.of(), allowed(status));
    }

    @Test
    void only_a_corrected_posting_can_be_reopened() {
        assertEquals(List.of(REOPEN), allowed(PostingStatus.REVERSED, event("REVERSED", "CORRECTION: wrong matter")));
        assertEquals(List.of(), allowed(PostingStatus.REVERSED, event("REVERSED", "REFUND")));
        assertEquals(
                List.of(),
                allowed(PostingStatus.REVERSED, event("REVERSED", "CORRECTION"), event("REVERSED", "CHARGEBACK")));
        assertEquals(
                List.of(REOPEN),
                allowed(PostingStatus.REVERSED, event("REVERSING", "CORRECTION"), event("REVERSED", "Receipt 7.")));
    }

    @Test
    void a_refused_move_says_what_is_allowed_instead() {
        Problem problem = PostingProblems.moveNotAllowed(REVERSE, PostingStatus.PENDING, List.of(POST, REMOVE));
        assertEquals(409, problem.status());
        assertEquals("move-not-allowed", problem.code());
        assertEquals(PostingStatus.PENDING, problem.members().get("postingStatus"));
        assertEquals(List.of("post", "remove"), problem.members().get("allowed"));
    }
}
