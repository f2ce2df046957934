package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.database.mapping.Examples;
import com.clientpay.connect.database.mapping.MappedView;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Finding;

/** Whether what the pack asks the firm fits together: each item once, of a subject, with answers that are allowed. */
final class QuestionsCheck extends MappingCheck {
    private final MappingDatabase database;

    QuestionsCheck(MappingDatabase database) {
        super(
                "questions",
                MappedView.ASK_SUBJECT.viewName(),
                MappedView.ASK_CHOICE.viewName(),
                MappedView.ASK_ITEM.viewName());
        this.database = database;
    }

    @Override
    Finding examine() {
        Examples items = database.doubtfulItems();
        if (!items.isEmpty()) {
            return Finding.fail(
                    "items that are asked about twice, or have no subject: " + items,
                    "Have AskItem give one row for each item, of a subject of AskSubject.");
        }
        Examples answers = database.answersThatAreNoChoice();
        return answers.isEmpty()
                ? Finding.pass("each item once, with answers that are allowed")
                : Finding.fail(
                        "suggested or refuted answers that are not allowed: " + answers,
                        "Have Suggested and Refuted of AskItem be answers of AskChoice, or null.");
    }
}
