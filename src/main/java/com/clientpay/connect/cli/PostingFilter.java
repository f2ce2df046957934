package com.clientpay.connect.cli;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which postings a command is about. */
final class PostingFilter {
    @Option(
            names = "--status",
            paramLabel = "A,B",
            description = "PENDING, INCOMPLETE, QUEUED, POSTED, REMOVED, REVERSING or REVERSED; several with commas.")
    private String status;

    @Option(
            names = "--q",
            paramLabel = "TEXT",
            description = "The start of a posting id, payment id, reference or payer's name.")
    private String text;

    @Option(names = "--payment-id", paramLabel = "ID", description = "ClientPay's payment.")
    private String paymentId;

    @Option(names = "--merchant-account", paramLabel = "ID", description = "Where the payment settles.")
    private String merchantAccount;

    @Option(names = "--from", paramLabel = "DAY", description = "First day of recording, such as 2026-11-01.")
    private LocalDate from;

    @Option(names = "--to", paramLabel = "DAY", description = "Last day of recording.")
    private LocalDate to;

    /** The list's path with this filter. */
    String path(Optional<Integer> limit, Optional<String> cursor) {
        Map<String, Optional<String>> parameters = new LinkedHashMap<>();
        parameters.put("status", Optional.ofNullable(status));
        parameters.put("q", Optional.ofNullable(text));
        parameters.put("paymentId", Optional.ofNullable(paymentId));
        parameters.put("merchantAccountId", Optional.ofNullable(merchantAccount));
        parameters.put("from", Optional.ofNullable(from).map(LocalDate::toString));
        parameters.put("to", Optional.ofNullable(to).map(LocalDate::toString));
        parameters.put("limit", limit.map(String::valueOf));
        parameters.put("cursor", cursor);
        return "/v1/postings" + Api.query(parameters);
    }
}
