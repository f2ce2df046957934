package com.clientpay.connect.console;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.testfirm.MovableClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** How long links and sessions last. */
class SessionsTest {
    private static final Session.Holder ANNA = new Session.Holder("anna", Optional.of("FIRM\\anna"));

    private final MovableClock clock = new MovableClock();
    private final SignInLinks links = new SignInLinks(clock);
    private final Sessions sessions = new Sessions(clock);

    @Test
    void a_link_works_once() {
        String token = links.make(ANNA).token();
        assertEquals(Optional.of(ANNA), links.use(token));
        assertEquals(Optional.empty(), links.use(token));
        assertEquals(Optional.empty(), links.use("x".repeat(43)));
    }

    @Test
    void a_link_works_for_a_minute() {
        String inTime = links.make(ANNA).token();
        clock.pass(Duration.ofSeconds(59));
        String late = links.make(ANNA).token();
        assertEquals(Optional.of(ANNA), links.use(inTime));
        clock.pass(Duration.ofSeconds(60));
        assertEquals(Optional.empty(), links.use(late));
    }

    @Test
    void only_the_newest_links_are_kept() {
        String oldest = links.make(ANNA).token();
        for (int i = 0; i < 20; i++) {
            links.make(ANNA);
        }
        assertEquals(Optional.empty(), links.use(oldest));
    }

    @Test
    void a_session_lasts_while_it_is_used_and_eight_hours_at_most() {
        Session session = sessions.begin(ANNA);
        for (int minutes = 0; minutes + 29 < 480; minutes += 29) {
            clock.pass(Duration.ofMinutes(29));
            assertTrue(sessions.use(session.id()).isPresent(), minutes + " minutes");
        }
        clock.pass(Duration.ofMinutes(16));
        assertEquals(Optional.empty(), sessions.use(session.id()));
    }

    @Test
    void a_session_that_nobody_uses_ends_after_half_an_hour() {
        Session session = sessions.begin(ANNA);
        clock.pass(Duration.ofMinutes(30));
        assertEquals(Optional.empty(), sessions.use(session.id()));
    }

    @Test
    void the_sessions_that_were_used_last_are_kept() {
        Session used = sessions.begin(ANNA);
        Session unused = sessions.begin(new Session.Holder("bert", Optional.empty()));
        for (int i = 0; i < 99; i++) {
            sessions.use(used.id());
            sessions.begin(ANNA);
        }
        assertTrue(sessions.use(used.id()).isPresent());
        assertEquals(Optional.empty(), sessions.use(unused.id()));
    }

    @Test
    void every_session_has_an_id_and_a_token_of_its_own() {
        Session one = sessions.begin(ANNA);
        Session other = sessions.begin(ANNA);
        assertNotEquals(one.id(), other.id());
        assertNotEquals(one.csrfToken(), other.csrfToken());
        assertNotEquals(one.id(), one.csrfToken());
    }
}
