package com.clientpay.connect.database.answers;

import java.util.Optional;

/**
 * A thing that only the firm can classify.
 *
 * @param label as people know it
 * @param active whether it is in use
 * @param usage what the books say of its use
 * @param suggested the answer that its use speaks for
 * @param refuted the answer that its use contradicts
 * @param refutedBecause why, a sentence
 * @param kept what was answered; empty while nobody has
 */
public record Item(
        String id,
        String label,
        boolean active,
        Optional<String> usage,
        Optional<String> suggested,
        Optional<String> refuted,
        Optional<String> refutedBecause,
        Optional<KeptAnswer> kept) {

    /** Longest id, in characters. */
    public static final int MOST_ID = 128;

    /** An item that the firm enters itself. */
    public static Item entered(String id) {
        return new Item(
                id, id, true, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** What the books say against the answer; empty when nothing does. */
    public Optional<String> contradiction(String answer) {
        return refuted.filter(answer::equals).map(refused -> refutedBecause.orElse("The books speak against it."));
    }
}
