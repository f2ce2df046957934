package com.clientpay.connect.api;

import com.clientpay.connect.demo.DemoFacts;

/** Bodies of {@code POST /v1/postings}. */
final class PostingBodies {
    private PostingBodies() {}

    /** Operating money without allocations. */
    static String payment(String paymentId, String amount) {
        return allocated(paymentId, amount, "");
    }

    /** Operating money for one invoice. */
    static String forInvoice(String paymentId, String amount, String invoiceId) {
        return allocated(paymentId, amount, "{\"invoiceId\": \"" + invoiceId + "\", \"amount\": \"" + amount + "\"}");
    }

    /** @param allocations JSON objects separated by commas */
    static String allocated(String paymentId, String amount, String allocations) {
        return body(DemoFacts.OPERATING_MERCHANT, paymentId, amount, allocations);
    }

    /** Client money for one trust ledger. */
    static String forTrustLedger(String paymentId, String amount, String trustLedgerId) {
        return body(
                DemoFacts.TRUST_MERCHANT,
                paymentId,
                amount,
                "{\"trustLedgerId\": \"" + trustLedgerId + "\", \"amount\": \"" + amount + "\"}");
    }

    private static String body(String merchantAccountId, String paymentId, String amount, String allocations) {
        return """
                {"paymentId": "%s", "merchantAccountId": "%s", "amount": "%s", "paymentDate": "2026-11-20",
                 "payer": {"name": "A client", "email": "client@example.com"}, "method": "CARD", "reference": "R-1",
                 "allocations": [%s]}""".formatted(paymentId, merchantAccountId, amount, allocations);
    }
}
