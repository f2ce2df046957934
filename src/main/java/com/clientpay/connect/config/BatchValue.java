package com.clientpay.connect.config;

import java.util.Locale;

/** What a column of a batch file can show. In a layout its name is written in small letters: {@code receipt_key}. */
public enum BatchValue {
    /** The batch's number. */
    BATCH_NUMBER(Type.COUNT),
    /** From 1, of all allocations in the file. */
    LINE_NUMBER(Type.COUNT),
    /** From 1, of the receipts in the file. */
    RECEIPT_NUMBER(Type.COUNT),
    /** Our own key of the receipt: short, digits only, unique for ever. */
    RECEIPT_KEY(Type.COUNT),
    /** The same for a document or check number, so that it is not taken for anybody else's: CP and ten digits. */
    RECEIPT_REFERENCE(Type.EXACT),
    /** Of a reversal: the key of the receipt that it takes back. Empty for any other receipt. */
    ORIGINAL_RECEIPT_KEY(Type.COUNT),
    /** The same as that receipt's reference: CP and ten digits. */
    ORIGINAL_RECEIPT_REFERENCE(Type.EXACT),
    POSTING_ID(Type.EXACT),
    ATTEMPT(Type.COUNT),
    /** Of this posting and attempt: 1, and one more for each time that it was rejected and handed over again. */
    HANDOVER(Type.COUNT),
    /** The words {@code values.post} and {@code values.reverse}. */
    KIND(Type.EXACT),
    /** From 1, of the lines of the receipt. */
    POSITION(Type.COUNT),
    /** How many lines the receipt has. */
    RECEIPT_LINES(Type.COUNT),
    /** The payment's day. */
    RECEIPT_DATE(Type.DATE),
    BOOK_DATE(Type.DATE),
    BANK_ACCOUNT(Type.EXACT),
    LEDGER_CODE(Type.EXACT),
    TRANSACTION_TYPE(Type.EXACT),
    REFERENCE(Type.TEXT),
    PAYMENT_ID(Type.EXACT),
    METHOD(Type.EXACT),
    PAYOR(Type.TEXT),
    CLIENT_NUMBER(Type.EXACT),
    MATTER_NUMBER(Type.EXACT),
    MATTER_ID(Type.EXACT),
    INVOICE_NUMBER(Type.EXACT),
    INVOICE_ID(Type.EXACT),
    TRUST_LEDGER(Type.EXACT),
    /** The A/R message. */
    DESCRIPTION(Type.TEXT),
    CURRENCY(Type.EXACT),
    AMOUNT(Type.MONEY),
    /** Of the whole receipt, on each of its lines. */
    RECEIPT_AMOUNT(Type.MONEY),
    /** What the line is for: the words {@code values.invoice}, {@code values.trust} and {@code values.matter}. */
    TARGET(Type.EXACT);

    /** How a value is written. */
    public enum Type {
        /** For people: may be cut, and characters may be replaced. */
        TEXT,
        /** Means something to the books: as it is, or not at all. */
        EXACT,
        COUNT,
        MONEY,
        DATE
    }

    private final Type type;

    BatchValue(Type type) {
        this.type = type;
    }

    public Type type() {
        return type;
    }

    /** Whether it is one allocation's, so that it means nothing for a receipt of several. */
    public boolean ofAllocation() {
        return switch (this) {
            case LINE_NUMBER,
                    POSITION,
                    CLIENT_NUMBER,
                    MATTER_NUMBER,
                    MATTER_ID,
                    INVOICE_NUMBER,
                    INVOICE_ID,
                    TRUST_LEDGER,
                    AMOUNT,
                    TARGET -> true;
            default -> false;
        };
    }

    /** As layouts write it. */
    public String written() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** For people: {@code receipt key}. */
    public String words() {
        return written().replace('_', ' ');
    }
}
