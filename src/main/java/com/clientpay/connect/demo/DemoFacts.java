package com.clientpay.connect.demo;

/**
 * What is sure to be in a {@link DemoSize#STANDARD} firm, for the printed examples and for tests. A test holds each against
 * the data.
 */
public final class DemoFacts {
    public static final String OPERATING_MERCHANT = "operating";
    public static final String TRUST_MERCHANT = "trust";

    public static final String OPERATING_BANK = "OPER-1";
    public static final String SECOND_OPERATING_BANK = "OPER-2";
    public static final String INACTIVE_BANK = "OPER-9";
    public static final String TRUST_BANK = "TRUST-1";
    public static final String SECOND_TRUST_BANK = "TRUST-2";

    public static final String LEDGER_CODE = "PMT";
    public static final String TRUST_LEDGER_CODE = "TRD";
    public static final String INACTIVE_LEDGER_CODE = "OLD";
    public static final String TRANSACTION_TYPE = "CC";
    public static final String INACTIVE_TRANSACTION_TYPE = "CSH";

    /** A client with seven matters, numbered {@code 10023-0001} to {@code 10023-0007}; the second one is closed. */
    public static final String CLIENT_NUMBER = "10023";

    /** An open matter of that client, with four open invoices. */
    public static final String MATTER = "M0000109";

    public static final String MATTER_NUMBER = "10023-0001";

    /** The oldest open invoice of {@link #MATTER}; nothing of it is paid. */
    public static final String INVOICE = "I00000443";

    public static final String INVOICE_NUMBER = "200443";
    public static final String INVOICE_BALANCE = "12214.32";

    /** The next open invoice of {@link #MATTER}; nothing of it is paid. */
    public static final String SECOND_INVOICE = "I00001421";

    public static final String SECOND_INVOICE_BALANCE = "1630.78";

    /** A paid invoice of {@link #MATTER}. */
    public static final String PAID_INVOICE = "I00000037";

    /** The number of two open invoices, of two matters. */
    public static final String REPEATED_INVOICE_NUMBER = "200352";

    public static final String CLOSED_MATTER = "M0000110";

    /** Open, although its matter is closed. */
    public static final String INVOICE_OF_CLOSED_MATTER = "I00000444";

    /** A matter with one trust ledger, {@link #TRUST_LEDGER}, at {@link #TRUST_BANK}. */
    public static final String MATTER_WITH_LEDGER = "M0000113";

    public static final String TRUST_LEDGER = "T0000113-1";

    /** A matter with a trust ledger at each of the two trust accounts. */
    public static final String MATTER_WITH_TWO_LEDGERS = "M0000009";

    /** One of the two; it is at {@link #SECOND_TRUST_BANK}. */
    public static final String TRUST_LEDGER_OF_SECOND_BANK = "T0000009-2";

    public static final String MATTER_WITHOUT_LEDGER = "M0000002";

    private DemoFacts() {}
}
