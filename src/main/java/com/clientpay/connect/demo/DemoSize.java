package com.clientpay.connect.demo;

/**
 * How large a demo firm is.
 *
 * @param matters 1–1,000,000
 * @param openInvoices open invoices a matter, on average, 3–50
 */
public record DemoSize(int matters, int openInvoices) {
    /** The firm of the documentation: 200 clients, 1,000 matters, 3,000 open invoices. */
    public static final DemoSize STANDARD = new DemoSize(1_000, 3);

    private static final int MOST_MATTERS = 1_000_000;

    /** @throws IllegalArgumentException a number is out of bounds */
    public DemoSize {
        if (matters < 1 || matters > MOST_MATTERS) {
            throw new IllegalArgumentException(
                    "A demo firm has between 1 and 1000000 matters; " + matters + " were asked for.");
        }
        if (openInvoices < 3 || openInvoices > 50) {
            throw new IllegalArgumentException(
                    "A matter has between 3 and 50 open invoices, not " + openInvoices + ".");
        }
    }

    /** A firm of this many matters with five open invoices each, on average. */
    public static DemoSize ofMatters(int matters) {
        return new DemoSize(matters, 5);
    }

    /** Whether it is better kept in a file than in memory. */
    boolean isLarge() {
        return matters > 10_000;
    }
}
