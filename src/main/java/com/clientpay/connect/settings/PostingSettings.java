package com.clientpay.connect.settings;

import com.clientpay.connect.database.Row;
import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Optional;

/**
 * How the firm wants its postings.
 *
 * @param defaultArMessage put on every posting that carries no message of its own; at most 200 characters
 * @param usePostedDate whether the book date is the day of posting; else it is the payment date
 * @param automaticPosting whether a payment is posted as soon as it is recorded; else it waits for a person
 * @param timeZone where the firm's calendar days begin, an IANA name such as {@code America/New_York}
 * @param currency of every amount, ISO 4217
 * @param version one more after each change; the resource's ETag
 */
public record PostingSettings(
        Optional<String> defaultArMessage,
        boolean usePostedDate,
        boolean automaticPosting,
        String timeZone,
        String currency,
        @JsonIgnore long version) {

    static PostingSettings read(Row row) {
        return new PostingSettings(
                row.optionalText("DefaultArMessage"),
                row.flag("UsePostedDate"),
                row.flag("AutomaticPosting"),
                row.text("TimeZone"),
                row.text("Currency"),
                row.number("Version"));
    }
}
