package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.posting.WaitingPostings.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Whether postings have been incomplete or queued for too long. */
record WaitingPostingsCheck(Duration limit, Supplier<List<Waiting>> postings) implements Check {
    static final String NAME = "waiting-postings";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(ProceduresCheck.NAME);
    }

    @Override
    public Finding look() {
        List<Waiting> waiting = postings.get();
        return waiting.isEmpty()
                ? Finding.pass("none for more than " + limit.toMinutes() + " minutes")
                : Finding.warn(
                        waiting.stream()
                                .map(w -> w.postings() + " " + w.status() + ", the oldest since " + w.oldest())
                                .collect(Collectors.joining("; ")),
                        "INCOMPLETE ones need the accounting department (connect postings list --status INCOMPLETE); QUEUED"
                                + " and REVERSING ones the matter management system's import.");
    }
}
