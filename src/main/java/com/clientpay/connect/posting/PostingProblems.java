package com.clientpay.connect.posting;

import com.clientpay.connect.http.FieldError;
import com.clientpay.connect.http.Problem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The problems that only postings have. */
final class PostingProblems {
    /** Somebody has to change the configuration or the database first. */
    private static final Duration RETRY_WHEN_CHANGED = Duration.ofSeconds(60);

    /** What the books say about a reversal that callers may rely on; everything else is {@code reversal-refused}. */
    private static final Set<String> REVERSAL_CODES =
            Set.of("trust-balance-insufficient", "period-closed", "books-refused");

    private PostingProblems() {}

    static Problem keyRequired() {
        return Problem.badRequest(
                "idempotency-key-required",
                "Send the header Idempotency-Key, the same one whenever you repeat this request.");
    }

    static Problem keyMalformed() {
        return Problem.badRequest(
                "idempotency-key-malformed",
                "The header Idempotency-Key must be given once, with 1 to 64 visible ASCII characters without blanks.");
    }

    static Problem keyReused() {
        return Problem.of(
                422,
                "idempotency-key-reused",
                "The idempotency key was used before",
                "This Idempotency-Key belongs to another request. Repeat a request with the body it had, and use a new"
                        + " key for a new one.");
    }

    static Problem paymentRecorded(String paymentId, String postingId) {
        return Problem.of(
                        409,
                        "payment-already-recorded",
                        "The payment is recorded already",
                        "Payment " + paymentId + " is recorded under another Idempotency-Key, as posting " + postingId
                                + ". Read that posting; do not send the payment again.")
                .with("postingId", postingId);
    }

    static Problem moveNotAllowed(PostingMove move, PostingStatus status, List<PostingMove> allowed) {
        List<String> names = allowed.stream().map(PostingMove::written).toList();
        String instead =
                names.isEmpty() ? "Nothing can be done to it now." : "Allowed: " + String.join(", ", names) + ".";
        return Problem.of(
                        409,
                        "move-not-allowed",
                        "Not allowed in this status",
                        "The posting is " + status + "; " + move.written() + " is not possible. " + instead)
                .with("postingStatus", status)
                .with("allowed", names);
    }

    /** @param code the books' own, or empty */
    static Problem reversalRefused(Optional<String> code, Optional<String> detail) {
        return Problem.of(
                409,
                code.filter(REVERSAL_CODES::contains).orElse("reversal-refused"),
                "The books refused the reversal",
                detail.orElse("The books refused it without saying why.") + " Nothing was changed.");
    }

    /** @param number the database's error number */
    static Problem reversalFailed(int number) {
        return Problem.of(
                409,
                "books-refused",
                "The books refused the reversal",
                "The firm's database refused it with error " + number
                        + ". Nothing was changed. Ask the firm's IT what that error means, then try again.");
    }

    static Problem partialReversal(String amount) {
        return new Problem(
                422,
                "partial-reversal-unsupported",
                "A posting is reversed as a whole",
                "Leave the amount out, or send the posting's own.",
                List.of(new FieldError("/amount", "must be " + amount + ", the posting's amount")),
                Map.of());
    }

    static Problem otherDatabase() {
        return Problem.of(
                        503,
                        "other-database",
                        "This is another database",
                        "The database is not the one that this connector is configured for (database.id), perhaps a restored"
                                + " copy. It is read, but nothing is posted to it.")
                .retryAfter(RETRY_WHEN_CHANGED);
    }

    static Problem durabilityDelayed() {
        return Problem.of(
                        503,
                        "durability-delayed",
                        "The database delays durability",
                        "The database answers commits before they are on its disk (DELAYED_DURABILITY = FORCED), so a payment"
                                + " that was recorded could be lost. Nothing is recorded or posted until its DBA runs: ALTER"
                                + " DATABASE ... SET DELAYED_DURABILITY = DISABLED.")
                .retryAfter(RETRY_WHEN_CHANGED);
    }

    static Problem mappingNotSignedOff(MappingStanding standing) {
        if (standing == MappingStanding.UNSEEN) {
            return notSignedOff(
                    "Whether the mapping of the firm's books is still the one that accounting signed off cannot be"
                            + " told: the connector's login may not see it. They are read, but nothing is recorded or posted until the"
                            + " DBA has run security/login-and-role.sql again (VIEW DEFINITION on schema clientpay_internal).");
        }
        String why = standing == MappingStanding.VOID
                ? "was changed after accounting had signed it off, by scripts or by an answer"
                : "has not been signed off by accounting yet";
        return notSignedOff("The mapping of the firm's books " + why
                + ". They are read, but nothing is recorded or posted until accounting has compared its totals (connect scripts"
                + " check) and accepted them (connect scripts sign-off).");
    }

    private static Problem notSignedOff(String detail) {
        return Problem.of(503, "mapping-not-signed-off", "The mapping is not signed off", detail)
                .retryAfter(RETRY_WHEN_CHANGED);
    }
}
