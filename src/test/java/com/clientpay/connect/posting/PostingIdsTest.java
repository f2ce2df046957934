package com.clientpay.connect.posting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Formats;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PostingIdsTest {
    private static final Instant NOW = Instant.parse("2026-11-02T12:00:00Z");

    @Test
    void an_id_made_later_sorts_later() {
        assertTrue(PostingIds.next(NOW).compareTo(PostingIds.next(NOW.plusMillis(1))) < 0);
        assertTrue(PostingIds.next(NOW).compareTo(PostingIds.next(Instant.parse("2126-11-02T12:00:00Z"))) < 0);
    }

    @Test
    void ids_of_the_same_moment_are_different() {
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            ids.add(PostingIds.next(NOW));
        }
        assertEquals(10_000, ids.size());
    }

    @Test
    void an_id_is_an_id_of_ours() {
        String id = PostingIds.next(NOW);
        assertTrue(id.matches("pst_[0-9a-z]{26}"), id);
        assertTrue(Formats.isId(id));
    }
}
