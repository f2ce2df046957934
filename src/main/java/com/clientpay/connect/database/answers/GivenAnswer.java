package com.clientpay.connect.database.answers;

import java.util.Optional;

/**
 * An answer that is to be kept.
 *
 * @param confirmation the words by which it is accepted though the books contradict it
 */
public record GivenAnswer(String subject, String item, String answer, Optional<String> confirmation) {}
