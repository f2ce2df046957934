package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

class RequestLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger("request");
    private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
    private Level before;

    @BeforeEach
    void listen() {
        before = logger.getLevel();
        logger.setLevel(Level.INFO);
        lines.start();
        logger.addAppender(lines);
    }

    @AfterEach
    void leave() {
        logger.detachAppender(lines);
        logger.setLevel(before);
    }

    @Test
    void a_request_is_one_line_without_its_query_or_its_key() throws Exception {
        Route thing = Route.scoped(Scope.READ, "GET", "/v1/things/{id}", x -> {
            throw Problem.notFound("thing", x.path("id")).asException();
        });
        try (TestServer server = TestServer.with(thing).start()) {
            TestServer.send(server.request("/v1/things/a%20b?q=Client%20Name")
                    .header("X-Request-Id", "id-1")
                    .build());
            server.finished();
        }
        assertEquals(1, lines.list.size());
        String line = lines.list.get(0).getFormattedMessage();
        assertTrue(
                line.matches("GET /v1/things/a%20b 404 [0-9]+ ms key=good from=127\\.0\\.0\\.1 id=id-1"
                        + " problem=not-found"),
                line);
    }

    @Test
    void what_a_caller_sends_starts_no_line_of_its_own() throws Exception {
        try (TestServer server = TestServer.with().start();
                RawClient client = server.raw()) {
            client.send("GET /v1/x%0D%0Aforged HTTP/1.1\r\nHost: a\r\nX-Request-Id: a\tb\r\n\r\n");
            assertEquals(400, client.reply().status());
            server.finished();
        }
        String line = lines.list.get(0).getFormattedMessage();
        assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 0x7F), line);
    }

    @Test
    void log_lines_of_a_request_carry_its_id() throws Exception {
        AtomicReference<String> seen = new AtomicReference<>();
        Route route = Route.open("GET", "/v1/hello", x -> {
            seen.set(MDC.get("requestId"));
            return Answer.noContent();
        });
        try (TestServer server = TestServer.with(route).start()) {
            TestServer.send(
                    server.request("/v1/hello").header("X-Request-Id", "id-2").build());
        }
        assertEquals("id-2", seen.get());
    }
}
