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

    /** A client with seven matters, numbered {@code 10023-0001} to {@code 10023-0007}. */
    public static final String CLIENT_NUMBER = "10023";

    /** An open matter of that client. */
    public static final String MATTER = "M0000109";

    public static final String MATTER_NUMBER = "10023-0001";

    private DemoFacts() {}
}
