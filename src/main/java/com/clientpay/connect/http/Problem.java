package com.clientpay.connect.http;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An error answer, RFC 9457. The type is {@code urn:clientpay:problem:<code>}; the server adds the request id.
 *
 * @param detail a sentence for the person who reads it: what happened, to what, what to do
 * @param errors every wrong place of the request; empty unless the input was bad
 * @param members further members of the answer, by name
 * @param headers further headers of the answer
 */
public record Problem(
        int status,
        String code,
        String title,
        String detail,
        List<FieldError> errors,
        Map<String, Object> members,
        Map<String, String> headers) {

    public Problem(
            int status,
            String code,
            String title,
            String detail,
            List<FieldError> errors,
            Map<String, Object> members) {
        this(status, code, title, detail, errors, members, Map.of());
    }

    public static Problem of(int status, String code, String title, String detail) {
        return new Problem(status, code, title, detail, List.of(), Map.of());
    }

    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(member, value);
        return new Problem(status, code, title, detail, errors, more, headers);
    }

    public Problem header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Problem(status, code, title, detail, errors, members, more);
    }

    /** When to try again, rounded up to whole seconds: for 429 and 503. Sooner would be refused again. */
    public Problem retryAfter(Duration wait) {
        return header(
                "Retry-After", Long.toString(wait.plusSeconds(1).minusNanos(1).toSeconds()));
    }

    /** 400: the request cannot be read as one. */
    public static Problem badRequest(String code, String detail) {
        return of(400, code, "The request cannot be read", detail);
    }

    /** 400: query parameters are unknown, out of bounds or do not go together. */
    public static Problem badQuery(List<FieldError> errors) {
        return new Problem(
                400, "bad-query", "The query is wrong", "Correct the parameters named in errors.", errors, Map.of());
    }

    /** 422: readable but wrong. */
    public static Problem invalid(List<FieldError> errors) {
        return new Problem(
                422,
                "invalid",
                "The request has wrong values",
                "Correct the places named in errors.",
                errors,
                Map.of());
    }

    public static Problem notFound(String what, String id) {
        return of(404, "not-found", "Not found", "There is no " + what + " with the id " + id + ".");
    }

    /** 412: {@code If-Match} names another version than the one that is stored. */
    public static Problem changedMeanwhile() {
        return of(
                412,
                "changed-meanwhile",
                "Changed meanwhile",
                "Somebody else changed it since you read it. Read it again, then repeat your change.");
    }

    /** The members of its JSON, in order. */
    public Map<String, Object> json(String requestId) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("type", "urn:clientpay:problem:" + code);
        json.put("title", title);
        json.put("status", status);
        json.put("detail", detail);
        json.put("requestId", requestId);
        if (!errors.isEmpty()) {
            json.put("errors", errors);
        }
        json.putAll(members);
        return json;
    }

    public ProblemException asException() {
        return new ProblemException(this);
    }
}
