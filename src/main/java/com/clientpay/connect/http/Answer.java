package com.clientpay.connect.http;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a route answers. A GET that is answered with 200 gets a strong ETag over its bytes unless it has one already.
 *
 * @param body nothing, bytes, or a writer for what is streamed
 */
public record Answer(int status, Map<String, String> headers, Body body) {

    /** The content of an answer. */
    public sealed interface Body {}

    public record Empty() implements Body {}

    public record Bytes(String contentType, byte[] bytes) implements Body {}

    /** Streamed: written while the client reads, so a slow client slows the writer. */
    public record Stream(String contentType, Writer writer) implements Body {}

    /** Writes a streamed body. */
    @FunctionalInterface
    public interface Writer {
        void write(OutputStream out) throws IOException;
    }

    public static Answer json(int status, Object value) {
        return new Answer(status, Map.of(), new Bytes("application/json", Json.bytes(value)));
    }

    public static Answer ok(Object value) {
        return json(200, value);
    }

    public static Answer noContent() {
        return new Answer(204, Map.of(), new Empty());
    }

    public static Answer text(String contentType, String text) {
        return new Answer(200, Map.of(), new Bytes(contentType, text.getBytes(StandardCharsets.UTF_8)));
    }

    public static Answer stream(String contentType, Writer writer) {
        return new Answer(200, Map.of(), new Stream(contentType, writer));
    }

    /** The problem as {@code application/problem+json}. */
    public static Answer problem(Problem problem, String requestId) {
        return new Answer(
                problem.status(),
                problem.headers(),
                new Bytes("application/problem+json", Json.bytes(problem.json(requestId))));
    }

    public Answer header(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(headers);
        more.put(name, value);
        return new Answer(status, more, body);
    }

    /** The ETag of a resource that has a row version; {@link Exchange#expectedVersion} reads it back. */
    public Answer version(long version) {
        return header("ETag", "\"v" + version + "\"");
    }

    public Optional<String> etag() {
        return Optional.ofNullable(headers.get("ETag"));
    }
}
