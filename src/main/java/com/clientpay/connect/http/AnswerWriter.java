package com.clientpay.connect.http;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpMethod;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Puts answers on the wire, each with the headers every answer has. */
final class AnswerWriter {
    private static final Logger log = LoggerFactory.getLogger(AnswerWriter.class);
    private static final int STREAM_BUFFER = 16 << 10;

    private AnswerWriter() {}

    /** @param callback is completed when the answer is sent; failed when it broke off */
    static void write(Answer answer, Request request, Response response, Callback callback) {
        boolean reads = HttpMethod.GET.is(request.getMethod()) || HttpMethod.HEAD.is(request.getMethod());
        head(answer, request, response);
        if (answer.body() instanceof Answer.Bytes body) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
            if (reads && answer.status() == 200 && isUnchanged(answer, body, request, response)) {
                response.setStatus(304);
                response.getHeaders().remove(HttpHeader.CONTENT_TYPE);
                send(null, request, response, callback);
            } else {
                send(ByteBuffer.wrap(body.bytes()), request, response, callback);
            }
        } else if (answer.body() instanceof Answer.Stream body) {
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, body.contentType());
            if (HttpMethod.HEAD.is(request.getMethod())) {
                response.write(false, null, callback);
            } else {
                stream(body, request, response, callback);
            }
        } else {
            send(null, request, response, callback);
        }
    }

    private static void send(ByteBuffer bytes, Request request, Response response, Callback callback) {
        response.write(true, bytes, Callback.from(() -> LeftoverBody.discard(request, callback), callback::failed));
    }

    private static void head(Answer answer, Request request, Response response) {
        response.setStatus(answer.status());
        HttpFields.Mutable headers = response.getHeaders();
        headers.put("X-Request-Id", RequestTrace.of(request).requestId());
        headers.put("X-Content-Type-Options", "nosniff");
        if (request.getConnectionMetaData().isSecure()) {
            headers.put(HttpHeader.STRICT_TRANSPORT_SECURITY, "max-age=31536000");
        }
        String path = request.getHttpURI().getPath();
        if (path == null || path.startsWith("/v1/") || answer.status() >= 400) {
            headers.put(HttpHeader.CACHE_CONTROL, "no-store");
        }
        if (answer.status() == 401) {
            headers.put(HttpHeader.WWW_AUTHENTICATE, "Bearer");
        }
        answer.headers().forEach(headers::put);
    }

    private static boolean isUnchanged(Answer answer, Answer.Bytes body, Request request, Response response) {
        String tag = answer.etag().orElseGet(() -> EntityTag.of(body.bytes()));
        response.getHeaders().put(HttpHeader.ETAG, tag);
        List<String> sent = request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH);
        return !sent.isEmpty() && EntityTag.isIn(sent, tag);
    }

    /**
     * Writes from this thread, each piece when the client has taken the one before. A writer that fails before its first
     * piece is sent becomes a problem; after that the connection is broken off, because an orderly end would look like
     * the whole.
     */
    private static void stream(Answer.Stream body, Request request, Response response, Callback callback) {
        RequestTrace trace = RequestTrace.of(request);
        ClientStream client = new ClientStream(Content.Sink.asOutputStream(response));
        OutputStream out = new BufferedOutputStream(client, STREAM_BUFFER);
        try {
            body.writer().write(out);
            out.flush();
        } catch (IOException | RuntimeException | StackOverflowError failure) {
            if (client.isGone()) {
                log.debug("The client went away during a streamed answer", failure);
                trace.failedWith("client-gone");
                callback.failed(failure);
                return;
            }
            Problem problem = Problems.of(failure, trace.requestId());
            trace.failedWith(problem.code());
            if (response.isCommitted()) {
                callback.failed(new Request.Handler.AbortException("broken off: " + problem.code(), failure));
            } else {
                response.reset();
                write(Answer.problem(problem, trace.requestId()), request, response, callback);
            }
            return;
        }
        send(null, request, response, callback);
    }
}
