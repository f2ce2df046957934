package com.clientpay.connect.posting;

import static com.clientpay.connect.posting.PostingBodies.payment;
import static com.clientpay.connect.posting.PostingBodies.read;
import static com.clientpay.connect.posting.PostingBodies.reader;
import static com.clientpay.connect.posting.PostingBodies.wrongPlaces;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PostingReaderTest {

    private static String allocations(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"invoiceId\": \"" + i + "\", \"amount\": \"1.00\"}")
                .collect(Collectors.joining(",", "\"allocations\": [", "]"));
    }

    private static String fields(int count, int length) {
        return IntStream.range(0, count)
                .mapToObj(i -> "\"f" + i + "\": \"" + "x".repeat(length) + "\"")
                .collect(Collectors.joining(",", "\"fields\": {", "}"));
    }

    @Test
    void a_payment_is_read_with_everything_that_was_sent() {
        PostingRequest request = read(payment("""
                        "payer": {"name": "O'Example & Søn", "email": "payer@example.com"}, "method": "ECHECK",
                        "reference": "check 7", "arMessage": "ClientPay Payment", "ledgerCode": "PAY",
                        "transactionType": "CARD", "bankAccountId": "100", "currency": "USD",
                        "fields": {"Office": "North"},
                        "allocations": [{"invoiceNumber": "INV-1", "amount": "60.00"}, {"matterId": "9", "amount": "40.00"}]
                        """));
        assertEquals("pay-1", request.paymentId());
        assertEquals("ma-1", request.merchantAccountId());
        assertEquals(new BigDecimal("100.00"), request.amount());
        assertEquals(LocalDate.of(2026, 11, 2), request.paymentDate());
        assertEquals(Optional.of(new Payer("O'Example & Søn", Optional.of("payer@example.com"))), request.payer());
        assertEquals(Optional.of(PaymentMethod.ECHECK), request.method());
        assertEquals(Optional.of("check 7"), request.reference());
        assertEquals(Optional.of("ClientPay Payment"), request.arMessage());
        assertEquals(Optional.of("PAY"), request.ledgerCode());
        assertEquals(Optional.of("CARD"), request.transactionType());
        assertEquals(Optional.of("100"), request.bankAccountId());
        assertEquals(Optional.of("USD"), request.currency());
        assertEquals(Map.of("Office", "North"), request.fields());
        assertEquals(
                List.of(
                        new Allocation(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("INV-1"),
                                new BigDecimal("60.00")),
                        new Allocation(
                                Optional.empty(),
                                Optional.empty(),
                                Optional.of("9"),
                                Optional.empty(),
                                new BigDecimal("40.00"))),
                request.allocations());
    }

    @Test
    void whatever_is_missing_is_named_all_at_once() {
        assertEquals(List.of("/paymentId", "/merchantAccountId", "/amount", "/paymentDate"), wrongPlaces("{}"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "payer": "A"                                    | /payer
                    "payer": {"name": "A", "phone": "1"}            | /payer/phone
                    "arMessage": ["A"]                              | /arMessage
                    "transactionType": {}                           | /transactionType
                    "payer": {"name": {}}                           | /payer/name
                    "method": ["CARD"]                              | /method
                    "fields": ["A"]                                 | /fields
                    "fields": {"A": []}                             | /fields/A
                    "allocations": {}                               | /allocations
                    "allocations": ["7"]                            | /allocations/0
                    "allocations": [{"amount": "1.00"}]             | /allocations/0/invoiceId
                    "allocations": [{"invoiceId": null, "amount": "1.00"}] | /allocations/0/invoiceId
                    "allocations": [{"invoiceId": " ", "amount": "1.00"}]  | /allocations/0/invoiceId
                    "allocations": [{"invoiceId": 7, "amount": "1.00"}]    | /allocations/0/invoiceId
                    "allocations": [{"matterId": "7"}]              | /allocations/0/amount
                    "allocations": [{"matterId": "7", "amount": "0.00"}]   | /allocations/0/amount
                    "allocations": [{"matterId": "7", "amount": 1.00}]     | /allocations/0/amount
                    "allocations": [{"invoiceId": "7", "trustLedgerId": "8", "amount": "1.00"}] | /allocations/0/trustLedgerId
                    "allocations": [{"invoiceId": "7", "invoiceNumber": "8", "amount": "1.00"}] | /allocations/0/invoiceNumber
                    "allocations": [{"matterId": "7", "amount": "1.00", "note": "A"}] | /allocations/0/note
                    "PaymentId": "pay-1"                            | /PaymentId
                    """)
    void a_wrong_property_is_named_by_its_pointer(String property, String pointer) {
        assertEquals(List.of(pointer), wrongPlaces(payment(property)));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "paymentId": "pay-1"          | "paymentId": "pay 1"            | /paymentId
                    "merchantAccountId": "ma-1"   | "merchantAccountId": ""         | /merchantAccountId
                    "amount": "100.00"            | "amount": "100"                 | /amount
                    "amount": "100.00"            | "amount": 100.00                | /amount
                    "amount": "100.00"            | "amount": "0.00"                | /amount
                    "amount": "100.00"            | "amount": "-1.00"               | /amount
                    "amount": "100.00"            | "amount": "1000000000000.00"    | /amount
                    "paymentDate": "2026-11-02"   | "paymentDate": "2026-02-30"     | /paymentDate
                    "paymentDate": "2026-11-02"   | "paymentDate": "02.11.2026"     | /paymentDate
                    """)
    void a_wrong_value_of_what_is_required_is_named_by_its_pointer(String right, String wrong, String pointer) {
        assertEquals(List.of(pointer), wrongPlaces(payment("").replace(right, wrong)));
    }

    @Test
    void text_that_is_too_long_is_cut_and_its_sender_told_by_the_ellipsis() {
        PostingRequest request = read(payment("\"reference\": \"" + "x".repeat(201) + "\", \"arMessage\": \""
                + "y".repeat(499) + "\uD83E\uDD89\", \"payer\": {\"name\": \"" + "z".repeat(300) + "\", \"email\": \""
                + "e".repeat(255) + "\"}"));

        assertEquals(Optional.of("x".repeat(199) + "\u2026"), request.reference());
        assertEquals(Optional.of("y".repeat(499) + "\u2026"), request.arMessage(), "no half of an emoji is kept");
        assertEquals(Optional.of(new Payer("z".repeat(199) + "\u2026", Optional.empty())), request.payer());
        assertEquals(
                List.of("payer/name", "payer/email", "reference", "arMessage"),
                request.adjustments().altered());
        assertEquals(Optional.empty(), request.adjustments().reason());
        assertEquals(
                List.of(),
                read(payment("\"reference\": \"" + "x".repeat(200) + "\""))
                        .adjustments()
                        .altered());
    }

    @Test
    void characters_that_cannot_be_kept_become_blanks() {
        PostingRequest request = read(payment("\"reference\": \"a\\u0000b\\ud800c\\nd\""));

        assertEquals(Optional.of("a b c d"), request.reference());
        assertEquals(List.of("reference"), request.adjustments().altered());
    }

    @Test
    void a_number_or_a_truth_is_taken_as_its_text() {
        PostingRequest request =
                read(payment("\"reference\": 7, \"bankAccountId\": 100, \"fields\": {\"A\": true, \"B\": 1.50}"));

        assertEquals(Optional.of("7"), request.reference());
        assertEquals(Optional.of("100"), request.bankAccountId());
        assertEquals(Map.of("A", "true", "B", "1.50"), request.fields());
    }

    @Test
    void a_payer_without_a_name_goes_by_the_address() {
        assertEquals(
                Optional.of(new Payer("nobody", Optional.of("nobody"))),
                read(payment("\"payer\": {\"name\": \" \", \"email\": \"nobody\"}"))
                        .payer());
        assertEquals(Optional.empty(), read(payment("\"payer\": {}")).payer());
    }

    @Test
    void what_decides_the_booking_and_cannot_be_used_is_left_out_and_named() {
        PostingRequest request = read(payment("\"method\": \"WIRE\", \"currency\": \"usd\", \"ledgerCode\": \""
                + "L".repeat(65) + "\", \"transactionType\": \"a\\tb\""));

        assertEquals(Optional.empty(), request.method());
        assertEquals(Optional.empty(), request.currency());
        assertEquals(Optional.empty(), request.ledgerCode());
        assertEquals(Optional.empty(), request.transactionType());
        assertEquals(
                Optional.of("method \"WIRE\" is none of CARD and ECHECK; it is left out. ledgerCode \"" + "L".repeat(39)
                        + "\u2026\" is no code of up to 64 characters; the default is taken for it. transactionType \"a b\""
                        + " is no code of up to 64 characters; the default is taken for it. currency \"usd\" is no currency"
                        + " such as USD; the firm's own is taken for it. Post it if that is right."),
                request.adjustments().reason());
    }

    @Test
    void five_hundred_allocations_are_read_and_one_more_is_too_many() {
        assertEquals(500, read(payment(allocations(500))).allocations().size());
        assertEquals(List.of("/allocations"), wrongPlaces(payment(allocations(501))));
    }

    @Test
    void of_too_many_or_too_long_fields_those_that_fit_are_kept() {
        assertEquals(50, read(payment(fields(50, 10))).fields().size());
        PostingRequest many = read(payment(fields(60, 10)));
        assertEquals(50, many.fields().size());
        assertEquals(List.of("fields"), many.adjustments().altered());
        assertEquals(
                "x".repeat(499) + "\u2026",
                read(payment(fields(1, 501))).fields().get("f0"));
        assertEquals(7, read(payment(fields(8, 500))).fields().size());
        PostingRequest names = read(payment("\"fields\": {\"\": \"A\", \"" + "n".repeat(65)
                + "\": \"B\", \"a\\u0001\": \"C\", \"Office\": \"North\"}"));
        assertEquals(Map.of("Office", "North"), names.fields());
    }

    @Test
    void a_blank_text_counts_as_absent_for_it_is_no_reason_not_to_record() {
        PostingRequest request = read(payment("\"reference\": \"\", \"ledgerCode\": \"  \""));
        assertEquals(Optional.empty(), request.reference());
        assertEquals(Optional.empty(), request.ledgerCode());
    }

    @Test
    void the_payment_of_a_wrong_request_is_still_known() {
        PostingReader reader = reader("{\"paymentId\": \"pay-1\", \"amount\": 7}");
        assertFalse(reader.isRight());
        assertEquals(Optional.of("pay-1"), reader.paymentId());
        assertEquals(Optional.empty(), reader("{\"paymentId\": 7}").paymentId());
    }
}
