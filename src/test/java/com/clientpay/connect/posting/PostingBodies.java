package com.clientpay.connect.posting;

import com.clientpay.connect.http.Caller;
import com.clientpay.connect.http.Exchange;
import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

/** Bodies of {@code POST /v1/postings} as callers write them. */
final class PostingBodies {
    /** What every payment has, without the braces. */
    static final String PAYMENT = """
            "paymentId": "pay-1", "merchantAccountId": "ma-1", "amount": "100.00", "paymentDate": "2026-11-02\"""";

    private PostingBodies() {}

    /** A payment with further properties. */
    static String payment(String more) {
        return "{" + PAYMENT + (more.isEmpty() ? "" : ", " + more) + "}";
    }

    static PostingReader reader(String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return new PostingReader(
                new Exchange("request-1", Caller.anonymous("127.0.0.1", true), Map.of(), Map.of(), Map.of(), body)
                        .json());
    }

    static PostingRequest read(String json) {
        return reader(json).request();
    }

    /** The pointers of everything that is wrong with it. */
    static List<String> wrongPlaces(String json) {
        try {
            PostingRequest request = read(json);
            throw new AssertionError("Expected a refusal, but it was read as " + request);
        } catch (ProblemException e) {
            return e.problem().errors().stream().map(FieldError::pointer).toList();
        }
    }
}
