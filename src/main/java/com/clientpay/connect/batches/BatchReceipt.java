package com.clientpay.connect.batches;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A receipt for the import: all its lines, which are written into one file or none.
 *
 * @param lines by position, at least one
 */
public record BatchReceipt(List<BatchLine> lines) {

    /** Puts lines together, in their order. */
    static List<BatchReceipt> of(List<BatchLine> lines) {
        Map<Long, List<BatchLine>> receipts = new LinkedHashMap<>();
        for (BatchLine line : lines) {
            receipts.computeIfAbsent(line.receiptKey(), key -> new ArrayList<>())
                    .add(line);
        }
        return receipts.values().stream()
                .map(of -> new BatchReceipt(List.copyOf(of)))
                .toList();
    }

    public BatchLine first() {
        return lines.get(0);
    }
}
