package com.clientpay.connect.http;

import java.time.Duration;

/**
 * How long the server waits for clients, and they for it.
 *
 * @param idle longest silence: between requests, within one, and while an answer is not taken
 * @param headers longest wait for the headers of a connection's next request, however steadily single bytes arrive
 * @param body longest wait for a whole body
 * @param turn longest wait of a request while as many as may are answered; see {@link Turns}
 */
record Limits(Duration idle, Duration headers, Duration body, Duration turn) {
    static final Limits STANDARD =
            new Limits(Duration.ofSeconds(30), Duration.ofSeconds(60), Duration.ofSeconds(30), Duration.ofSeconds(5));
}
