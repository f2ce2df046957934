package com.clientpay.connect.settings;

import com.clientpay.connect.http.JsonObject;
import com.clientpay.connect.http.ProblemException;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Optional;

/** The body of PUT /v1/posting-settings. A default A/R message that is absent, null or blank is none. */
final class PostingSettingsRequest {
    private PostingSettingsRequest() {}

    /** @throws ProblemException 422 naming everything that is wrong */
    static PostingSettings read(JsonObject body) {
        Optional<String> message = body.text("defaultArMessage", 0, 200);
        Optional<Boolean> usePostedDate = body.required("usePostedDate", body.flag("usePostedDate"));
        Optional<Boolean> automaticPosting = body.required("automaticPosting", body.flag("automaticPosting"));
        Optional<String> timeZone = body.required("timeZone", body.text("timeZone", 1, 64));
        timeZone.filter(zone -> !ZoneId.getAvailableZoneIds().contains(zone))
                .ifPresent(zone ->
                        body.wrong("timeZone", "must be the IANA name of a time zone, such as \"America/New_York\""));
        Optional<String> currency = body.required("currency", body.text("currency", 3, 3));
        currency.filter(code -> !isCurrency(code))
                .ifPresent(code -> body.wrong(
                        "currency",
                        "must be the ISO 4217 code of a currency with at most two decimals, such as \"USD\""));
        body.check();
        return new PostingSettings(
                message.map(String::strip).filter(text -> !text.isEmpty()),
                usePostedDate.orElseThrow(),
                automaticPosting.orElseThrow(),
                timeZone.orElseThrow(),
                currency.orElseThrow(),
                0);
    }

    /** Amounts have two decimals, so that a currency with three is none for us; nor is gold or a code for testing. */
    private static boolean isCurrency(String code) {
        return Currency.getAvailableCurrencies().stream()
                .anyMatch(currency -> currency.getCurrencyCode().equals(code)
                        && currency.getDefaultFractionDigits() >= 0
                        && currency.getDefaultFractionDigits() <= 2);
    }
}
