package com.clientpay.connect.http;

import com.clientpay.connect.database.BusyException;
import com.clientpay.connect.database.ContractBrokenException;
import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.database.OutcomeUnknownException;
import com.clientpay.connect.database.ProcedureException;
import java.time.Duration;
import org.eclipse.jetty.http.HttpException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What a caller is told about an exception, in one place. Details for the firm's IT (procedures, causes, stack traces) go
 * to the log, where the request id finds them, never into an answer.
 */
public final class Problems {
    private static final Logger log = LoggerFactory.getLogger(Problems.class);

    private Problems() {}

    /** The problem that a request which failed so is answered with; logs what its caller is not told. */
    public static Problem of(Throwable failure, String requestId) {
        if (failure instanceof ProblemException e) {
            return e.problem();
        }
        if (failure instanceof HttpException e) {
            log.debug("Not valid HTTP", failure);
            return ofStatus(e.getCode(), requestId);
        }
        if (failure instanceof DatabaseAwayException) {
            log.warn("{} ({})", failure.getMessage(), rootCause(failure));
            log.debug("The database is away", failure);
            return unavailable(
                    "database-away",
                    "The database cannot be reached",
                    "The firm's database cannot be reached or written to at the moment; nothing was written. Try again.",
                    5);
        }
        if (failure instanceof BusyException) {
            log.warn("{} ({})", failure.getMessage(), rootCause(failure));
            return unavailable(
                    "busy",
                    "The database is busy",
                    "The firm's database is too busy at the moment; nothing was written. Try again.",
                    1);
        }
        if (failure instanceof OutcomeUnknownException) {
            log.warn("{} ({})", failure.getMessage(), rootCause(failure));
            return unavailable(
                    "outcome-unknown",
                    "The outcome is unknown",
                    "The connection to the database broke while it was written to. Repeat the request with the same"
                            + " Idempotency-Key to learn what happened; it cannot happen twice.",
                    1);
        }
        if (failure instanceof ContractBrokenException) {
            log.error("{}", failure.getMessage(), failure);
            return unavailable(
                    "contract-broken",
                    "The database does not fit this connector",
                    "The database's procedures do not answer as this connector expects. The firm's IT should run"
                            + " connect check.",
                    30);
        }
        if (failure instanceof ProcedureException e) {
            return ofProcedure(e);
        }
        log.error("Unexpected error", failure);
        return internal(requestId);
    }

    private static Problem ofProcedure(ProcedureException failure) {
        if (failure.number() == ProcedureException.SEARCH_TOO_WIDE) {
            return Problem.of(
                    422,
                    "search-too-wide",
                    "The search is too wide",
                    "It would take longer than two seconds. Give more characters, or search by another field.");
        }
        log.error("{}", failure.getMessage(), failure);
        return unavailable(
                "database-error",
                "The database reported an error",
                "The firm's database reported an error; nothing was written. The connector's log has the details under"
                        + " this request id.",
                30);
    }

    private static Problem internal(String requestId) {
        return Problem.of(
                500,
                "internal",
                "Internal error",
                "The connector met an unexpected error. Its log has the details under the request id " + requestId
                        + ".");
    }

    /** For answers that the server makes by itself, before or instead of a route. */
    static Problem ofStatus(int status, String requestId) {
        return switch (status) {
            case 404 -> noSuchPath();
            case 408 -> timeout();
            case 413 -> tooLarge();
            case 414 ->
                Problem.of(414, "uri-too-long", "The URI is too long", "Send a request line of at most 8,000 bytes.");
            case 417 ->
                Problem.of(417, "expectation-failed", "Unknown expectation", "Send no Expect header but 100-continue.");
            case 431 ->
                Problem.of(
                        431, "headers-too-large", "The headers are too large", "Send at most 8,000 bytes of headers.");
            case 501 ->
                Problem.of(501, "not-implemented", "Not implemented", "The connector does not know this method.");
            case 503 ->
                unavailable("stopping", "The connector is stopping", "The connector is stopping. Try again.", 5);
            case 505 -> Problem.badRequest("http-version", "The connector speaks HTTP/1.1: send that as the version.");
            default ->
                status >= 400 && status < 500
                        ? Problem.of(
                                status,
                                "bad-request",
                                "The request cannot be read",
                                "The request is not valid HTTP/1.1: check its request line, path and headers.")
                        : internal(requestId);
        };
    }

    static Problem noSuchPath() {
        return Problem.of(404, "not-found", "Not found", "There is nothing at this path. GET /openapi.yaml lists all.");
    }

    static Problem timeout() {
        return Problem.of(
                        408,
                        "request-timeout",
                        "The request came too slowly",
                        "Send the whole request within 30 seconds.")
                .header("Connection", "close");
    }

    static Problem tooLarge() {
        return Problem.of(413, "body-too-large", "The body is too large", "Send a body of at most 1 MiB.");
    }

    static Problem tooManyBodies() {
        return unavailable(
                "busy",
                "The connector is busy",
                "The connector has too many large bodies to read at the moment; nothing was written. Try again.",
                1);
    }

    static Problem noTurn() {
        log.warn("A request is refused: as many as server.threads allows are being answered.");
        return unavailable(
                "busy",
                "The connector is busy",
                "The connector is answering as many requests as it may at the moment; nothing was written. Try again.",
                1);
    }

    private static Problem unavailable(String code, String title, String detail, int seconds) {
        return Problem.of(503, code, title, detail).retryAfter(Duration.ofSeconds(seconds));
    }

    private static String rootCause(Throwable failure) {
        Throwable root = failure;
        for (int depth = 0; root.getCause() != null && depth < 20; depth++) {
            root = root.getCause();
        }
        return root.toString();
    }
}
