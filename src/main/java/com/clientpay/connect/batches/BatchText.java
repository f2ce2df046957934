package com.clientpay.connect.batches;

import com.clientpay.connect.config.BatchLayout;
import com.clientpay.connect.config.BatchLayout.Column;
import com.clientpay.connect.config.BatchLayout.Decimals;
import com.clientpay.connect.config.BatchValue;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Makes the exact bytes of batch files. The same receipts, number and time make the same bytes. */
final class BatchText {
    private static final DateTimeFormatter NAME_DATE = DateTimeFormatter.ofPattern("yyyyMMdd");

    private final BatchLayout layout;

    /** Where a line stands, for the values that tell it. */
    private record Place(long batch, int line, int receipt) {}

    BatchText(BatchLayout layout) {
        this.layout = layout;
    }

    /** @param day on which the batch is sealed */
    String fileName(long number, LocalDate day) {
        return layout.fileName().fill(Map.of("number", Long.toString(number), "date", NAME_DATE.format(day)));
    }

    /** Why the layout cannot show the receipt; empty when it can. */
    Optional<String> complaint(BatchReceipt receipt) {
        try {
            lines(receipt, new Place(1, 1, 1));
            return Optional.empty();
        } catch (UnwritableException e) {
            return Optional.of(e.getMessage());
        }
    }

    /** The receipt's lines as they would stand at the beginning of a file. */
    List<String> preview(BatchReceipt receipt) throws UnwritableException {
        return lines(receipt, new Place(receipt.first().batch().orElse(0L), 1, 1));
    }

    /**
     * The whole file.
     *
     * @param receipts none that {@link #complaint} has something against
     * @throws IllegalArgumentException a column is too narrow for the batch's number, or for a line's
     */
    byte[] bytes(long number, LocalDate day, Instant now, List<BatchReceipt> receipts) {
        List<String> text = new ArrayList<>();
        Map<String, String> sums = sums(number, day, now, receipts);
        layout.header().forEach(line -> text.add(line.fill(sums)));
        int lines = 0;
        int ordinal = 0;
        for (BatchReceipt receipt : receipts) {
            ordinal++;
            try {
                text.addAll(lines(receipt, new Place(number, lines + 1, ordinal)));
            } catch (UnwritableException e) {
                throw new IllegalArgumentException(e.getMessage(), e);
            }
            lines += receipt.lines().size();
        }
        layout.trailer().forEach(line -> text.add(line.fill(sums)));
        return encoded((layout.byteOrderMark() ? "\uFEFF" : "")
                + text.stream().map(line -> line + layout.lineEnd()).collect(Collectors.joining()));
    }

    /** What the receipts come to, less the reversals. */
    static BigDecimal total(List<BatchReceipt> receipts) {
        return sum(receipts, BatchLine.Kind.POST).subtract(sum(receipts, BatchLine.Kind.REVERSE));
    }

    private static BigDecimal sum(List<BatchReceipt> receipts, BatchLine.Kind kind) {
        return receipts.stream()
                .flatMap(receipt -> receipt.lines().stream())
                .filter(line -> line.kind() == kind)
                .map(BatchLine::amount)
                .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
    }

    private Map<String, String> sums(long number, LocalDate day, Instant now, List<BatchReceipt> receipts) {
        LocalTime time = LocalTime.ofInstant(now, ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS);
        long lines =
                receipts.stream().mapToLong(receipt -> receipt.lines().size()).sum();
        return Map.of(
                "number",
                Long.toString(number),
                "date",
                layout.values().date().format(day),
                "time",
                DateTimeFormatter.ISO_LOCAL_TIME.format(time),
                "file_name",
                fileName(number, day),
                "receipts",
                Integer.toString(receipts.size()),
                "lines",
                Long.toString(lines),
                "records",
                Long.toString(layout.receiptColumns().isEmpty() ? lines : lines + receipts.size()),
                "posted",
                money(sum(receipts, BatchLine.Kind.POST)),
                "reversed",
                money(sum(receipts, BatchLine.Kind.REVERSE)),
                "total",
                money(total(receipts)));
    }

    private List<String> lines(BatchReceipt receipt, Place first) throws UnwritableException {
        List<String> lines = new ArrayList<>();
        if (!layout.receiptColumns().isEmpty()) {
            lines.add(line(layout.receiptColumns(), receipt, receipt.first(), first));
        }
        int number = first.line();
        for (BatchLine line : receipt.lines()) {
            lines.add(line(layout.columns(), receipt, line, new Place(first.batch(), number, first.receipt())));
            number++;
        }
        return lines;
    }

