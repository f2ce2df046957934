package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingBodies.payment;
import static com.clientpay.connect.posting.PostingBodies.read;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CanonicalFormTest {

    private static void assertSame(String one, String other) {
        assertEquals(CanonicalForm.of(read(one)), CanonicalForm.of(read(other)));
        assertEquals(CanonicalForm.hash(read(one)), CanonicalForm.hash(read(other)));
    }

    @Test
    void the_order_of_properties_and_white_space_do_not_count() {
        assertSame(
                "{\"paymentId\":\"p\",\"merchantAccountId\":\"m\",\"amount\":\"1.00\",\"paymentDate\":\"2026-11-02\"}",
                "{ \"paymentDate\" : \"2026-11-02\",\n\t\"amount\":\"1.00\", \"merchantAccountId\": \"m\",\"paymentId\":\"p\" }");
    }

    @Test
    void escapes_do_not_count() {
        assertSame(payment("\"reference\": \"Ren\\u00e9e \\/ 1\""), payment("\"reference\": \"Renée / 1\""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"payer\": null",
                "\"method\": null",
                "\"reference\": null",
                "\"reference\": \"\"",
                "\"arMessage\": null",
                "\"ledgerCode\": null",
                "\"transactionType\": null",
                "\"bankAccountId\": null",
                "\"currency\": null",
                "\"fields\": null",
                "\"fields\": {}",
                "\"fields\": {\"Office\": null}",
                "\"allocations\": null",
                "\"allocations\": []"
            })
    void absent_null_and_the_default_are_equal(String property) {
        assertSame(payment(""), payment(property));
    }

    @Test
    void a_number_and_its_text_are_equal() {
        assertSame(payment("\"reference\": 7"), payment("\"reference\": \"7\""));
    }

    @Test
    void the_order_of_fields_does_not_count() {
        assertSame(
                payment("\"fields\": {\"Office\": \"North\", \"Desk\": \"7\"}"),
                payment("\"fields\": {\"Desk\": \"7\", \"Office\": \"North\"}"));
    }

    @Test
    void the_order_of_allocations_counts() {
        assertNotEquals(
                CanonicalForm.hash(
                        read(
                                payment(
                                        "\"allocations\": [{\"invoiceId\": \"1\", \"amount\": \"1.00\"}, {\"invoiceId\": \"2\", \"amount\": \"1.00\"}]"))),
                CanonicalForm.hash(
                        read(
                                payment(
                                        "\"allocations\": [{\"invoiceId\": \"2\", \"amount\": \"1.00\"}, {\"invoiceId\": \"1\", \"amount\": \"1.00\"}]"))));
    }

    @Test
    void every_value_counts_and_none_passes_for_another() {
        List<String> bodies = List.of(
                payment(""),
                payment("\"payer\": {\"name\": \"A\"}"),
                payment("\"payer\": {\"name\": \"A\", \"email\": \"a@example.com\"}"),
                payment("\"method\": \"CARD\""),
                payment("\"method\": \"ECHECK\""),
                payment("\"reference\": \"A\""),
                payment("\"reference\": \"a\""),
                payment("\"reference\": \"A\\u2028arMessage 1 B\""),
                payment("\"reference\": \"A arMessage 1 B\""),
                payment("\"reference\": \"A\", \"arMessage\": \"B\""),
                payment("\"arMessage\": \"A\""),
                payment("\"ledgerCode\": \"A\""),
                payment("\"transactionType\": \"A\""),
                payment("\"bankAccountId\": \"A\""),
                payment("\"currency\": \"USD\""),
                payment("\"currency\": \"DOLLAR\""),
                payment("\"method\": \"WIRE\""),
                payment("\"reference\": \"" + "x".repeat(200) + "\""),
                payment("\"reference\": \"" + "x".repeat(201) + "\""),
                payment("\"reference\": \"" + "x".repeat(202) + "\""),
                payment("\"reference\": \"a b\""),
                payment("\"reference\": \"a\\tb\""),
                payment("\"ledgerCode\": \"" + "L".repeat(65) + "\""),
                payment("\"ledgerCode\": \"" + "L".repeat(66) + "\""),
                payment("\"payer\": {\"email\": \"A\"}"),
                payment("\"payer\": {\"name\": \"A\", \"email\": \"A\"}"),
                payment("\"fields\": {\"" + "n".repeat(65) + "\": \"B\"}"),
                payment("\"fields\": {\"A\": \"\"}"),
                payment("\"fields\": {\"A\": \"B\"}"),
                payment("\"fields\": {\"A\": \"B\", \"C\": \"D\"}"),
                payment("\"allocations\": [{\"invoiceId\": \"1\", \"amount\": \"1.00\"}]"),
                payment("\"allocations\": [{\"invoiceId\": \"1\", \"amount\": \"1.01\"}]"),
                payment("\"allocations\": [{\"invoiceNumber\": \"1\", \"amount\": \"1.00\"}]"),
                payment("\"allocations\": [{\"trustLedgerId\": \"1\", \"amount\": \"1.00\"}]"),
                payment("\"allocations\": [{\"matterId\": \"1\", \"amount\": \"1.00\"}]"));
        Map<String, String> bodyByHash = new LinkedHashMap<>();
        for (String body : bodies) {
            String before = bodyByHash.put(CanonicalForm.hash(read(body)), body);
            assertEquals(null, before, () -> before + " and " + body + " have the same hash");
        }
    }

    @Test
    void the_form_of_version_1_stays_as_it_is() {
        PostingRequest request =
                read(payment("\"payer\": {\"name\": \"A. Example\"}, \"fields\": {\"Office\": \"North\"},"
                        + " \"allocations\": [{\"invoiceId\": \"7\", \"amount\": \"100.00\"}]"));
        assertEquals("""
                form 9 posting-1
                paymentId 5 pay-1
                merchantAccountId 4 ma-1
                amount 6 100.00
                paymentDate 10 2026-11-02
                payer.name 10 A. Example
                payer.email
                method
                reference
                arMessage
                ledgerCode
                transactionType
                bankAccountId
                currency
                fields 1 1
                name 6 Office
                value 5 North
                allocations 1 1
                invoiceId 1 7
                trustLedgerId
                matterId
                invoiceNumber
                amount 6 100.00
                """, CanonicalForm.of(request));
        assertEquals(64, CanonicalForm.hash(request).length());
    }
}
