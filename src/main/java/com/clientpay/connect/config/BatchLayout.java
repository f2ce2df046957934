package com.clientpay.connect.config;

import java.nio.charset.Charset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

/**
 * What the batch files of a system look like, as its {@code batch.toml} says; {@code
 * sql/sqlserver/systems/reference-batch/batch.toml} explains every key.
 *
 * @param fileName has {@code {number}}
 * @param delimited empty: columns have fixed widths
 * @param mostReceipts in one file
 * @param header lines before the receipts
 * @param trailer lines after them
 * @param receiptColumns of the line before those of a receipt; none: there is no such line
 * @param columns of each line, which is one allocation of a receipt
 */
public record BatchLayout(
        LayoutTemplate fileName,
        Optional<Delimited> delimited,
        Charset encoding,
        boolean byteOrderMark,
        String lineEnd,
        int mostReceipts,
        List<LayoutTemplate> header,
        List<LayoutTemplate> trailer,
        List<Column> receiptColumns,
        List<Column> columns,
        Values values) {

    /** What to do with what cannot stand in the file. Ids, numbers and codes are always refused then. */
    public enum Remedy {
        /** A blank, or the replacement, takes its place. */
        REPLACE,
        /** The receipt is not written: its posting becomes INCOMPLETE with the reason. */
        REFUSE
    }

    /** How an amount's decimals are written: {@code 12.50}, {@code 12,50} or {@code 1250}. */
    public enum Decimals {
        POINT,
        COMMA,
        NONE
    }

    /** When a value stands between quotes. */
    public enum Quoting {
        /** When it has to. */
        MINIMAL,
        ALWAYS
    }

    /**
     * @param quote empty: there are no quotes
     * @param inValue without quotes: what to do with a delimiter within a value
     */
    public record Delimited(char delimiter, Optional<Character> quote, Quoting quoting, Remedy inValue) {}

    /**
     * @param value what it shows; empty: always the same text
     * @param text of a column without a value, or what stands in place of an empty value
     * @param width in characters; of fixed widths exactly, else at most; 0: any
     * @param cut whether what is longer is cut, and not refused
     * @param right whether what is shorter is filled on the left
     */
    public record Column(Optional<BatchValue> value, String text, int width, boolean cut, boolean right, char fill) {}

    /**
     * @param invoice the word for a line that pays an invoice; likewise trust, and matter for money on a matter's account
     * @param negativeReversals whether the amounts of reversals have a minus sign
     * @param replacement for characters that the encoding has not
     */
    public record Values(
            DateTimeFormatter date,
            Decimals decimals,
            boolean negativeReversals,
            String post,
            String reverse,
            String invoice,
            String trust,
            String matter,
            Remedy controlCharacters,
            Remedy missingCharacters,
            String replacement) {}
}
