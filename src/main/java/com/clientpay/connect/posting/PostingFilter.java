package com.clientpay.connect.posting;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * Which postings a list shows. What is empty does not restrict it.
 *
 * @param text the start of a posting id, payment id, reference or payer name
 * @param from the first of the firm's days that they were recorded on
 * @param to the last such day, included
 */
record PostingFilter(
        List<PostingStatus> statuses,
        Optional<String> text,
        Optional<String> paymentId,
        Optional<String> merchantAccountId,
        Optional<LocalDate> from,
        Optional<LocalDate> to) {}
