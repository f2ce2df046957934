package com.clientpay.connect.cli;

import com.clientpay.connect.http.Json;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What the connector answered.
 *
 * @param headers by name in lower case
 */
record ApiAnswer(int status, Map<String, List<String>> headers, byte[] body) {

    boolean isFine() {
        return status >= 200 && status < 300;
    }

    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    JsonNode json() {
        return Json.read(text());
    }

    Optional<String> header(String name) {
        return headers.getOrDefault(name.toLowerCase(Locale.ROOT), List.of()).stream()
                .findFirst();
    }

    /** Whether the body is one JSON value, a problem included. */
    boolean isJson() {
        return header("content-type")
                .filter(type -> type.startsWith("application/json") || type.startsWith("application/problem+json"))
                .isPresent();
    }

    /** This answer, when it is fine; else the problem in it as a failure of the command. */
    ApiAnswer orFail() {
        if (!isFine()) {
            throw new CommandFailed(ProblemText.of(this));
        }
        return this;
    }
}
