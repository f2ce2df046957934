package com.clientpay.connect.keys;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.DatabaseAwayException;
import com.clientpay.connect.http.Json;
import com.clientpay.connect.http.ProblemException;
import com.clientpay.connect.http.Scope;
import com.clientpay.connect.settings.SettingsEvent;
import com.clientpay.connect.settings.SettingsTrail;
import com.clientpay.connect.testfirm.MovableClock;
import com.clientpay.connect.testfirm.TestFirm;
import com.clientpay.connect.testfirm.Together;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyServiceTest {
    private static final String ADDRESS = "192.0.2.7";
    private static final Set<Scope> SCOPES = EnumSet.of(Scope.READ, Scope.SETTINGS);

    private final TestFirm firm = TestFirm.open();
    private final MovableClock clock = new MovableClock();
    private final KeyService keys = new KeyService(firm.database(), clock);
    private final KeyAuthenticator authenticator = new KeyAuthenticator(keys, clock, (what, address) -> {});
    private final SettingsTrail trail = new SettingsTrail(firm.database());

    @AfterEach
    void close() {
        firm.close();
    }

    @Test
    void a_created_key_is_listed_and_opens_the_door() {
        Instant expiry = clock.instant().plus(Duration.ofDays(90));
        NewKey wanted = new NewKey("portal", SCOPES, List.of("192.0.2.0/24", "2001:db8::/32"), Optional.of(expiry));

        CreatedKey created = keys.create(wanted, "cli:tester");

        ApiKey expected = new ApiKey(
                "portal",
                SCOPES,
                wanted.addresses(),
                Optional.of(expiry),
                clock.instant(),
                "cli:tester",
                Optional.empty(),
                Optional.empty());
        assertEquals(expected, created.key());
        assertEquals(List.of(expected), keys.list());
        assertTrue(created.token().reveal().matches("cpk_portal_[A-Za-z0-9_-]{43}"));
        assertEquals(
                SCOPES,
                authenticator.authenticate(bearer(created), ADDRESS, false).scopes());
    }

    @Test
    void the_secret_is_neither_stored_nor_printed() {
        CreatedKey created = create("portal");
        String secret = created.token().reveal().substring("cpk_portal_".length());

        List<String> columns =
                firm.query("SELECT Name || Salt || Hash || Scopes || CreatedBy FROM clientpay_internal.ApiKey");
        assertEquals(1, columns.size());
        assertFalse(columns.get(0).contains(secret));
        assertFalse(created.toString().contains(secret));
        assertFalse(trail.newest(10).toString().contains(secret));
    }

    @Test
    void every_secret_is_another() {
        List<String> tokens = IntStream.range(0, 20)
                .mapToObj(i -> create("key-" + i).token().reveal().substring(("cpk_key-" + i + "_").length()))
                .toList();

        assertEquals(20, Set.copyOf(tokens).size());
    }

    @Test
    void a_name_is_given_once_for_ever() {
        create("portal");
        keys.revoke("portal", "cli:tester");

        KeyRefusedException refused = assertThrows(KeyRefusedException.class, () -> create("portal"));

        assertEquals(
                "A key named portal exists or existed; names are not given twice. Choose another name.",
                refused.getMessage());
    }

    @Test
    void of_callers_that_want_one_name_at_once_one_gets_it() throws Exception {
        List<Boolean> created = Together.run(6, caller -> () -> {
            try {
                create("portal");
                return true;
            } catch (KeyRefusedException e) {
                return false;
            }
        });

        assertEquals(1, created.stream().filter(done -> done).count());
        assertEquals(1, trail.newest(10).size());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Portal", "my_key", "two words", "schlüssel", "123456789012345678901234567890123"})
    void a_name_that_does_not_fit_into_a_key_is_refused(String name) {
        assertThrows(KeyRefusedException.class, () -> create(name));
        assertEquals(List.of(), keys.list());
    }

    @Test
    void a_key_without_scope_is_refused() {
        assertThrows(
                KeyRefusedException.class,
                () -> keys.create(new NewKey("portal", Set.of(), List.of(), Optional.empty()), "cli:tester"));
    }

    @Test
    void a_key_that_would_have_expired_is_refused() {
        assertThrows(
                KeyRefusedException.class,
                () -> keys.create(new NewKey("portal", SCOPES, List.of(), Optional.of(clock.instant())), "cli:tester"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"portal.example", "192.0.2.256", "192.0.2.7/24", "192.0.2.0/33", "192.0.2.1 192.0.2.2", ""})
    void what_is_no_address_is_refused_and_named(String address) {
        KeyRefusedException refused = assertThrows(
                KeyRefusedException.class,
                () -> keys.create(new NewKey("portal", SCOPES, List.of(address), Optional.empty()), "cli:tester"));

        assertTrue(refused.getMessage().contains("\"" + address + "\""), refused.getMessage());
    }

    @Test
    void more_addresses_than_can_be_kept_are_refused() {
        List<String> addresses =
                IntStream.range(0, 500).mapToObj(i -> "10.0.1." + i % 250).toList();

        assertThrows(
                KeyRefusedException.class,
                () -> keys.create(new NewKey("portal", SCOPES, addresses, Optional.empty()), "cli:tester"));
    }

    @Test
    void a_revoked_key_is_refused_within_a_second() {
        CreatedKey created = create("portal");
        authenticator.authenticate(bearer(created), ADDRESS, false);

        assertEquals(Revocation.DONE, keys.revoke("portal", "cli:tester"));
        clock.pass(Duration.ofSeconds(1));

        assertEquals(
                401,
                assertThrows(ProblemException.class, () -> authenticator.authenticate(bearer(created), ADDRESS, false))
                        .problem()
                        .status());
        assertTrue(keys.list().get(0).isRevoked());
        assertEquals(Optional.of("cli:tester"), keys.list().get(0).revokedBy());
    }

    @Test
    void revoking_again_changes_nothing() {
        create("portal");
        keys.revoke("portal", "cli:tester");
        Optional<Instant> revokedAt = keys.list().get(0).revokedAt();
        clock.pass(Duration.ofDays(1));

        assertEquals(Revocation.UNCHANGED, keys.revoke("portal", "cli:other"));

        assertEquals(revokedAt, keys.list().get(0).revokedAt());
        assertEquals(
                List.of("api-key-revoked", "api-key-created"),
                trail.newest(10).stream().map(SettingsEvent::what).toList());
    }

    @Test
    void a_key_that_does_not_exist_cannot_be_revoked() {
        assertEquals(Revocation.NOT_FOUND, keys.revoke("nobody", "cli:tester"));
        assertEquals(Revocation.NOT_FOUND, keys.revoke("no name at all", "cli:tester"));
    }

    @Test
    void the_trail_says_what_a_key_may() {
        keys.create(new NewKey("portal", SCOPES, List.of("192.0.2.7"), Optional.empty()), "cli:tester");

        SettingsEvent event = trail.newest(1).get(0);

        assertEquals("portal", event.subject());
        assertEquals("cli:tester", event.actor());
        assertEquals(Json.read("""
                        {"scopes": {"from": null, "to": "read settings"}, "addresses": {"from": null, "to": "192.0.2.7"}}"""), Json.read(event.detail().orElseThrow()));
    }

    @Test
    void keys_work_for_five_minutes_without_the_database() {
        CreatedKey created = create("portal");
        authenticator.authenticate(bearer(created), ADDRESS, false);
        firm.close();

        clock.pass(Duration.ofMinutes(5).minusMillis(1));
        assertEquals(
                "portal",
                authenticator.authenticate(bearer(created), ADDRESS, false).name());
        clock.pass(Duration.ofMillis(1));
        assertThrows(DatabaseAwayException.class, () -> authenticator.authenticate(bearer(created), ADDRESS, false));
    }

    @Test
    void a_scope_that_this_connector_does_not_know_opens_nothing() {
        CreatedKey created = create("portal");
        firm.execute("UPDATE clientpay_internal.ApiKey SET Scopes = 'read fly'");

        assertEquals(
                Set.of(Scope.READ),
                authenticator.authenticate(bearer(created), ADDRESS, false).scopes());
    }

    private CreatedKey create(String name) {
        return keys.create(new NewKey(name, SCOPES, List.of(), Optional.empty()), "cli:tester");
    }

    private static Optional<String> bearer(CreatedKey created) {
        return Optional.of("Bearer " + created.token().reveal());
    }
}
