package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.ConnectConfig;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Listeners, routes and who may call them. */
class HttpServerTest {
    private static final Route HELLO = Route.open("GET", "/v1/hello", x -> Answer.ok(Map.of("hello", "world")));
    private static final Route ID =
            Route.scoped(Scope.READ, "GET", "/v1/things/{id}", x -> Answer.ok(Map.of("id", x.path("id"))));
    private static final Route COUNTS =
            Route.scoped(Scope.READ, "GET", "/v1/things/counts", x -> Answer.ok(Map.of("fixed", true)));
    private static final Route ADMIN = Route.admin("GET", "/v1/admin/checks", x -> Answer.ok(Map.of()));
    private static final Route METRICS = new Route(
            "GET",
            "/metrics",
            new Route.Access(Optional.of(Scope.ADMIN), false, true),
            x -> Answer.text("text/plain", "up 1"));

    @Test
    void a_fixed_path_wins_over_a_template() throws Exception {
        try (TestServer server = TestServer.with(ID, COUNTS).start()) {
            assertEquals("{\"fixed\":true}", server.get("/v1/things/counts").body());
            assertEquals("{\"id\":\"7\"}", server.get("/v1/things/7").body());
        }
    }

    @Test
    void a_path_parameter_is_decoded_once() throws Exception {
        try (TestServer server = TestServer.with(ID).start()) {
            assertEquals(
                    "{\"id\":\"100% Müller+Söhne\"}",
                    server.get("/v1/things/100%25%20M%C3%BCller+S%C3%B6hne").body());
            assertEquals("{\"id\":\"%41\"}", server.get("/v1/things/%2541").body());
        }
    }

