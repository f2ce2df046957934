package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.batches.Batch;
import com.clientpay.connect.batches.BatchState;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Whether a batch file needs somebody.
 *
 * @param unfinished SEALED, WRITING and UNKNOWN ones
 */
record BatchesCheck(Supplier<List<Batch>> unfinished) implements Check {
    static final String NAME = "batches";

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
        List<Batch> batches = unfinished.get();
        List<Batch> unknown = batches.stream()
                .filter(batch -> batch.state() == BatchState.UNKNOWN)
                .toList();
        if (!unknown.isEmpty()) {
            return Finding.fail(
                    "nobody knows whether the import has seen batch " + numbers(unknown),
                    "Find it out in the import's own report, then say connect batches resolve NUMBER --written or"
                            + " --not-written. Until then its postings stay QUEUED.");
        }
        return batches.isEmpty()
                ? Finding.pass("every one is finished")
                : Finding.warn(
                        "batch " + numbers(batches) + " not written yet",
                        "It is being written just now; or its folder is away, or another file has its name: the check"
                                + " batch-folder and the connector's log say which.");
    }

    private static String numbers(List<Batch> batches) {
        return batches.stream()
                .map(batch -> Long.toString(batch.number()))
                .sorted()
                .collect(Collectors.joining(", "));
    }
}
