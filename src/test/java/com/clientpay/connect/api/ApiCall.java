package com.clientpay.connect.api;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Assertions;

/** One request to a connector; its answer must be as {@link OpenApi} says. */
final class ApiCall {
    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    private final String base;
    private final String method;
    private final String path;
    private final Map<String, List<String>> parameters = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private Optional<String> body = Optional.empty();

    /** @param path encoded, without a query */
    ApiCall(String base, String method, String path) {
        this.base = base;
        this.method = method;
        this.path = path;
    }

    ApiCall parameter(String name, String value) {
        parameters.computeIfAbsent(name, any -> new ArrayList<>()).add(value);
        return this;
    }

    ApiCall header(String name, String value) {
        headers.put(name, value);
        return this;
    }

    ApiCall key(String token) {
        return header("Authorization", "Bearer " + token);
    }

    /** Sends JSON. */
    ApiCall json(String text) {
        body = Optional.of(text);
        headers.putIfAbsent("Content-Type", "application/json");
        return this;
    }

    String path() {
        return path;
    }

    Set<String> parameterNames() {
        return parameters.keySet();
    }

    List<String> parameters(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> body() {
        return body;
    }

    /** Sends it; fails unless the operation is described and its answer is as described. */
    Reply send() {
        Operation operation = OpenApi.described()
                .operation(method, path)
                .orElseThrow(() -> new AssertionError(method + " " + path + " is not described"));
        Reply reply = sendUndescribed();
        List<String> wrong = operation.violations(reply);
        Assertions.assertTrue(
                wrong.isEmpty(), () -> this + " was answered other than described: " + wrong + "\n" + reply.text());
        return reply;
    }

    /** Sends what no operation is described for. */
    Reply sendUndescribed() {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path + query()))
                .timeout(Duration.ofSeconds(60))
                .method(
                        method,
                        body.map(HttpRequest.BodyPublishers::ofString).orElse(HttpRequest.BodyPublishers.noBody()));
        headers.forEach(request::header);
        try {
            return new Reply(this, CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(this + " was not answered", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String query() {
        List<String> pairs = new ArrayList<>();
        parameters.forEach((name, values) -> values.forEach(value -> pairs.add(encoded(name) + "=" + encoded(value))));
        return pairs.isEmpty() ? "" : "?" + String.join("&", pairs);
    }

    /** Encoded as one segment of a path, or one part of a query. */
    static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return method + " " + path + query() + body.map(text -> " " + text).orElse("");
    }
}
