package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is no valid HTTP gets a problem too. */
class BrokenRequestsTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(Route.open("GET", "/v1/hello", x -> Answer.ok(Map.of("hello", "world"))))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "GET /v1/hello HTTP/1.1\\r\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello HTTP/1.1\\r\\nHost: a\\r\\nHost: b\\r\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello HTTP/1.1\\r\\nHost: a\\r\\nBad Name: b\\r\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: x\\r\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello HTTP/1.1\\r\\nHost: a\\r\\nContent-Length: 1\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello HTTP/9.9\\r\\nHost: a\\r\\n\\r\\n | 400 | http-version",
                "GE{T /v1/hello HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | bad-request",
                "nonsense\\r\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello HTTP/1.1\\nHost: a\\n\\n | 400 | bad-request",
                "GET /v1/hello HTTP/1.1\\r\\nHost: a\\n\\r\\n | 400 | bad-request",
                "GET /v1/hello\\r\\n\\r\\n | 400 | http-version",
                "GET /v1/hello HTTP/1.1\\r\\nHost: a\\r\\nExpect: miracle\\r\\n\\r\\n | 417 | expectation-failed",
                "OPTIONS * HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 400 | bad-path",
                "CONNECT a:1 HTTP/1.1\\r\\nHost: a:1\\r\\n\\r\\n | 404 | not-found",
                "BREW /v1/hello HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | method-not-allowed",
                "TRACE /v1/hello HTTP/1.1\\r\\nHost: a\\r\\n\\r\\n | 405 | method-not-allowed",
            })
    void a_broken_request_gets_its_problem(String request, int status, String code) throws Exception {
        assertProblem(request.replace("\\r", "\r").replace("\\n", "\n"), status, code);
    }

    @Test
    void a_request_line_that_is_too_long_is_refused() throws Exception {
        assertProblem("GET /v1/" + "x".repeat(20_000) + " HTTP/1.1\r\nHost: a\r\n\r\n", 414, "uri-too-long");
    }

    @Test
    void headers_that_are_too_large_are_refused() throws Exception {
        assertProblem(
                "GET /v1/hello HTTP/1.1\r\nHost: a\r\nX-Large: " + "x".repeat(20_000) + "\r\n\r\n",
                431,
                "headers-too-large");
    }

    private void assertProblem(String request, int status, String code) throws Exception {
        try (RawClient client = server.raw()) {
            RawClient.Reply reply = client.send(request).reply();
            assertEquals(status, reply.status(), reply.body());
            assertEquals("application/problem+json", reply.header("content-type"));
            assertNotNull(reply.header("x-request-id"));
            assertEquals("no-store", reply.header("cache-control"));
            assertFalse(reply.headers().containsKey("server"), "the server names itself");
            assertTrue(reply.body().contains("\"urn:clientpay:problem:" + code + "\""), reply.body());
            assertTrue(reply.body().contains("\"requestId\":\"" + reply.header("x-request-id") + "\""), reply.body());
            FinishedRequest finished = server.finished();
            assertEquals(reply.header("x-request-id"), finished.requestId());
            assertEquals(status, finished.status());
            assertEquals(code, finished.problem().orElseThrow());
        }
    }

    @Test
    void a_query_that_is_not_UTF8_is_refused() throws Exception {
        Route search = Route.open("GET", "/v1/search", x -> Answer.ok(x.parameters()));
        try (TestServer searching = TestServer.with(search).start();
                RawClient client = searching.raw()) {
            assertEquals(
                    "{\"q\":[\"a b\",\"c+d\"],\"empty\":[\"\"]}",
                    client.send("GET /v1/search?q=a+b&q=c%2Bd&empty HTTP/1.1\r\nHost: a\r\n\r\n")
                            .reply()
                            .body());
            for (String query : new String[] {"q=%C3", "q=%zz", "q=%", "q=%ED%A0%80", "%FF=1"}) {
                RawClient.Reply reply = client.send("GET /v1/search?" + query + " HTTP/1.1\r\nHost: a\r\n\r\n")
                        .reply();
                assertEquals(400, reply.status(), query);
                assertTrue(reply.body().contains("bad-query"), reply.body());
            }
        }
    }

    @Test
    void pipelined_requests_are_answered_in_order_errors_included() throws IOException {
        String nothing = "GET /v1/nothing HTTP/1.1\r\nHost: a\r\n\r\n";
        String hello = "GET /v1/hello HTTP/1.1\r\nHost: a\r\n\r\n";
        String refused = "POST /v1/hello HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\n12345";
        try (RawClient client = server.raw()) {
            client.send(nothing + refused + hello + nothing + hello);
            assertEquals(404, client.reply().status());
            assertEquals(405, client.reply().status());
            assertEquals(200, client.reply().status());
            assertEquals(404, client.reply().status());
            assertEquals(200, client.reply().status());
        }
    }

    @Test
    void after_broken_bytes_the_connection_ends() throws IOException {
        try (RawClient client = server.raw()) {
            client.send("nonsense\r\n\r\nGET /v1/hello HTTP/1.1\r\nHost: a\r\n\r\n");
            assertEquals(400, client.reply().status());
            assertTrue(client.isClosedByServer(), "the connection stays open after nonsense");
        }
    }
}
