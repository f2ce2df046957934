package com.clientpay.connect.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request as routes see it: authenticated, its size checked, its body read but not yet parsed.
 *
 * @param path the values of the route's template, decoded, by name
 * @param parameters every query parameter with its values, decoded
 * @param headers every header with its values; names in lower case
 * @param body the bytes of the body; empty when there is none
 */
public record Exchange(
        String requestId,
        Caller caller,
        Map<String, String> path,
        Map<String, List<String>> parameters,
        Map<String, List<String>> headers,
        byte[] body) {

    private static final Pattern VERSION = Pattern.compile("\"v([0-9]{1,18})\"");

    public String path(String name) {
        return path.get(name);
    }

    /** The first value of the header. */
    public Optional<String> header(String name) {
        return headers.getOrDefault(name, List.of()).stream().findFirst();
    }

    /** The query's parameters. All of them must be read and {@link Query#check} called. */
    public Query query() {
        return new Query(parameters);
    }

    /** The body as a JSON object: 400 when it is not readable or no object. An absent body is an empty object. */
    public JsonObject json() {
        return JsonObject.parse(body);
    }

    /**
     * The row version that {@code If-Match} asks for; empty when there is no such header, or it is {@code *}.
     *
     * @throws ProblemException 412 when it is no version of ours: then it can't be the stored one
     */
    public Optional<Long> expectedVersion() {
        return header("if-match")
                .map(String::trim)
                .filter(tag -> !tag.equals("*"))
                .map(tag -> {
                    Matcher version = VERSION.matcher(tag);
                    if (!version.matches()) {
                        throw Problem.changedMeanwhile().asException();
                    }
                    return Long.valueOf(version.group(1));
                });
    }

    /** Whether {@code If-Match} is {@code *}: what is changed must be there, in whichever version (RFC 9110, 13.1.1). */
    public boolean changesOnlyWhatIsThere() {
        return header("if-match").map(String::trim).filter("*"::equals).isPresent();
    }

    /** Refuses any query parameter, for routes that have none. */
    public Exchange withoutQuery() {
        query().check();
        return this;
    }
}
