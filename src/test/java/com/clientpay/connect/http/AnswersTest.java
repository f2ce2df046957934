package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every answer has: ids, tags, headers. */
class AnswersTest {
    private TestServer server;

    @BeforeEach
    void start() {
        server = TestServer.with(
                        Route.open("GET", "/v1/hello", x -> Answer.ok(Map.of("hello", "world"))),
                        Route.open(
                                "GET", "/v1/versioned", x -> Answer.ok(Map.of()).version(7)),
                        Route.open("GET", "/openapi.yaml", x -> Answer.text("application/yaml", "openapi: 3.1.0")),
                        Route.open("POST", "/v1/gone", x -> Answer.noContent()))
                .start();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_sane_request_id_is_taken_over() throws Exception {
        HttpResponse<String> answer = TestServer.send(server.request("/v1/hello")
                .header("X-Request-Id", "portal-1.2_A")
                .build());
        assertEquals(Optional.of("portal-1.2_A"), answer.headers().firstValue("X-Request-Id"));
        assertEquals("portal-1.2_A", server.finished().requestId());
    }

    @Test
    void any_other_request_id_is_replaced() throws Exception {
        HttpResponse<String> answer = TestServer.send(
                server.request("/v1/hello").header("X-Request-Id", "no blanks").build());
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(id.matches("[0-9a-f]{16}"), id);
        assertEquals(id, server.finished().requestId());
    }

    @Test
    void a_problem_names_the_request_id_of_its_header() throws Exception {
        HttpResponse<String> answer = server.get("/v1/nothing");
        String id = answer.headers().firstValue("X-Request-Id").orElseThrow();
        assertTrue(answer.body().contains("\"requestId\":\"" + id + "\""), answer.body());
        assertEquals(Optional.of("application/problem+json"), answer.headers().firstValue("Content-Type"));
    }

    @Test
    void every_answer_is_protected_and_names_no_server() throws Exception {
        for (String path : new String[] {"/v1/hello", "/v1/nothing"}) {
            HttpHeaders headers = server.get(path).headers();
            assertEquals(Optional.of("nosniff"), headers.firstValue("X-Content-Type-Options"));
            assertEquals(Optional.of("no-store"), headers.firstValue("Cache-Control"));
            assertEquals(Optional.empty(), headers.firstValue("Server"));
            assertEquals(Optional.empty(), headers.firstValue("Strict-Transport-Security"));
        }
        assertEquals(Optional.empty(), server.get("/openapi.yaml").headers().firstValue("Cache-Control"));
    }

    @Test
    void a_GET_has_a_strong_tag_and_is_not_sent_twice() throws Exception {
        HttpResponse<String> first = server.get("/v1/hello");
        String tag = first.headers().firstValue("ETag").orElseThrow();
        assertTrue(tag.matches("\"[0-9a-f]{32}\""), tag);
        for (String sent : new String[] {tag, "W/" + tag, "\"other\", " + tag, "*"}) {
            HttpResponse<String> again = conditional("/v1/hello", sent);
            assertEquals(304, again.statusCode(), sent);
            assertEquals(Optional.of(tag), again.headers().firstValue("ETag"));
            assertEquals("", again.body());
        }
        assertEquals(200, conditional("/v1/hello", "\"other\"").statusCode());
    }

    @Test
    void a_resource_with_a_version_keeps_its_own_tag() throws Exception {
        assertEquals(
                Optional.of("\"v7\""), server.get("/v1/versioned").headers().firstValue("ETag"));
        assertEquals(304, conditional("/v1/versioned", "\"v7\"").statusCode());
        assertEquals(200, conditional("/v1/versioned", "\"v6\"").statusCode());
    }

    private HttpResponse<String> conditional(String path, String tag) throws Exception {
        return TestServer.send(server.request(path).header("If-None-Match", tag).build());
    }

    @Test
    void an_answer_without_content_has_no_type() throws Exception {
        HttpResponse<String> answer = server.post("/v1/gone", "application/json", new byte[0]);
        assertEquals(204, answer.statusCode());
        assertFalse(answer.headers().firstValue("Content-Type").isPresent());
    }

    @Test
    void a_finished_request_is_told_without_its_query() throws Exception {
        server.get("/v1/hello?q=Client%20Name");
        FinishedRequest finished = server.finished();
        assertEquals("/v1/hello", finished.path());
        assertEquals(Optional.of("/v1/hello"), finished.route());
        assertEquals("GET", finished.method());
        assertEquals(200, finished.status());
        assertEquals("-", finished.caller());
        assertEquals("127.0.0.1", finished.address());
        assertEquals(Optional.empty(), finished.problem());
        assertTrue(server.nothingElseFinished());
    }
}
