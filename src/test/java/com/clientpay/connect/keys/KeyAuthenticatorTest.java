package com.clientpay.connect.keys;

import static com.clientpay.connect.keys.KeyFixture.bearer;
import static com.clientpay.connect.keys.KeyFixture.wrongBearer;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.Problem;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.testfirm.MovableClock;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.LoggerFactory;

class KeyAuthenticatorTest {
    private static final String ADDRESS = "192.0.2.7";

    private final MovableClock clock = new MovableClock();
    private final List<StoredKey> keys = new ArrayList<>();
    private final KeyAuthenticator authenticator =
            new KeyAuthenticator(() -> List.copyOf(keys), clock, (what, address) -> {});

    @Test
    void a_right_key_tells_who_calls_and_what_they_may() {
        keys.add(KeyFixture.key("portal-1"));

        Caller caller = authenticator.authenticate(bearer("portal-1"), ADDRESS, true);

        assertEquals(new Caller("portal-1", Set.of(Scope.READ, Scope.POST), ADDRESS, true), caller);
        assertEquals("key:portal-1", caller.actor());
    }

    @ParameterizedTest
    @ValueSource(strings = {"bearer ", "BEARER ", "Bearer   "})
    void the_scheme_is_read_as_rfc_7235_says(String scheme) {
        keys.add(KeyFixture.key("portal"));

        String header = scheme + "cpk_portal_" + KeyFixture.SECRET;
        assertEquals(
                "portal",
                authenticator.authenticate(Optional.of(header), ADDRESS, false).name());
    }

    @Test
    void whatever_is_wrong_with_a_key_the_answer_is_the_same() {
        keys.add(KeyFixture.key("portal"));
        keys.add(KeyFixture.revoked("revoked"));
        keys.add(KeyFixture.expiring("expired", clock.instant()));
        List<Optional<String>> wrong = List.of(
                Optional.empty(),
                Optional.of(""),
                Optional.of("Bearer"),
                Optional.of("Bearer "),
                Optional.of("Basic cG9ydGFsOnNlY3JldA=="),
                Optional.of("cpk_portal_" + KeyFixture.SECRET),
                Optional.of("Bearer cpk_portal_"),
                Optional.of("Bearer cpk_portal_" + KeyFixture.SECRET + "x"),
                Optional.of("Bearer cpk__" + KeyFixture.SECRET),
                Optional.of("Bearer cpk_Portal_" + KeyFixture.SECRET),
                Optional.of("Bearer cpk_" + "x".repeat(33) + "_" + KeyFixture.SECRET),
                wrongBearer("portal"),
                bearer("nobody"),
                bearer("revoked"),
                wrongBearer("revoked"),
                bearer("expired"),
                wrongBearer("expired"));

        Problem expected = refusal(Optional.empty(), ADDRESS);
        assertEquals(401, expected.status());
        assertEquals("unauthenticated", expected.code());
        assertEquals("Bearer", expected.headers().get("WWW-Authenticate"));
        for (Optional<String> header : wrong) {
            assertEquals(expected, refusal(header, ADDRESS), header.toString());
        }
    }

    @Test
    void an_unknown_name_costs_the_same_hash_as_a_wrong_secret() {
        SecretHash real = SecretHash.of(KeyFixture.SECRET, new SecureRandom());

        assertEquals(real.salt().length(), SecretHash.NONE.salt().length());
        assertEquals(real.hash().length(), SecretHash.NONE.hash().length());
        assertFalse(SecretHash.NONE.matches(KeyFixture.SECRET));
        assertTrue(real.matches(KeyFixture.SECRET));
        assertFalse(real.matches(KeyFixture.WRONG_SECRET));
    }

    @Test
    void the_same_secret_is_stored_differently_for_each_key() {
        SecureRandom random = new SecureRandom();

        assertFalse(SecretHash.of(KeyFixture.SECRET, random)
                .hash()
                .equals(SecretHash.of(KeyFixture.SECRET, random).hash()));
    }

