package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.BusyException;
import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.ContractBrokenException;
import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.database.OutcomeUnknownException;
import com.clientpay.connect.database.ProcedureException;
import java.net.http.HttpResponse;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What callers learn about what went wrong, and what they don't. */
class ProblemsTest {
    private static final SQLException SECRETIVE =
            new SQLException("SELECT * FROM Secret on host db.internal", "S0001", 547);

    static Stream<Arguments> failures() {
        return Stream.of(
                failure(new DatabaseAwayException("db.internal is away", SECRETIVE), 503, "database-away", "5"),
                failure(new BusyException("db.internal is busy", SECRETIVE), 503, "busy", "1"),
                failure(new OutcomeUnknownException("db.internal broke", SECRETIVE), 503, "outcome-unknown", "1"),
                failure(
                        new ContractBrokenException(Contract.GET_POSTING, "no rows from db.internal", SECRETIVE),
                        503,
                        "contract-broken",
                        "30"),
                failure(new ProcedureException(Contract.GET_POSTING, SECRETIVE), 503, "database-error", "30"),
                failure(
                        new ProcedureException(
                                Contract.GET_POSTING,
                                new SQLException("db.internal", "S0001", ProcedureException.SEARCH_TOO_WIDE)),
                        422,
                        "search-too-wide",
                        null),
                failure(new IllegalStateException("db.internal"), 500, "internal", null),
                failure(new StackOverflowError("db.internal"), 500, "internal", null));
    }

    private static Arguments failure(Throwable thrown, int status, String code, String retryAfter) {
        return Arguments.of(thrown, status, code, Optional.ofNullable(retryAfter));
    }

    @ParameterizedTest
    @MethodSource("failures")
    void a_failure_becomes_its_problem_and_tells_nothing_of_the_inside(
            Throwable thrown, int status, String code, Optional<String> retryAfter) throws Exception {
        Route failing = Route.open("GET", "/v1/failing", x -> sneak(thrown));
        try (TestServer server = TestServer.with(failing).start()) {
            HttpResponse<String> answer = server.get("/v1/failing");
            assertEquals(status, answer.statusCode());
            assertTrue(answer.body().contains("\"urn:clientpay:problem:" + code + "\""), answer.body());
            assertEquals(retryAfter, answer.headers().firstValue("Retry-After"));
            for (String inside : new String[] {"db.internal", "SELECT", "GetPosting", "Exception", "at com."}) {
                assertFalse(answer.body().contains(inside), answer.body());
            }
            FinishedRequest finished = server.finished();
            assertEquals(Optional.of(code), finished.problem());
            assertEquals(Optional.of("/v1/failing"), finished.route());
        }
    }

    private static Answer sneak(Throwable thrown) {
        if (thrown instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) thrown;
    }

    @Test
    void a_route_may_say_when_to_come_back() throws Exception {
        Route limited = Route.open("GET", "/v1/limited", x -> {
            throw Problem.of(429, "too-many-keys", "Too many wrong keys", "Wait a little.")
                    .retryAfter(Duration.ofSeconds(7))
                    .with("wrong", 10)
                    .asException();
        });
        try (TestServer server = TestServer.with(limited).start()) {
            HttpResponse<String> answer = server.get("/v1/limited");
            assertEquals(429, answer.statusCode());
            assertEquals(Optional.of("7"), answer.headers().firstValue("Retry-After"));
            assertTrue(answer.body().contains("\"wrong\":10"), answer.body());
        }
    }

    @Test
    void an_unexpected_error_names_the_request_id_that_finds_its_log_line() throws Exception {
        Route failing = Route.open("GET", "/v1/failing", x -> {
            throw new IllegalArgumentException("broken on purpose");
        });
        try (TestServer server = TestServer.with(failing, Route.open("GET", "/v1/fine", x -> Answer.ok(Map.of())))
                .start()) {
            HttpResponse<String> answer = server.get("/v1/failing");
            String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
            assertTrue(answer.body().contains("under the request id " + id), answer.body());
            assertEquals(200, server.get("/v1/fine").statusCode());
        }
    }
}
