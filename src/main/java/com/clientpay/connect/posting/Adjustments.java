package com.clientpay.connect.posting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What of a payment is recorded other than it was sent.
 *
 * @param originals what was sent, by the place of each value that was cut, cleaned or left out: {@code payer/name}
 * @param altered the properties of those that were cut or cleaned or of which something is missing; harmless
 * @param unusable a sentence for each value that decides how the payment is booked and could not be used
 */
record Adjustments(Map<String, String> originals, List<String> altered, List<String> unusable) {

    /** What was sent there; else what is used. */
    Optional<String> sent(String place, Optional<String> used) {
        return originals.containsKey(place) ? Optional.of(originals.get(place)).filter(text -> !text.isBlank()) : used;
    }

    /** Why the posting is INCOMPLETE, for who repairs it; empty when it is not for this. */
    Optional<String> reason() {
        return unusable.isEmpty()
                ? Optional.empty()
                : Optional.of(String.join(" ", unusable) + " Post it if that is right.");
    }
}
