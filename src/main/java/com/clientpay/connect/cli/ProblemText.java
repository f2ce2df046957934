package com.clientpay.connect.cli;

import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** A problem that the connector answered, in words: title, detail, every wrong place, and the request's id. */
final class ProblemText {
    private ProblemText() {}

    static String of(ApiAnswer answer) {
        List<String> lines = new ArrayList<>();
        try {
            JsonNode problem = answer.json();
            lines.add(text(problem, "title") + " (" + answer.status() + " " + code(problem) + ")");
            lines.add(text(problem, "detail"));
            for (JsonNode error : problem.path("errors")) {
                lines.add("  " + text(error, "pointer") + " " + text(error, "detail"));
            }
            lines.add("Request " + text(problem, "requestId"));
        } catch (JacksonException e) {
            lines.clear();
            lines.add("The answer is " + answer.status() + " without a problem description.");
            lines.add("Is it really ClientPay Connect that was called?");
        }
        if (answer.status() == 401) {
            lines.add("Put a key into the environment variable CONNECT_KEY, or into a file and name it with --key-file."
                    + " connect key create makes one.");
        }
        return String.join("\n", lines);
    }

    private static String code(JsonNode problem) {
        return text(problem, "type").replaceFirst("^urn:clientpay:problem:", "");
    }

    private static String text(JsonNode node, String name) {
        return node.path(name).asString("");
    }
}
