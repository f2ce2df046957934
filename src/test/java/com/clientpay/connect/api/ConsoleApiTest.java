package com.clientpay.connect.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Scope;
import com.clientpay.connect.keys.Revocation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How a browser comes by a session, and what it may do with it. */
class ConsoleApiTest {
    private static TestConnector connector;

    @BeforeAll
    static void start() {
        connector = TestConnector.start();
    }

    @AfterAll
    static void stop() {
        connector.close();
    }

    @Test
    void the_link_signs_in_once_and_the_session_may_do_what_its_key_may() {
        String path = link(connector.allScopes());
        Reply signedIn = open(path).expect(303);
        assertEquals("/console", signedIn.header("Location").orElseThrow());
        String cookie = cookie(signedIn);

        Reply session = connector
                .loopback("GET", "/v1/admin/console-session")
                .header("Cookie", cookie)
                .send()
                .expect(200);
        assertEquals("all", session.at("/key"));
        assertEquals("en-US", session.at("/locale"));
        assertEquals(
                "[\"admin\",\"post\",\"read\",\"settings\"]",
                session.json().get("scopes").toString());
        connector
                .loopback("GET", "/v1/bank-accounts")
                .header("Cookie", cookie)
                .send()
                .expect(200);

        Reply again = open(path).expect(303);
        assertEquals("/console#/signed-out/link", again.header("Location").orElseThrow());
        assertTrue(again.header("Set-Cookie").isEmpty());
    }

    @Test
    void of_several_who_share_a_key_the_histories_name_the_one_that_did_it() {
        String path = connector
                .loopback("POST", "/v1/admin/console-links")
                .key(connector.allScopes())
                .json("{\"user\": \"FIRM\\\\anna\"}")
                .send()
                .expect(201)
                .at("/path");
        String cookie = cookie(open(path));
        Reply session = connector
                .loopback("GET", "/v1/admin/console-session")
                .header("Cookie", cookie)
                .send()
                .expect(200);
        assertEquals("FIRM\\anna", session.at("/user"));
        Reply settings = connector
                .loopback("GET", "/v1/posting-settings")
                .header("Cookie", cookie)
                .send();
        connector
                .loopback("PUT", "/v1/posting-settings")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", session.at("/csrfToken"))
                .json(settings.text()
                        .replaceFirst("\"defaultArMessage\":\"[^\"]*\"", "\"defaultArMessage\":\"Anna's\""))
                .send()
                .expect(200);
        assertEquals(
                "key:all:FIRM\\anna",
                connector
                        .loopback("GET", "/v1/admin/activity")
                        .key(connector.allScopes())
                        .send()
                        .at("/settings/0/actor"));
        connector
                .loopback("POST", "/v1/admin/console-links")
                .key(connector.allScopes())
                .json("{\"user\": \"Anna Smith\"}")
                .send()
                .expectProblem(422, "invalid");
    }

    @Test
    void the_cookie_is_kept_from_scripts_and_other_sites() {
        String cookie = open(link(connector.allScopes())).header("Set-Cookie").orElseThrow();
        assertTrue(cookie.endsWith("; Path=/v1; HttpOnly; SameSite=Strict"), cookie);
    }

    @Test
    void a_session_has_no_more_scopes_than_its_key() {
        String cookie = cookie(open(link(connector.key(Scope.ADMIN))));

        connector
                .loopback("GET", "/v1/admin/problems")
                .header("Cookie", cookie)
                .send()
                .expect(200);
        connector
                .loopback("GET", "/v1/bank-accounts")
                .header("Cookie", cookie)
                .send()
                .expectProblem(403, "forbidden");
    }

    @ParameterizedTest
    @ValueSource(strings = {"READ", "POST", "SETTINGS"})
    void only_a_key_of_scope_admin_makes_links(Scope scope) {
        connector
                .loopback("POST", "/v1/admin/console-links")
                .key(connector.key(scope))
                .json("{}")
                .send()
                .expectProblem(403, "forbidden");
    }

    @Test
    void a_change_needs_the_sessions_token() {
        String cookie = cookie(open(link(connector.allScopes())));
        String token = token(cookie);
        String fields = connector.get("/v1/fields").send().text();

        connector
                .loopback("PUT", "/v1/fields")
                .header("Cookie", cookie)
                .json(fields)
                .send()
                .expectProblem(403, "not-from-the-console");
        connector
                .loopback("PUT", "/v1/fields")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", "x" + token.substring(1))
                .json(fields)
                .send()
                .expectProblem(403, "not-from-the-console");
        connector
                .loopback("PUT", "/v1/fields")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", token)
                .json(fields)
                .send()
                .expect(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"cross-site", "same-site"})
    void another_origins_page_cannot_use_the_session_not_even_to_read(String site) {
        String cookie = cookie(open(link(connector.allScopes())));

        connector
                .loopback("GET", "/v1/bank-accounts")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", site)
                .send()
                .expectProblem(403, "not-from-the-console");
        connector
                .loopback("GET", "/v1/bank-accounts")
                .header("Cookie", cookie)
                .header("Sec-Fetch-Site", "same-origin")
                .send()
                .expect(200);
    }

