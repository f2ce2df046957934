package com.clientpay.connect.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.Answer;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Route;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.Request;
import com.clientpay.connect.testfirm.TestFirm;
import com.clientpay.connect.testfirm.Together;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class PostingSettingsTest {
    private static final String PATH = "/v1/posting-settings";
    private static final String WANTED = """
            {"defaultArMessage": "ClientPay Payment", "usePostedDate": true, "automaticPosting": false,
             "timeZone": "America/Chicago", "currency": "CAD"}""";

    private final TestFirm firm = TestFirm.open();
    private final MovableClock clock = new MovableClock();
    private final List<Route> routes = new SettingsRoutes(
                    new FieldService(firm.database(), clock),
                    new MerchantAccountService(firm.database(), clock),
                    new PostingSettingsService(firm.database(), clock))
            .routes();
    private final SettingsTrail trail = new SettingsTrail(firm.database());

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void settings_are_set_and_read_back() {
        Answer before = get();
        Answer put = put(WANTED).ifMatch(before.etag().orElseThrow()).send();

        assertEquals(200, put.status());
        assertEquals(Json.read(WANTED), Request.json(put));
        assertEquals(Json.read(WANTED), Request.json(get()));
        assertEquals(put.etag(), get().etag());
        assertEquals("\"v1\"", before.etag().orElseThrow());
        assertEquals("\"v2\"", put.etag().orElseThrow());
    }

    @Test
    void the_trail_says_who_changed_what_from_what() {
        put(WANTED.replace("\"ClientPay Payment\"", "null")).send();

        SettingsEvent event = trail.newest(10).get(0);
        assertEquals("posting-settings-changed", event.what());
        assertEquals("key:tester", event.actor());
        assertEquals(Json.read("""
                        {"usePostedDate": {"from": false, "to": true}, "automaticPosting": {"from": true, "to": false},
                         "timeZone": {"from": "America/New_York", "to": "America/Chicago"},
                         "currency": {"from": "USD", "to": "CAD"}}"""), Json.read(event.detail().orElseThrow()));
    }

    @Test
    void setting_the_same_again_writes_nothing() {
        put(WANTED).send();

        assertEquals("\"v2\"", put(WANTED).send().etag().orElseThrow());
        assertEquals(1, trail.newest(10).size());
    }

    @Test
    void a_blank_message_is_none() {
        put(WANTED).send();
        JsonNode settings =
                Request.json(put(WANTED.replace("ClientPay Payment", "  ")).send());

        assertEquals(
                Set.of("usePostedDate", "automaticPosting", "timeZone", "currency"),
                Set.copyOf(settings.propertyNames()));
    }

    @ParameterizedTest
    @CsvSource({
        "timeZone, America/Chicago, America/Gotham",
        "timeZone, America/Chicago, america/chicago",
        "timeZone, America/Chicago, +05:00",
        "currency, CAD, cad",
        "currency, CAD, ZZZ",
        "currency, CAD, DOLLAR",
        "currency, CAD, KWD",
        "currency, CAD, XXX",
        "usePostedDate, true, \"yes\"",
        "automaticPosting, false, 0"
    })
    void a_value_that_is_none_is_refused(String property, String right, String wrong) {
        Problem problem = put(WANTED.replace(right, wrong)).refusal();

        assertEquals(422, problem.status());
        assertEquals(
                List.of("/" + property),
                problem.errors().stream().map(FieldError::pointer).toList());
        assertEquals(List.of(), trail.newest(10));
    }

    @Test
    void a_message_of_200_characters_is_the_longest() {
        assertEquals(
                200,
                put(WANTED.replace("ClientPay Payment", "x".repeat(200))).send().status());
        assertEquals(
                List.of("/defaultArMessage"),
                put(WANTED.replace("ClientPay Payment", "x".repeat(201))).refusal().errors().stream()
                        .map(FieldError::pointer)
                        .toList());
    }

    @Test
    void everything_that_is_missing_or_unknown_is_told_at_once() {
        Set<String> pointers = put("{\"color\": \"red\"}").refusal().errors().stream()
                .map(FieldError::pointer)
                .collect(Collectors.toSet());

        assertEquals(Set.of("/usePostedDate", "/automaticPosting", "/timeZone", "/currency", "/color"), pointers);
    }

    @Test
    void of_savers_with_the_same_version_exactly_one_wins() throws Exception {
        List<Integer> statuses = Together.run(8, saver -> () -> {
            try {
                return put(WANTED.replace("ClientPay Payment", "Saver " + saver))
                        .ifMatch("\"v1\"")
                        .send()
                        .status();
            } catch (ProblemException e) {
                return e.problem().status();
            }
        });

        assertEquals(
                List.of(200, 412, 412, 412, 412, 412, 412, 412),
                statuses.stream().sorted().toList());
        assertEquals("\"v2\"", get().etag().orElseThrow());
        assertEquals(1, trail.newest(10).size());
    }

    private Request put(String body) {
        return Request.of(routes, "PUT", PATH).body(body);
    }

    private Answer get() {
        return Request.of(routes, "GET", PATH).send();
    }
}
