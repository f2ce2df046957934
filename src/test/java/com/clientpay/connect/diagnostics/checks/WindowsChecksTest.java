package com.clientpay.connect.diagnostics.checks;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.config.FileSecretStore;
import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretVault;
import com.clientpay.connect.diagnostics.checks.CheckResult.Status;
import com.clientpay.connect.platform.Machine;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is asked of Windows, the Java that runs this, and the secrets that are kept. */
class WindowsChecksTest {

    /** A Windows that answers what it is told to. */
    private record FakeMachine(boolean isEventSourceRegistered, List<String> pendingReboot, TimeService timeService)
            implements Machine {
        static final FakeMachine FINE = new FakeMachine(true, List.of(), TimeService.RUNNING);

        @Override
        public List<String> service() {
            return List.of();
        }

        @Override
        public List<EventEntry> events(int most) {
            return List.of();
        }
    }

    @TempDir
    Path home;

    @Test
    void elsewhere_nothing_is_asked_and_the_reason_said() {
        for (Check check : checks(Optional.empty())) {
            assertEquals(Finding.skip("only on Windows"), check.look(), check.name());
        }
    }

    @Test
    void a_machine_in_order_passes() {
        for (Check check : checks(Optional.of(FakeMachine.FINE))) {
            assertEquals(Status.PASS, check.look().status(), check.name());
        }
    }

    @Test
    void what_is_not_in_order_is_named_with_what_to_do() {
        for (Machine.TimeService service :
                List.of(Machine.TimeService.STOPPED, Machine.TimeService.MISSING, Machine.TimeService.WITHOUT_SOURCE)) {
            Machine machine = new FakeMachine(false, List.of("Windows Update installed something"), service);
            for (Check check : checks(Optional.of(machine))) {
                Finding finding = check.look();
                assertEquals(Status.WARN, finding.status(), check.name());
                assertTrue(finding.action().isPresent(), check.name());
            }
            assertEquals(
                    "Windows waits for a restart: Windows Update installed something",
                    new PendingRebootCheck(Optional.of(machine)).look().seen());
        }
    }

    @Test
    void what_windows_does_not_tell_is_skipped() {
        assertEquals(Finding.skip("Windows does not tell about the registry (error 5)"), MachineFacts.told(() -> {
            throw new IllegalStateException("Windows does not tell about the registry (error 5)");
        }));
    }

    @Test
    void the_java_is_the_bundled_one_or_one_that_was_found() {
        Path runtime = home.resolve("runtime");
        assertEquals(
                "Java 17.0.9, bundled",
                new RuntimeCheck(home, runtime, "17.0.9").look().seen());
        Path other = home.resolve("other");
        assertEquals(
                "Java 21, found on this machine in " + other,
                new RuntimeCheck(home, other, "21").look().seen());
    }

    @Test
    void every_kept_secret_is_opened() throws Exception {
        FileSecretStore store = new FileSecretStore(home.resolve("secrets"));
        assertEquals(
                "none is kept in " + store.description(),
                new SecretStoreCheck(store).look().seen());
        store.put(Map.of("a", "x", "b", "y"));
        assertEquals(
                "2 can be opened in " + store.description(),
                new SecretStoreCheck(store).look().seen());

        Finding closed = new SecretStoreCheck(closed(store)).look();
        assertEquals(Status.WARN, closed.status());
        assertEquals("1 of 2 cannot be opened\nset b again", closed.seen());
    }

    /** The same, of which b came from another machine. */
    private static SecretVault closed(SecretVault store) {
        return new SecretVault() {
            @Override
            public List<String> names() throws SecretException {
                return store.names();
            }

            @Override
            public Optional<String> find(String name) throws SecretException {
                if (name.equals("b")) {
                    throw new SecretException("set b again");
                }
                return store.find(name);
            }

            @Override
            public void put(Map<String, String> secrets) throws SecretException {
                store.put(secrets);
            }

            @Override
            public boolean remove(String name) throws SecretException {
                return store.remove(name);
            }

            @Override
            public String description() {
                return store.description();
            }
        };
    }

    private static List<Check> checks(Optional<Machine> machine) {
        return List.of(new EventSourceCheck(machine), new PendingRebootCheck(machine), new TimeServiceCheck(machine));
    }
}
