package com.clientpay.connect.database.answers;

import java.util.Optional;

/**
 * An answer that is to be kept, or taken back.
 *
 * @param answer one of the question's choices, or {@link #UNANSWERED}
 * @param confirmation the words by which it is accepted though the books contradict it
 */
public record GivenAnswer(String subject, String item, String answer, Optional<String> confirmation) {
    /** In an answer's place: what was answered before is taken back. No pack has it as an answer. */
    public static final String UNANSWERED = "UNANSWERED";

    /** That there is no answer any more. */
    public static GivenAnswer takenBack(String subject, String item) {
        return new GivenAnswer(subject, item, UNANSWERED, Optional.empty());
    }

    public boolean isTakenBack() {
        return answer.equals(UNANSWERED);
    }
}