    private String line(List<Column> columns, BatchReceipt receipt, BatchLine line, Place place)
            throws UnwritableException {
        CellText cells = new CellText(layout);
        String delimiter = layout.delimited()
                .map(delimited -> String.valueOf(delimited.delimiter()))
                .orElse("");
        List<String> row = new ArrayList<>();
        for (Column column : columns) {
            String value = column.value()
                    .map(shown -> value(shown, receipt, line, place))
                    .orElse("");
            row.add(cells.of(column, row.size() + 1, value));
        }
        return String.join(delimiter, row);
    }

    private String value(BatchValue value, BatchReceipt receipt, BatchLine line, Place place) {
        return switch (value) {
            case BATCH_NUMBER -> Long.toString(place.batch());
            case LINE_NUMBER -> Integer.toString(place.line());
            case RECEIPT_NUMBER -> Integer.toString(place.receipt());
            case RECEIPT_KEY -> Long.toString(line.receiptKey());
            case RECEIPT_REFERENCE -> reference(line.receiptKey());
            case ORIGINAL_RECEIPT_KEY ->
                line.originalReceiptKey().map(key -> Long.toString(key)).orElse("");
            case ORIGINAL_RECEIPT_REFERENCE ->
                line.originalReceiptKey().map(BatchText::reference).orElse("");
            case POSTING_ID -> line.postingId();
            case ATTEMPT -> Long.toString(line.attempt());
            case HANDOVER -> Long.toString(line.handover());
            case KIND ->
                isReversal(line) ? layout.values().reverse() : layout.values().post();
            case POSITION -> Long.toString(line.position() + 1);
            case RECEIPT_LINES -> Integer.toString(receipt.lines().size());
            case RECEIPT_DATE -> layout.values().date().format(line.receiptDate());
            case BOOK_DATE -> layout.values().date().format(line.bookDate());
            case BANK_ACCOUNT -> line.bankAccountId();
            case LEDGER_CODE -> line.ledgerCode().orElse("");
            case TRANSACTION_TYPE -> line.transactionType().orElse("");
            case REFERENCE -> line.reference().orElse("");
            case PAYMENT_ID -> line.paymentId();
            case METHOD -> line.method().orElse("");
            case PAYOR -> line.payor().orElse("");
            case CLIENT_NUMBER -> line.clientNumber().orElse("");
            case MATTER_NUMBER -> line.matterNumber().orElse("");
            case MATTER_ID -> line.matterId().orElse("");
            case INVOICE_NUMBER -> line.invoiceNumber().orElse("");
            case INVOICE_ID -> line.invoiceId().orElse("");
            case TRUST_LEDGER -> line.trustLedgerId().orElse("");
            case DESCRIPTION -> line.description().orElse("");
            case CURRENCY -> line.currency().orElse("");
            case AMOUNT -> signed(line, line.amount());
            case RECEIPT_AMOUNT -> signed(line, line.receiptAmount());
            case TARGET -> target(line);
        };
    }

    private static String reference(long receiptKey) {
        return String.format(Locale.ROOT, "CP%010d", receiptKey);
    }

    private String target(BatchLine line) {
        if (line.trustLedgerId().isPresent()) {
            return layout.values().trust();
        }
        return line.invoiceId().isPresent()
                ? layout.values().invoice()
                : layout.values().matter();
    }

    private String signed(BatchLine line, BigDecimal amount) {
        return money(isReversal(line) && layout.values().negativeReversals() ? amount.negate() : amount);
    }

    private static boolean isReversal(BatchLine line) {
        return line.kind() == BatchLine.Kind.REVERSE;
    }

    private String money(BigDecimal amount) {
        Decimals decimals = layout.values().decimals();
        return decimals == Decimals.NONE
                ? amount.unscaledValue().toString()
                : amount.toPlainString().replace('.', decimals == Decimals.COMMA ? ',' : '.');
    }

    /** Every character was made sure of before. */
    private byte[] encoded(String text) {
        try {
            ByteBuffer bytes = layout.encoding().newEncoder().encode(CharBuffer.wrap(text));
            ByteArrayOutputStream out = new ByteArrayOutputStream(bytes.remaining());
            out.write(bytes.array(), bytes.arrayOffset(), bytes.remaining());
            return out.toByteArray();
        } catch (CharacterCodingException e) {
            throw new IllegalStateException("A character of the batch file cannot be encoded.", e);
        }
    }
}
