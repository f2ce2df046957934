package com.clientpay.connect.database.answers;

import java.time.Instant;
import java.util.Optional;

/**
 * An answer that the firm has given.
 *
 * @param by who
 * @param at when
 * @param contradiction what the books said against it then
 * @param confirmation the words by which it was accepted all the same
 */
public record KeptAnswer(
        String answer, String by, Instant at, Optional<String> contradiction, Optional<String> confirmation) {}
