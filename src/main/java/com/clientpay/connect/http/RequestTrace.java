package com.clientpay.connect.http;

import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.NanoTime;

/** What is learnt about a request on its way, kept with it for the answer's headers and for {@link RequestObserver}. */
final class RequestTrace {
    private static final String ATTRIBUTE = RequestTrace.class.getName();
    private static final Pattern SANE_ID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int LONGEST = 200;
    /** What every browser sends, and nothing else does (Fetch Metadata, W3C). */
    private static final String FETCH_METADATA = "Sec-Fetch-Site";

    private final String requestId;
    private Optional<String> route = Optional.empty();
    private Optional<String> problem = Optional.empty();
    private String caller = "-";
    private String address = "-";

    private RequestTrace(String requestId) {
        this.requestId = requestId;
    }

    /** The request's trace, made at the first call. */
    static RequestTrace of(Request request) {
        if (request.getAttribute(ATTRIBUTE) instanceof RequestTrace trace) {
            return trace;
        }
        String sent = request.getHeaders().get("X-Request-Id");
        RequestTrace trace =
                new RequestTrace(sent != null && SANE_ID.matcher(sent).matches() ? sent : newId());
        trace.calledFrom(Request.getRemoteAddr(request));
        request.setAttribute(ATTRIBUTE, trace);
        return trace;
    }

    private static String newId() {
        return HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
    }

    String requestId() {
        return requestId;
    }

    void matched(String template) {
        route = Optional.of(template);
    }

    void calledFrom(String callerAddress) {
        address = callerAddress;
    }

    void calledBy(String keyName) {
        caller = keyName;
    }

    void failedWith(String code) {
        problem = Optional.of(code);
    }

    FinishedRequest finished(Request request, int status, boolean loopback) {
        String path = request.getHttpURI().getPath();
        return new FinishedRequest(
                requestId,
                plain(caller),
                plain(address),
                loopback,
                loopback && request.getHeaders().contains(FETCH_METADATA),
                plain(request.getMethod()),
                route,
                plain(path == null ? "-" : path),
                status,
                Duration.ofNanos(NanoTime.since(request.getHeadersNanoTime())),
                problem);
    }

    /** Visible ASCII only, of bounded length: nothing a caller sends can start a line of its own in a log. */
    private static String plain(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        for (int i = 0; i < text.length() && i < LONGEST; i++) {
            char c = text.charAt(i);
            plain.append(c > ' ' && c < 0x7F ? c : '?');
        }
        return plain.toString();
    }
}