    @Test
    void the_public_listener_knows_neither_the_console_nor_its_sessions() {
        String cookie = cookie(open(link(connector.allScopes())));
        String ofThePublicPort = cookie.replaceFirst("_[0-9]+=", "_" + port(connector.url()) + "=");

        connector.anonymous("GET", "/console").sendUndescribed().expectProblem(404, "not-found");
        for (String sent : List.of(cookie, ofThePublicPort)) {
            connector
                    .anonymous("GET", "/v1/bank-accounts")
                    .header("Cookie", sent)
                    .send()
                    .expectProblem(401, "unauthenticated");
        }
    }

    @Test
    void signing_out_ends_the_session() {
        String cookie = cookie(open(link(connector.allScopes())));
        String token = token(cookie);
        Reply out = connector
                .loopback("DELETE", "/v1/admin/console-session")
                .header("Cookie", cookie)
                .header("X-CSRF-Token", token)
                .send()
                .expect(204);
        assertTrue(out.header("Set-Cookie").orElseThrow().contains("=; Max-Age=0"));
        connector
                .loopback("GET", "/v1/bank-accounts")
                .header("Cookie", cookie)
                .send()
                .expectProblem(401, "unauthenticated");
    }

    @Test
    void a_session_ends_with_its_key() {
        String key = connector.newKey("leaver", Scope.ADMIN, Scope.READ);
        connector.until(() ->
                connector.loopback("GET", "/v1/admin/problems").key(key).send().status() == 200);
        String cookie = cookie(open(link(key)));
        connector
                .loopback("GET", "/v1/bank-accounts")
                .header("Cookie", cookie)
                .send()
                .expect(200);

        assertEquals(Revocation.DONE, connector.revokeKey("leaver"));
        connector.until(() -> connector
                        .loopback("GET", "/v1/bank-accounts")
                        .header("Cookie", cookie)
                        .send()
                        .status()
                == 401);
    }

    @Test
    void a_request_with_a_key_has_no_session() {
        connector
                .loopback("GET", "/v1/admin/console-session")
                .key(connector.key(Scope.ADMIN))
                .send()
                .expectProblem(404, "not-found");
        connector
                .loopback("DELETE", "/v1/admin/console-session")
                .key(connector.key(Scope.ADMIN))
                .send()
                .expectProblem(404, "not-found");
    }

    @Test
    void every_file_of_the_console_is_served_with_its_type_a_tag_and_a_policy_without_inline_script()
            throws IOException {
        connector.loopback("GET", "/console").send().expect(200);
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/console"))) {
            for (Path file : files.toList()) {
                String path = "/console/" + file.getFileName();
                Reply reply = connector.loopback("GET", path).send().expect(200);
                assertEquals(Files.readString(file), reply.text(), path);
                String policy = reply.header("Content-Security-Policy").orElseThrow();
                assertFalse(policy.contains("unsafe"), policy);
                connector
                        .loopback("GET", path)
                        .header("If-None-Match", reply.etag())
                        .send()
                        .expect(304);
            }
        }
        for (String none : List.of("nothing.js", "index.html.bak", "app.class")) {
            connector.loopback("GET", "/console/" + none).send().expectProblem(404, "not-found");
        }
    }

    private static String link(String key) {
        Reply made = connector
                .loopback("POST", "/v1/admin/console-links")
                .key(key)
                .json("{}")
                .send()
                .expect(201);
        return made.at("/path");
    }

    private static Reply open(String path) {
        String[] parts = path.split("\\?token=");
        return connector.loopback("GET", parts[0]).parameter("token", parts[1]).send();
    }

    private static String cookie(Reply signedIn) {
        return signedIn.header("Set-Cookie").orElseThrow().replaceFirst(";.*", "");
    }

    private static String port(String url) {
        return url.replaceFirst(".*:", "");
    }

    /** What the session's page sends with each change. */
    private static String token(String cookie) {
        return connector
                .loopback("GET", "/v1/admin/console-session")
                .header("Cookie", cookie)
                .send()
                .at("/csrfToken");
    }
}
