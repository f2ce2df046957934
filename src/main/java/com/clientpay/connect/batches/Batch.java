package com.clientpay.connect.batches;

import com.clientpay.connect.database.Row;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/**
 * A file of receipts for the firm's import.
 *
 * @param number from 1; never used twice
 * @param stateSince since when it is in its state
 * @param stateBy who put it there: {@code connector} or {@code cli:USER}
 * @param token names the temporary file that it was written to
 * @param total what its receipts come to, less its reversals
 * @param sha256 of the file's exact bytes, lower-case hexadecimal
 * @param waiting how many of its receipts the import has not answered
 */
public record Batch(
        long number,
        String fileName,
        BatchState state,
        Instant stateSince,
        String stateBy,
        Optional<String> token,
        long receipts,
        long lines,
        BigDecimal total,
        String sha256,
        Instant sealedAt,
        long waiting) {

    static Batch read(Row row) {
        return new Batch(
                row.number("Number"),
                row.text("FileName"),
                row.oneOf(BatchState.class, "State"),
                row.instant("StateSince"),
                row.text("StateBy"),
                row.optionalText("Token"),
                row.number("Receipts"),
                row.number("Lines"),
                row.money("Total"),
                row.text("Sha256"),
                row.instant("SealedAt"),
                row.number("Waiting"));
    }

    /** For log lines: number, file and sums. */
    String words() {
        return "Batch " + number + " (" + fileName + ", " + receipts + " receipts, " + lines + " lines, total "
                + total.toPlainString() + ")";
    }
}
