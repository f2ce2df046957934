package com.clientpay.connect.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressSetTest {

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7, true",
        "192.0.2.7, 192.0.2.8, false",
        "192.0.2.0/24, 192.0.2.255, true",
        "192.0.2.0/24, 192.0.3.0, false",
        "0.0.0.0/0, 203.0.113.1, true",
        "192.0.2.1-192.0.2.9, 192.0.2.9, true",
        "192.0.2.1-192.0.2.9, 192.0.2.10, false",
        "2001:db8::/32, 2001:db8:1::1, true",
        "2001:db8::/32, 2001:db9::1, false",
        "192.0.2.7, ::ffff:192.0.2.7, true",
    })
    void an_address_is_in_the_set_or_not(String entry, String address, boolean contained) {
        assertEquals(
                contained,
                AddressSet.of(List.of(entry))
                        .contains(AddressSet.address(address).orElseThrow()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "localhost", "example.com", "192.0.2", "192.0.2.7/24", "192.0.2.0/33", "300.1.1.1", "a-b"})
    void anything_else_is_refused_by_name(String entry) {
        IllegalArgumentException refused =
                assertThrows(IllegalArgumentException.class, () -> AddressSet.of(List.of(entry)));
        assertTrue(refused.getMessage().contains("\"" + entry + "\""), refused.getMessage());
    }

    @Test
    void a_name_is_never_an_address() {
        assertTrue(AddressSet.address("localhost").isEmpty());
        assertTrue(AddressSet.address("dead.beef").isEmpty());
    }
}
