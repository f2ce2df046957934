package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceAccountTest {
    @Test
    void nothing_is_the_services_own_account_and_never_local_system() {
        assertEquals("NT SERVICE\\ClientPayConnect", ServiceAccount.of(" ").name());
        assertFalse(ServiceAccount.of("").isLocalSystem());
    }

    @Test
    void a_managed_account_needs_the_right_to_log_on_as_a_service() {
        ServiceAccount account = ServiceAccount.of("FIRM\\connect$");
        assertEquals("FIRM\\connect$", account.name());
        assertTrue(account.needsRight());
    }

    @ParameterizedTest
    @CsvSource({
        "nt service\\clientpayconnect, NT SERVICE\\ClientPayConnect",
        "LocalService, NT AUTHORITY\\LocalService",
        "nt authority\\network service, NT AUTHORITY\\NetworkService",
        "SYSTEM, LocalSystem"
    })
    void accounts_that_every_windows_has_are_known_by_their_names(String text, String name) {
        ServiceAccount account = ServiceAccount.of(text);
        assertEquals(name, account.name());
        assertFalse(account.needsRight());
    }

    @ParameterizedTest
    @CsvSource({
        "FIRM\\anna, has a password",
        "anna, is not of the form DOMAIN\\NAME$",
        "connect$@firm.example, is not of the form DOMAIN\\NAME$",
        "NT SERVICE\\Spooler, belongs to another service"
    })
    void others_are_refused_with_what_to_do(String text, String message) {
        String said = assertThrows(IllegalArgumentException.class, () -> ServiceAccount.of(text))
                .getMessage();
        assertTrue(said.contains(message), said);
    }
}