    @Test
    void a_path_that_could_be_read_in_two_ways_is_refused() throws Exception {
        try (TestServer server = TestServer.with(ID, HELLO).start()) {
            for (String path : List.of(
                    "/v1/things/a%2Fb",
                    "/v1/things/a%2fb",
                    "/v1/x/../hello",
                    "/v1/x/%2e%2e/hello",
                    "/v1/things/%2E",
                    "/v1/things/%00",
                    "/v1/things/%0A",
                    "/v1/things/%C3",
                    "/v1/things/%zz",
                    "/v1/things/..;/x",
                    "/v1//hello")) {
                try (RawClient client = server.raw()) {
                    RawClient.Reply reply = client.send("GET " + path + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .reply();
                    assertEquals(400, reply.status(), path + " " + reply.body());
                    assertEquals("application/problem+json", reply.header("content-type"), path);
                }
            }
        }
    }

    @Test
    void an_unknown_path_and_an_unknown_method_are_told_apart() throws Exception {
        try (TestServer server = TestServer.with(HELLO, ID).start()) {
            HttpResponse<String> unknown = server.get("/v1/nothing");
            assertEquals(404, unknown.statusCode());
            assertTrue(unknown.body().contains("urn:clientpay:problem:not-found"), unknown.body());
            HttpResponse<String> wrong =
                    TestServer.send(server.request("/v1/hello").DELETE().build());
            assertEquals(405, wrong.statusCode());
            assertEquals(Optional.of("GET, HEAD"), wrong.headers().firstValue("Allow"));
            assertTrue(wrong.body().contains("method-not-allowed"), wrong.body());
        }
    }

    @Test
    void HEAD_is_answered_wherever_GET_is_without_the_content() throws Exception {
        try (TestServer server = TestServer.with(HELLO).start();
                RawClient client = server.raw()) {
            String body = server.get("/v1/hello").body();
            client.send("HEAD /v1/hello HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            String all = new String(client.rest(), StandardCharsets.US_ASCII);
            assertTrue(all.startsWith("HTTP/1.1 200"), all);
            assertTrue(all.contains("Content-Length: " + body.length() + "\r\n"), all);
            assertTrue(all.contains("ETag: \""), all);
            assertTrue(all.endsWith("\r\n\r\n"), all);
        }
    }

    @Test
    void a_call_needs_a_key_and_the_key_its_scope() throws Exception {
        try (TestServer server = TestServer.with(ID).start()) {
            HttpRequest.Builder plain = HttpRequest.newBuilder(server.uri("/v1/things/1"));
            HttpResponse<String> without = TestServer.send(plain.build());
            assertEquals(401, without.statusCode());
            assertEquals(Optional.of("Bearer"), without.headers().firstValue("WWW-Authenticate"));
            HttpResponse<String> scopeless =
                    TestServer.send(plain.header("Authorization", "Bearer none").build());
            assertEquals(403, scopeless.statusCode());
            assertTrue(scopeless.body().contains("scope read"), scopeless.body());
            assertTrue(scopeless.body().contains("problem:forbidden"), scopeless.body());
        }
    }

    @Test
    void what_is_for_this_machine_does_not_exist_on_the_public_listener() throws Exception {
        try (TestServer server = TestServer.with(ADMIN).start()) {
            assertEquals(404, server.get("/v1/admin/checks").statusCode());
            HttpRequest onLoopback = HttpRequest.newBuilder(server.loopbackUri("/v1/admin/checks"))
                    .header("Authorization", "Bearer good")
                    .build();
            assertEquals(403, TestServer.send(onLoopback).statusCode());
        }
    }

    @Test
    void metrics_need_a_key_on_the_public_listener_only() throws Exception {
        try (TestServer server = TestServer.with(METRICS).start()) {
            assertEquals(403, server.get("/metrics").statusCode());
            HttpResponse<String> open = TestServer.send(
                    HttpRequest.newBuilder(server.loopbackUri("/metrics")).build());
            assertEquals(200, open.statusCode());
            assertEquals("up 1", open.body());
        }
    }

    @Test
    void callers_from_other_addresses_are_refused_except_on_the_loopback_listener() throws Exception {
        try (TestServer server = TestServer.with(HELLO).allowed("192.0.2.0/24").start()) {
            HttpResponse<String> refused = server.get("/v1/hello");
            assertEquals(403, refused.statusCode());
            assertTrue(refused.body().contains("address-not-allowed"), refused.body());
            assertEquals(
                    200,
                    TestServer.send(HttpRequest.newBuilder(server.loopbackUri("/v1/hello"))
                                    .build())
                            .statusCode());
        }
    }

    @Test
    void a_proxy_is_believed_only_when_it_is_configured() throws Exception {
        Route whoami = Route.open(
                "GET", "/v1/whoami", x -> Answer.ok(Map.of("address", x.caller().address())));
        try (TestServer direct = TestServer.with(whoami).start();
                TestServer behind = TestServer.with(whoami)
                        .proxies("127.0.0.1", "10.0.0.0/8")
                        .start()) {
            assertEquals("{\"address\":\"127.0.0.1\"}", forwarded(direct, "192.0.2.7"));
            assertEquals("{\"address\":\"192.0.2.7\"}", forwarded(behind, "192.0.2.7"));
            assertEquals("{\"address\":\"192.0.2.7\"}", forwarded(behind, "203.0.113.9, 192.0.2.7, 10.1.2.3"));
            assertEquals("{\"address\":\"192.0.2.7\"}", forwarded(behind, "192.0.2.7:4711"));
            assertEquals("{\"address\":\"127.0.0.1\"}", forwarded(behind, "192.0.2.7, unknown"));
            assertEquals("{\"address\":\"2001:db8:0:0:0:0:0:1\"}", forwarded(behind, "[2001:db8::1]:80"));
        }
    }

    private static String forwarded(TestServer server, String header) throws Exception {
        return TestServer.send(server.request("/v1/whoami")
                        .header("X-Forwarded-For", header)
                        .build())
                .body();
    }

    @Test
    void plain_HTTP_never_leaves_the_machine() {
        try (HttpServer server = server("0.0.0.0", 0)) {
            CannotListenException refused = assertThrows(CannotListenException.class, server::start);
            assertTrue(refused.getMessage().contains("0.0.0.0"), refused.getMessage());
            assertTrue(refused.getMessage().contains("[tls]"), refused.getMessage());
        }
    }

    @Test
    void a_port_that_is_taken_is_named() {
        try (TestServer first = TestServer.with(HELLO).start();
                HttpServer second = server("127.0.0.1", first.server().port())) {
            CannotListenException taken = assertThrows(CannotListenException.class, second::start);
            assertTrue(taken.getMessage().contains("Port " + first.server().port()), taken.getMessage());
            assertTrue(taken.getMessage().contains("in use"), taken.getMessage());
            assertTrue(taken.getMessage().contains("server.port"), taken.getMessage());
        }
    }

    @Test
    void an_address_of_another_machine_is_explained() {
        try (HttpServer server = server("host.invalid", 0)) {
            CannotListenException unknown = assertThrows(CannotListenException.class, server::start);
            assertTrue(unknown.getMessage().contains("cannot be resolved"), unknown.getMessage());
        }
    }

    @Test
    void a_server_that_did_not_start_leaves_no_port_open() {
        try (TestServer first = TestServer.with(HELLO).start()) {
            int port;
            try (HttpServer probe = server("127.0.0.1", 0)) {
                probe.start();
                port = probe.port();
            }
            HttpServer second = new HttpServer(
                    new ConnectConfig.Server(
                            "127.0.0.1",
                            port,
                            first.server().loopbackPort(),
                            List.of(),
                            List.of(),
                            8,
                            Duration.ofSeconds(1)),
                    TestServer.NO_TLS,
                    List.of(HELLO),
                    (authorization, address, loopback) -> Caller.anonymous(address, loopback),
                    request -> {});
            CannotListenException taken = assertThrows(CannotListenException.class, second::start);
            assertTrue(taken.getMessage().contains("server.loopback_port"), taken.getMessage());
            assertFalse(isOpen(port), "the public port stayed open");
        }
    }

    private static boolean isOpen(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    @Test
    void two_routes_for_the_same_thing_are_a_mistake() {
        assertThrows(
                IllegalArgumentException.class,
                () -> TestServer.with(HELLO, HELLO).start());
    }

    private static HttpServer server(String host, int port) {
        return new HttpServer(
                new ConnectConfig.Server(host, port, 0, List.of(), List.of(), 8, Duration.ofSeconds(1)),
                TestServer.NO_TLS,
                List.of(HELLO),
                (authorization, address, loopback) -> Caller.anonymous(address, loopback),
                request -> {});
    }
}
