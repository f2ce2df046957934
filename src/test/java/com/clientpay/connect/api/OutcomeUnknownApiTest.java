package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.api.BreakingDriver.Loss;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network that breaks at the commit, as callers see it: they repeat the request, and learn what happened. */
class OutcomeUnknownApiTest {
    private static BreakingDriver driver;
    private static TestConnector connector;

    @BeforeAll
    static void start() {
        driver = BreakingDriver.register();
        connector = TestConnector.start(driver);
    }

    @AfterAll
    static void stop() {
        connector.close();
        driver.close();
    }

    @ParameterizedTest
    @EnumSource(names = {"COMMIT", "ANSWER"})
    void a_payment_whose_record_may_be_lost_is_repeated_and_recorded_once(Loss loss) {
        String body = PostingBodies.payment("pay-" + loss, "5.00");
        driver.loses(loss);

        Reply unknown = submit(body, "key-" + loss).expectProblem(503, "outcome-unknown");
        assertEquals(Optional.of("1"), unknown.header("Retry-After"));

        Reply repeated = submit(body, "key-" + loss).expect(loss == Loss.ANSWER ? 200 : 201);
        assertEquals("INCOMPLETE", repeated.at("/status"));
        assertEquals(
                List.of("1"),
                connector.query(
                        "SELECT COUNT(*) FROM clientpay_internal.Posting WHERE PaymentId = 'pay-" + loss + "'"));
    }

    @Test
    void a_move_that_may_be_done_is_repeated_and_done_once() {
        Reply posting =
                submit(PostingBodies.payment("pay-moved", "5.00"), "key-moved").expect(201);
        String remove = "/v1/postings/" + posting.at("/id") + "/remove";
        driver.loses(Loss.ANSWER);

        connector.post(remove, "{\"note\": \"by hand\"}").send().expectProblem(503, "outcome-unknown");

        Reply repeated =
                connector.post(remove, "{\"note\": \"by hand\"}").send().expect(200);
        assertEquals("REMOVED", repeated.at("/status"));
        assertEquals(
                List.of("1"),
                connector.query("SELECT COUNT(*) FROM clientpay_internal.PostingEvent WHERE What = 'REMOVED'"));
    }

    @Test
    void settings_that_may_be_changed_are_read_again() {
        Reply settings = connector.get("/v1/posting-settings").send().expect(200);
        String changed = settings.text().replaceFirst("\"automaticPosting\":true", "\"automaticPosting\":false");
        driver.loses(Loss.ANSWER);

        connector.put("/v1/posting-settings", changed).send().expectProblem(503, "outcome-unknown");

        assertEquals("false", connector.get("/v1/posting-settings").send().at("/automaticPosting"));
    }

    private static Reply submit(String body, String key) {
        return connector
                .post("/v1/postings", body)
                .header("Idempotency-Key", key)
                .send();
    }
}
