package com.clientpay.connect.http;

import java.time.Duration;
import java.util.Optional;

/**
 * A request that is over. All text is safe for a log line: no control characters, bounded length, no query.
 *
 * @param caller the key's name; {@code -} when there was none
 * @param address where the call came from; {@code -} when the connection was gone before that was known
 * @param console whether a page of the console made it: it came from a browser by the loopback listener
 * @param route the template of the route, such as {@code /v1/invoices/{id}}; empty when none matched
 * @param path the path as it was sent, percent-encoded, without the query
 * @param status what was answered; 0 when the connection ended before anything was
 * @param duration from the end of the request's headers to the end of the answer
 * @param problem the problem's code, also when a streamed answer was broken off after its status was sent
 */
public record FinishedRequest(
        String requestId,
        String caller,
        String address,
        boolean loopback,
        boolean console,
        String method,
        Optional<String> route,
        String path,
        int status,
        Duration duration,
        Optional<String> problem) {}
