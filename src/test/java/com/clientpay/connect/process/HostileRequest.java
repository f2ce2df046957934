package com.clientpay.connect.process;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Bytes that no honest client sends.
 *
 * @param name what is wrong with them
 * @param bytes with {@code KEY} where a valid key stands
 */
record HostileRequest(String name, byte[] bytes) {
    /** Its id must never be in the log: it is hidden in another request's body or framing. */
    static final String SMUGGLED = "smuggled";

    private static final String HIDDEN =
            "GET /v1/health/live HTTP/1.1\r\nHost: a\r\nX-Request-Id: " + SMUGGLED + "\r\n\r\n";

    private static HostileRequest of(String name, String text) {
        return new HostileRequest(name, text.getBytes(StandardCharsets.ISO_8859_1));
    }

    private static final String POST = "POST /v1/postings/check HTTP/1.1\r\nHost: a\r\nAuthorization: Bearer KEY\r\n"
            + "Content-Type: application/json\r\n";
    private static final String GET = "GET /v1/bank-accounts HTTP/1.1\r\n";
    private static final String KEY = "Authorization: Bearer KEY\r\n";

    /** Two servers could read different requests from these. Each is followed by a hidden one. */
    static List<HostileRequest> smuggling() {
        Map<String, String> heads = new TreeMap<>();
        heads.put("Content-Length and Transfer-Encoding", "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n");
        heads.put("Transfer-Encoding and Content-Length", "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n");
        heads.put("Transfer-Encoding twice", "Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n");
        heads.put("chunked twice", "Transfer-Encoding: chunked, chunked\r\n");
        heads.put("an unknown Transfer-Encoding", "Transfer-Encoding: xchunked\r\n");
        heads.put("Transfer-Encoding: identity", "Transfer-Encoding: identity\r\n");
        heads.put("chunked before gzip", "Transfer-Encoding: chunked, gzip\r\n");
        heads.put("Transfer-Encoding with a tab before it", "Transfer-Encoding:\tchunked\r\nContent-Length: 4\r\n");
        heads.put("Transfer-Encoding with a vertical tab", "Transfer-Encoding: \u000bchunked\r\n");
        heads.put("a quoted Transfer-Encoding", "Transfer-Encoding: \"chunked\"\r\n");
        heads.put("Transfer-Encoding folded", "Transfer-Encoding:\r\n chunked\r\n");
        heads.put("a space before the colon", "Transfer-Encoding : chunked\r\n");
        heads.put("a space before the colon of a length", "Content-Length : 4\r\n");
        heads.put("a header that begins with a space", " Transfer-Encoding: chunked\r\n");
        heads.put("a header folded", "X-Folded: a\r\n b\r\nContent-Length: 0\r\n");
        heads.put("a NUL in a header's name", "Transfer-Encoding\u0000: chunked\r\n");
        heads.put("a NUL in a header", "X-Nul: a\u0000b\r\nContent-Length: 0\r\n");
        heads.put("a lone CR in a header", "X-Lone: a\rTransfer-Encoding: chunked\r\n");
        heads.put("Content-Length twice, unlike", "Content-Length: 0\r\nContent-Length: 4\r\n");
        heads.put("Content-Length as a list", "Content-Length: 0, 4\r\n");
        heads.put("a negative Content-Length", "Content-Length: -1\r\n");
        heads.put("a Content-Length with a plus", "Content-Length: +4\r\n");
        heads.put("a Content-Length in hexadecimal", "Content-Length: 0x4\r\n");
        heads.put("a Content-Length with a blank in it", "Content-Length: 1 1\r\n");
        heads.put("an empty Content-Length", "Content-Length:\r\n");
        heads.put("a Content-Length above 64 bits", "Content-Length: 18446744073709551620\r\n");
        heads.put("a header without a colon", "Transfer-Encoding chunked\r\n");
        heads.put("a header without a name", ": chunked\r\n");
        heads.put("two hosts", "Host: b\r\nContent-Length: 0\r\n");
        heads.put("a host that is none", "Host: a b\r\nContent-Length: 0\r\n");
        List<HostileRequest> all = new ArrayList<>();
        heads.forEach((name, head) -> all.add(of(name, POST + head + "\r\n0\r\n\r\n" + HIDDEN)));
        Map<String, String> chunks = new TreeMap<>();
        chunks.put("an empty chunk size", "\r\n");
        chunks.put("a negative chunk size", "-1\r\nx\r\n");
        chunks.put("a chunk size with a plus", "+1\r\nx\r\n");
        chunks.put("a chunk size with 0x", "0x1\r\nx\r\n");
        chunks.put("a chunk size of 17 digits", "10000000000000001\r\nx\r\n");
        chunks.put("a chunk size that is a word", "two\r\nxx\r\n");
        chunks.put("a chunk that is longer than its size", "1\r\nxyz\r\n");
        chunks.put("a chunk without its line end", "1\r\nx0\r\n");
        chunks.put("a chunk size with a blank before it", " 1\r\nx\r\n");
        chunks.forEach((name, chunk) ->
                all.add(of(name, POST + "Transfer-Encoding: chunked\r\n\r\n" + chunk + "0\r\n\r\n" + HIDDEN)));
        String lineFeeds = POST.replace("\r", "") + "Content-Length: 0\n\n";
        all.add(of("line feeds only", lineFeeds + HIDDEN.replace("\r", "")));
        all.add(of("carriage returns only", POST.replace("\n", "") + "Content-Length: 0\r\r" + HIDDEN));
        all.add(of(
                "Transfer-Encoding in HTTP/1.0",
                POST.replace("1.1", "1.0") + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n" + HIDDEN));
        all.add(of("a request line of two lines", "GET /v1/health/live\r\n HTTP/1.1\r\nHost: a\r\n\r\n" + HIDDEN));
        all.add(of("a request line with a tab", "GET\t/v1/bank-accounts\tHTTP/1.1\r\nHost: a\r\n\r\n" + HIDDEN));
        all.add(of("HTTP/0.9", "GET /v1/bank-accounts\r\n" + HIDDEN));
        all.add(of("the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n" + HIDDEN));
        all.add(of("NUL bytes", "\u0000".repeat(100) + "\r\n\r\n" + HIDDEN));
        return all;
    }

    static List<HostileRequest> floods() {
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            many.append("X-").append(i).append(": y\r\n");
        }
        return List.of(
                of("twenty thousand headers", GET + "Host: a\r\n" + many + "\r\n"),
                of("one header of a megabyte", GET + "Host: a\r\nX-Large: " + "x".repeat(1 << 20) + "\r\n\r\n"),
                of("a header's name of a megabyte", GET + "Host: a\r\n" + "x".repeat(1 << 20) + ": y\r\n\r\n"),
                of("a path of a megabyte", "GET /v1/" + "x".repeat(1 << 20) + " HTTP/1.1\r\nHost: a\r\n\r\n"),
                of("a method of a megabyte", "X".repeat(1 << 20) + " / HTTP/1.1\r\nHost: a\r\n\r\n"),
                of("a megabyte of blank lines", "\r\n".repeat(1 << 19) + "nonsense\r\n\r\n"));
    }

    /** Ways to reach what the listener for callers does not have, or what a path does not name. */
    static List<HostileRequest> paths() {
        List<HostileRequest> all = new ArrayList<>();
        for (String path : List.of(
                "/v1/admin/checks",
                "//v1/admin/checks",
                "/v1//admin/checks",
                "/v1/bank-accounts/../admin/checks",
                "/v1/bank-accounts/%2e%2e/admin/checks",
                "/v1/bank-accounts/%2E./admin/checks",
                "/v1/bank-accounts/..%2fadmin%2fchecks",
                "/v1/bank-accounts/..;/admin/checks",
                "/v1/bank-accounts/;x/../admin/checks",
                "/v1/./admin/checks",
                "/v1/%61dmin%2fchecks",
                "/v1\\admin\\checks",
                "/v1/admin%5cchecks",
                "/v1/admin/checks%00",
                "/v1/bank-accounts%00.json",
                "/v1/bank-accounts%",
                "/v1/bank-accounts%zz",
                "/v1/bank-accounts%ff",
                "/v1/bank-accounts%c0%af",
                "/v1/bank-accounts%0d%0aX-Injected:%20yes",
                "/v1/matters/%2e%2e",
                "/v1/matters/..%252f..%252fetc%252fpasswd",
                "/%2e%2e/%2e%2e/%2e%2e/etc/passwd",
                "/../../../../etc/passwd",
                "/v1/BANK-ACCOUNTS",
                "/v1/bank-accounts/",
                "/v1/bank-accounts;jsessionid=1",
                "v1/bank-accounts",
                "http://127.0.0.1/v1/admin/checks",
                "http://elsewhere.example/v1/admin/checks",
                "http://a@b:c/v1/bank-accounts",
                "file:///etc/passwd",
                "*",
                "?",
                "/v1/bank-accounts?q=%zz",
                "/v1/bank-accounts?limit=%00",
                "/v1/bank-accounts#fragment")) {
            all.add(of(
                    "the path " + path,
                    "GET " + path + " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n" + KEY + "\r\n"));
        }
        return all;
    }

    /** Bodies of a payment that are no JSON, or no sane one. */
    static List<HostileRequest> bodies() {
        Map<String, String> bodies = new TreeMap<>();
        bodies.put("arrays in arrays, 100,000 deep", "[".repeat(100_000) + "]".repeat(100_000));
        bodies.put("objects in objects, 100,000 deep", "{\"a\":".repeat(100_000) + "1" + "}".repeat(100_000));
        bodies.put("deep and cut off", "{\"a\":[".repeat(100_000));
        bodies.put("a number of 100,000 digits", "{\"amount\":" + "9".repeat(100_000) + "}");
        bodies.put("a number with a huge exponent", "{\"amount\":1e999999999}");
        bodies.put("a text of a million characters", "{\"paymentId\":\"" + "x".repeat(1_000_000) + "\"}");
        bodies.put("a hundred thousand properties", properties());
        bodies.put("more than a mebibyte", "{\"paymentId\":\"" + "x".repeat(2 << 20) + "\"}");
        bodies.put("a property twice", "{\"paymentId\":\"a\",\"paymentId\":\"b\"}");
        bodies.put("bytes that are no UTF-8", "{\"paymentId\":\"\u00ff\u00fe\"}");
        bodies.put("UTF-8 that is too long", "{\"paymentId\":\"\u00c0\u00af\"}");
        bodies.put("UTF-8 of half a pair", "{\"paymentId\":\"\u00ed\u00a0\u0080\"}");
        bodies.put("UTF-8 cut off", "{\"paymentId\":\"\u00e2\u0082");
        bodies.put("UTF-16", "\u00ff\u00fe{\u0000}\u0000");
        bodies.put("UTF-32", "\u0000\u0000\u0000{\u0000\u0000\u0000}");
        bodies.put("a NUL byte", "{\"paymentId\":\"a\u0000b\"}");
        bodies.put("a NUL byte before it", "\u0000{}");
        bodies.put("an escaped NUL", "{\"paymentId\":\"a\\u0000b\"}");
        bodies.put("half an escaped pair", "{\"paymentId\":\"a\\ud800\"}");
        bodies.put("comments", "{/* */\"paymentId\":\"a\"}");
        bodies.put("NaN", "{\"amount\":NaN}");
        bodies.put("a second value behind it", "{} {}");
        bodies.put("an array", "[]");
        bodies.put("null", "null");
        bodies.put("nothing but blanks", "   ");
        List<HostileRequest> all = new ArrayList<>();
        bodies.forEach((name, body) -> all.add(of(
                "a body with " + name,
                POST + "Connection: close\r\nContent-Length: " + body.length() + "\r\n\r\n" + body)));
        return all;
    }

    private static String properties() {
        StringBuilder json = new StringBuilder("{");
        for (int i = 0; i < 100_000; i++) {
            json.append("\"").append(i).append("\":1,");
        }
        return json.append("\"x\":1}").toString();
    }
}
