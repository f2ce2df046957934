package com.clientpay.connect.http;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the path and the query of a request. Both are decoded exactly once; what could be read in two ways is 400. */
final class RequestTarget {
    private RequestTarget() {}

    /** The decoded segments of a path; one empty segment for {@code /}. */
    static List<String> segments(String path) {
        if (path == null || !path.startsWith("/")) {
            throw badPath();
        }
        List<String> segments = new ArrayList<>();
        for (String part : path.substring(1).split("/", -1)) {
            segments.add(Percent.decode(part, false)
                    .filter(RequestTarget::isUnambiguous)
                    .orElseThrow(RequestTarget::badPath));
        }
        return segments;
    }

    /** Proxies disagree on dot segments and encoded slashes: what they let pass must not depend on that. */
    private static boolean isUnambiguous(String segment) {
        return !segment.equals(".")
                && !segment.equals("..")
                && segment.indexOf('/') < 0
                && Formats.isPlainText(segment);
    }

    private static ProblemException badPath() {
        return Problem.badRequest(
                        "bad-path",
                        "The path must be percent-encoded UTF-8 without dot segments, encoded slashes or control characters.")
                .asException();
    }

    /** Every parameter with its values, in the order they were sent. */
    static Map<String, List<String>> parameters(String query) {
        if (query == null || query.isEmpty()) {
            return Map.of();
        }
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        for (String pair : query.split("&")) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            Optional<String> name = Percent.decode(equals < 0 ? pair : pair.substring(0, equals), true);
            Optional<String> value = Percent.decode(equals < 0 ? "" : pair.substring(equals + 1), true);
            if (name.isEmpty() || value.isEmpty()) {
                throw Problem.badQuery(List.of(new FieldError("?" + name.orElse(""), "must be percent-encoded UTF-8")))
                        .asException();
            }
            parameters.computeIfAbsent(name.get(), any -> new ArrayList<>()).add(value.get());
        }
        return parameters;
    }
}
