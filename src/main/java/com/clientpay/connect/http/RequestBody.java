package com.clientpay.connect.http;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads a request's JSON body: at most 1 MiB, not encoded, within a bounded time. While it waits for the client it holds no
 * thread: callers who send slowly keep nobody else from being served.
 */
final class RequestBody implements Runnable {
    /** Bytes. */
    static final int LARGEST = 1 << 20;

    private static final int CHUNK = 8 << 10;
    private static final String BROKEN = "The body ended early, or its chunks cannot be read. Send it again.";
    private static final Logger log = LoggerFactory.getLogger(RequestBody.class);

    private final Request request;
    private final Duration longest;
    private final BodyMemory memory;
    private final long begun = NanoTime.now();
    private final ByteArrayOutputStream bytes;
    private final CompletableFuture<byte[]> whole = new CompletableFuture<>();

    private RequestBody(Request request, Duration longest, BodyMemory memory, int expected) {
        this.request = request;
        this.longest = longest;
        this.memory = memory;
        this.bytes = new ByteArrayOutputStream(expected);
    }

    /** Whether a body follows the headers, as far as they say. */
    static boolean isAnnounced(Request request) {
        HttpFields headers = request.getHeaders();
        return headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /**
     * Completes when the whole body is there, at once where it came with the headers. Each piece is waited for at most as
     * long as the connection's idle time-out; so the whole takes the sum of both at worst.
     *
     * <p>Fails with a {@link ProblemException}: 408, 413, 415 or, when too much is being read for others, 503; 400 when the
     * body is broken or ends early, which is also what happens when the client goes away: then nobody reads the answer.
     */
    static CompletableFuture<byte[]> read(Request request, Duration longest, BodyMemory memory) {
        HttpFields headers = request.getHeaders();
        checkType(headers);
        long announced = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (announced > LARGEST) {
            throw Problems.tooLarge().asException();
        }
        int expected = announced < 0 ? CHUNK : (int) Math.min(announced, CHUNK);
        RequestBody body = new RequestBody(request, longest, memory, expected);
        body.run();
        return body.whole;
    }

    /** Takes what has come; is called again when there is more. */
    @Override
    public void run() {
        while (true) {
            Content.Chunk chunk = request.read();
            if (chunk == null) {
                request.demand(this);
                return;
            }
            boolean last = chunk.isLast();
            try {
                take(chunk);
            } catch (ProblemException e) {
                end();
                whole.completeExceptionally(e);
                return;
            } finally {
                chunk.release();
            }
            if (last) {
                end();
                whole.complete(bytes.toByteArray());
                return;
            }
        }
    }

    private void take(Content.Chunk chunk) {
        if (Content.Chunk.isFailure(chunk)) {
            throw broken(chunk.getFailure());
        }
        int count = chunk.remaining();
        if (bytes.size() + count > LARGEST) {
            throw Problems.tooLarge().asException();
        }
        if (NanoTime.since(begun) > longest.toNanos()) {
            throw Problems.timeout().asException();
        }
        memory.take(count);
        byte[] piece = new byte[count];
        ByteBuffer from = chunk.getByteBuffer();
        from.get(piece);
        bytes.writeBytes(piece);
    }

    private void end() {
        memory.giveBack(bytes.size());
    }

    private static ProblemException broken(Throwable failure) {
        log.debug("The body cannot be read", failure);
        return (hasCause(failure, TimeoutException.class)
                        ? Problems.timeout()
                        : Problem.badRequest("broken-body", BROKEN).header("Connection", "close"))
                .asException();
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    private static void checkType(HttpFields headers) {
        String encoding = headers.get(HttpHeader.CONTENT_ENCODING);
        if (encoding != null && !encoding.strip().equalsIgnoreCase("identity")) {
            throw unsupported("Send the body without Content-Encoding.");
        }
        if (headers.getValuesList(HttpHeader.CONTENT_TYPE).size() != 1
                || !isJson(headers.get(HttpHeader.CONTENT_TYPE))) {
            throw unsupported("Send the body as Content-Type: application/json, in UTF-8.");
        }
    }

    private static boolean isJson(String contentType) {
        String[] parts = contentType.toLowerCase(Locale.ROOT).split(";", -1);
        boolean json = parts[0].strip().equals("application/json");
        for (int i = 1; i < parts.length; i++) {
            String parameter = parts[i].strip().replace("\"", "");
            json &= !parameter.startsWith("charset") || parameter.equals("charset=utf-8");
        }
        return json;
    }

    private static ProblemException unsupported(String detail) {
        return Problem.of(415, "unsupported-media-type", "Unsupported media type", detail)
                .asException();
    }
}
