package com.clientpay.connect.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads a request's JSON body: at most 1 MiB, not encoded, within a bounded time. */
final class RequestBody {
    /** Bytes. */
    static final int LARGEST = 1 << 20;

    private static final int CHUNK = 8 << 10;
    private static final String BROKEN = "The body ended early, or its chunks cannot be read. Send it again.";
    private static final Logger log = LoggerFactory.getLogger(RequestBody.class);

    private RequestBody() {}

    /** Whether a body follows the headers, as far as they say. */
    static boolean isAnnounced(Request request) {
        HttpFields headers = request.getHeaders();
        return headers.getLongField(HttpHeader.CONTENT_LENGTH) > 0 || headers.contains(HttpHeader.TRANSFER_ENCODING);
    }

    /**
     * @throws ProblemException 408, 413 or 415; 400 when the body is broken or ends early, which is also what happens when
     *     the client goes away: then nobody reads the answer
     */
    static byte[] read(Request request, Duration longest) {
        HttpFields headers = request.getHeaders();
        checkType(headers);
        long announced = headers.getLongField(HttpHeader.CONTENT_LENGTH);
        if (announced > LARGEST) {
            throw Problems.tooLarge().asException();
        }
        try {
            return read(request, longest, announced < 0 ? CHUNK : (int) announced);
        } catch (IOException e) {
            log.debug("The body cannot be read", e);
            boolean slow = hasCause(e, TimeoutException.class);
            throw (slow
                            ? Problems.timeout()
                            : Problem.badRequest("broken-body", BROKEN).header("Connection", "close"))
                    .asException();
        }
    }

    private static boolean hasCause(Throwable failure, Class<? extends Throwable> type) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (type.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }

    /** Each read waits at most for the connection's idle time-out; so the whole takes the sum of both at worst. */
    private static byte[] read(Request request, Duration longest, int expected) throws IOException {
        long start = NanoTime.now();
        InputStream in = Content.Source.asInputStream(request);
        ByteArrayOutputStream body = new ByteArrayOutputStream(expected);
        byte[] chunk = new byte[Math.max(1, Math.min(expected, CHUNK))];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            if (body.size() + count > LARGEST) {
                throw Problems.tooLarge().asException();
            }
            if (NanoTime.since(start) > longest.toNanos()) {
                throw Problems.timeout().asException();
            }
            body.write(chunk, 0, count);
        }
        return body.toByteArray();
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