    @Test
    void a_key_is_valid_until_it_expires() {
        keys.add(KeyFixture.expiring("portal", clock.instant().plusSeconds(60)));

        clock.pass(Duration.ofMillis(59_999));
        assertEquals(
                "portal",
                authenticator.authenticate(bearer("portal"), ADDRESS, false).name());
        clock.pass(Duration.ofMillis(1));
        assertEquals(401, refusal(bearer("portal"), ADDRESS).status());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "192.0.2.0/24, 192.0.2.255",
        "192.0.2.0/24, ::ffff:192.0.2.9",
        "2001:db8::/32, 2001:db8:1::5",
        "2001:db8::1, 2001:0db8:0:0::1"
    })
    void a_key_with_addresses_is_allowed_from_them(String allowed, String address) {
        keys.add(KeyFixture.key("portal", "203.0.113.1", allowed));

        assertEquals(
                "portal",
                authenticator.authenticate(bearer("portal"), address, false).name());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.8",
        "192.0.2.0/24, 192.0.3.0",
        "192.0.2.0/24, 2001:db8::1",
        "2001:db8::/32, 2001:db9::1",
        "2001:db8::/32, 192.0.2.1",
        "192.0.2.7, localhost",
        "not-an-address, 192.0.2.7"
    })
    void a_right_key_from_elsewhere_is_forbidden(String allowed, String address) {
        keys.add(KeyFixture.key("portal", allowed));

        Problem problem = refusal(bearer("portal"), address);

        assertEquals(403, problem.status());
        assertEquals("address-not-allowed", problem.code());
    }

    @Test
    void a_wrong_key_from_elsewhere_does_not_learn_that_the_name_exists() {
        keys.add(KeyFixture.key("portal", "203.0.113.1"));

        assertEquals(401, refusal(wrongBearer("portal"), ADDRESS).status());
    }

    @Test
    void guessing_is_slowed_but_the_right_key_always_passes() {
        keys.add(KeyFixture.key("portal"));
        for (int i = 0; i < GuessLimit.AT_ONCE; i++) {
            assertEquals(401, refusal(wrongBearer("portal"), ADDRESS).status(), "guess " + i);
        }

        Problem problem = refusal(wrongBearer("portal"), ADDRESS);

        assertEquals(429, problem.status());
        assertEquals("too-many-wrong-keys", problem.code());
        assertEquals("1", problem.headers().get("Retry-After"));
        assertEquals(429, refusal(bearer("nobody"), ADDRESS).status());
        assertEquals(
                "portal",
                authenticator.authenticate(bearer("portal"), ADDRESS, false).name());
        assertEquals(401, refusal(wrongBearer("portal"), "192.0.2.8").status(), "another address is not slowed");
    }

    @Test
    void after_a_while_one_more_wrong_key_is_looked_at() {
        for (int i = 0; i < GuessLimit.AT_ONCE + 5; i++) {
            refusal(bearer("nobody"), ADDRESS);
        }

        clock.pass(GuessLimit.INTERVAL);

        assertEquals(401, refusal(bearer("nobody"), ADDRESS).status());
        assertEquals(429, refusal(bearer("nobody"), ADDRESS).status());
    }

    @Test
    void however_little_is_left_to_wait_it_is_a_second() {
        for (int i = 0; i < GuessLimit.AT_ONCE; i++) {
            refusal(bearer("nobody"), ADDRESS);
        }

        clock.pass(GuessLimit.INTERVAL.minusNanos(1_000));

        Problem problem = refusal(bearer("nobody"), ADDRESS);
        assertEquals(429, problem.status());
        assertEquals("1", problem.headers().get("Retry-After"));
    }

    @Test
    void a_call_without_any_key_guesses_nothing() {
        for (int i = 0; i < GuessLimit.AT_ONCE + 5; i++) {
            assertEquals(401, refusal(Optional.empty(), ADDRESS).status());
        }
    }

    @Test
    void addresses_of_one_ipv6_network_are_slowed_together() {
        for (int i = 0; i < GuessLimit.AT_ONCE; i++) {
            refusal(bearer("nobody"), "2001:db8:0:1::" + Integer.toHexString(i));
        }

        assertEquals(429, refusal(bearer("nobody"), "2001:db8:0:1:ffff::1").status());
        assertEquals(401, refusal(bearer("nobody"), "2001:db8:0:2::1").status());
    }

    @Test
    void a_wrong_key_is_warned_about_once_each_and_without_its_secret() {
        keys.add(KeyFixture.key("portal"));
        ListAppender<ILoggingEvent> appender = new ListAppender<>();
        Logger logger = (Logger) LoggerFactory.getLogger(KeyAuthenticator.class);
        appender.start();
        logger.addAppender(appender);
        try {
            for (int i = 0; i < GuessLimit.AT_ONCE + 10; i++) {
                refusal(wrongBearer("portal"), "198.51.100.66");
            }
        } finally {
            logger.detachAppender(appender);
        }

        List<String> warnings = appender.list.stream()
                .filter(event -> event.getLevel() == Level.WARN)
                .map(ILoggingEvent::getFormattedMessage)
                .filter(message -> message.contains("198.51.100.66"))
                .toList();
        assertEquals(GuessLimit.AT_ONCE, warnings.size(), "a flood of wrong keys does not flood the log");
        assertEquals("Refused a call from 198.51.100.66: wrong secret for key portal.", warnings.get(0));
        assertTrue(warnings.stream().noneMatch(message -> message.contains(KeyFixture.WRONG_SECRET)));
    }

    private Problem refusal(Optional<String> authorization, String address) {
        return assertThrows(ProblemException.class, () -> authenticator.authenticate(authorization, address, false))
                .problem();
    }
}
