package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingFirm.payment;
import static com.clientpay.connect.posting.PostingFirm.toInvoice;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.clientpay.connect.database.DatabaseAwayException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

class PostingJobsTest {
    private static final String BODY = payment("pay-1", toInvoice("i1", "100.00"));

    private final PostingFirm firm = PostingFirm.open();
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();
    private final Logger logger = (Logger) LoggerFactory.getLogger("com.clientpay.connect.posting");

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void close() {
        logger.detachAppender(logged);
        firm.close();
    }

    private List<String> warnings() {
        return logged.list.stream()
                .filter(event -> event.getLevel().isGreaterOrEqual(Level.WARN))
                .map(ILoggingEvent::getFormattedMessage)
                .toList();
    }

    @Test
    void an_interrupted_posting_is_finished_after_ten_seconds_as_the_connector() {
        String id = firm.recordOnly("key-1", BODY);
        assertEquals(0, firm.duePostings.finish());
        firm.clock.pass(Duration.ofSeconds(11));
        assertEquals(1, firm.duePostings.finish());
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
        assertEquals("connector", firm.get(id).get("history").get(1).get("by").stringValue());
        assertEquals(0, firm.duePostings.finish());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_posting_that_is_interrupted_before_the_clock_is_set_back_is_finished_all_the_same() {
        assertEquals(0, firm.duePostings.finish());
        firm.clock.pass(Duration.ofSeconds(30));
        String id = firm.recordOnly("key-1", BODY);
        firm.clock.pass(Duration.ofHours(-1));
        assertEquals(1, firm.duePostings.finish());
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void a_posting_that_was_recorded_to_wait_is_resolved_and_waits() {
        firm.automaticPosting(false);
        String id = firm.recordOnly("key-1", payment("pay-1", toInvoice("nowhere", "100.00")));
        firm.clock.pass(Duration.ofSeconds(11));
        assertEquals(1, firm.duePostings.finish());
        assertEquals("INCOMPLETE", firm.get(id).get("status").stringValue());
        assertEquals(0, firm.receipts());
    }

    @Test
    void a_posting_that_cannot_be_finished_yet_is_logged_once_and_keeps_nothing_else_waiting() {
        firm.postPostingIs(FailingProcedures.named("busy"));
        String busy = firm.recordOnly("key-1", BODY);
        firm.automaticPosting(false);
        String waiting = firm.recordOnly("key-2", payment("pay-2", toInvoice("i2", "50.00")));
        firm.clock.pass(Duration.ofSeconds(11));
        assertEquals(1, firm.duePostings.finish());
        assertEquals(0, firm.duePostings.finish());
        assertEquals("INCOMPLETE", firm.get(waiting).get("status").stringValue());
        assertEquals(1, warnings().size(), () -> warnings().toString());
        assertTrue(warnings().get(0).contains(busy));
        firm.postPostingWorks();
        assertEquals(1, firm.duePostings.finish());
        assertEquals("POSTED", firm.get(busy).get("status").stringValue());
    }

    @Test
    void what_a_full_database_left_due_is_finished_when_there_is_room_again() {
        firm.postPostingIs(FailingProcedures.named("full"));
        String id = firm.submit("key-1", BODY).get("id").stringValue();
        firm.clock.pass(Duration.ofSeconds(11));
        assertThrows(DatabaseAwayException.class, firm.duePostings::finish);
        assertEquals("PENDING", firm.get(id).get("status").stringValue());
        firm.postPostingWorks();
        assertEquals(1, firm.duePostings.finish());
        assertEquals("POSTED", firm.get(id).get("status").stringValue());
        assertEquals(1, firm.receipts());
    }

    @Test
    void nothing_is_finished_in_another_database() {
        try (PostingFirm other = PostingFirm.openFor("db-2")) {
            other.recordOnly("key-1", BODY);
            other.clock.pass(Duration.ofSeconds(11));
            assertEquals(0, other.duePostings.finish());
            assertEquals(0, other.receipts());
        }
    }

    @Test
    void a_database_that_is_away_is_logged_once() {
        firm.books.close();
        assertThrows(DatabaseAwayException.class, firm.duePostings::finish);
        try (PostingJobs jobs = new PostingJobs(firm.duePostings, firm.waitingPostings, PostingJobs.Observer.NONE)) {
            jobs.run();
            jobs.run();
        }
        assertEquals(1, warnings().size(), () -> warnings().toString());
    }

    @Test
    void postings_that_wait_too_long_are_counted_and_warned_about_once_a_day() {
        firm.submit("key-1", payment("pay-1"));
        firm.clock.pass(Duration.ofMinutes(59));
        firm.waitingPostings.watch();
        assertEquals(List.of(), firm.waitingPostings.latest());
        firm.clock.pass(Duration.ofMinutes(2));
        firm.waitingPostings.watch();
        firm.waitingPostings.watch();
        WaitingPostings.Waiting waiting = firm.waitingPostings.latest().get(0);
        assertEquals(PostingStatus.INCOMPLETE, waiting.status());
        assertEquals(1, waiting.postings());
        assertEquals(1, warnings().size(), () -> warnings().toString());
        firm.clock.pass(Duration.ofDays(1));
        firm.waitingPostings.watch();
        assertEquals(2, warnings().size(), () -> warnings().toString());
    }
}
