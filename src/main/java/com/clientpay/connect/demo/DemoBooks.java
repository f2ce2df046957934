package com.clientpay.connect.demo;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.function.LongConsumer;

/**
 * Writes the firm's books: the same rows for the same size, always.
 *
 * <p>Clients have 5, 3, 7, 9 and 1 matters in turn, so that 200 clients have 1,000. Every tenth matter is closed. Invoices
 * are billed in monthly rounds over all matters, so that ids, numbers, dates and times of change grow together; the first
 * round, on every third matter, is paid. Every fourth matter has a trust ledger, every twentieth a second one at the other
 * trust account.
 */
final class DemoBooks {
    private static final int[] MATTERS_A_CLIENT = {5, 3, 7, 9, 1};
    /** Open invoices of five matters in turn, more or fewer than the average. */
    private static final int[] OPEN_BESIDE_AVERAGE = {0, 2, -2, 1, -1};

    private static final LocalDate PAID_ROUND = LocalDate.of(2025, 9, 1);
    private static final LocalDate FIRST_OPEN_ROUND = LocalDate.of(2026, 3, 2);
    private static final int FIRST_NUMBER = 200_001;
    /** Of the open invoices, from 0: this one carries the number of that one. */
    private static final int SECOND_OF_SAME_NUMBER = 41;

    private static final int FIRST_OF_SAME_NUMBER = 17;

    private final Connection connection;
    private final DemoSize size;
    private final LongConsumer progress;
    private long done;

    /**
     * @param connection without auto-commit; everything is committed at the end, much of it before
     * @param progress told the rows so far
     */
    DemoBooks(Connection connection, DemoSize size, LongConsumer progress) {
        this.connection = connection;
        this.size = size;
        this.progress = progress;
    }

    /** About how many rows a firm has. */
    static long rows(DemoSize size) {
        long matters = size.matters();
        return matters / 5 + matters + (matters + 2) / 3 + matters * size.openInvoices() + matters * 3 / 10;
    }

    void write() throws SQLException {
        writeLists();
        writeClients();
        writeMatters();
        writeInvoices();
        writeTrustLedgers();
    }

    private void writeLists() throws SQLException {
        try (Inserts accounts = inserts("firm.BankAccount", "BankAccountId, Name, Kind, Active")) {
            accounts.add("OPER-1", "Operating account, Kestrel Quay Bank", "OPERATING", true);
            accounts.add("OPER-2", "Costs and expenses, Kestrel Quay Bank", "OPERATING", true);
            accounts.add("OPER-9", "Operating account before the merger", "OPERATING", false);
            accounts.add(DemoFacts.TRUST_BANK, "Client trust account (IOLTA)", "TRUST", true);
            accounts.add(DemoFacts.SECOND_TRUST_BANK, "Real estate escrow (trust)", "TRUST", true);
            finish(accounts);
        }
        try (Inserts codes = inserts("firm.LedgerCode", "Code, Description, Active")) {
            codes.add("ADV", "Cost advance", true);
            codes.add("OLD", "Payment (old chart of accounts)", false);
            codes.add("PMT", "Payment", true);
            codes.add("RET", "Retainer", true);
            codes.add("TRD", "Trust deposit", true);
            finish(codes);
        }
        try (Inserts types = inserts("firm.TransactionType", "Code, Description, Active")) {
            types.add("CC", "Credit card", true);
            types.add("CSH", "Cash", false);
            types.add("ECK", "eCheck", true);
            types.add("WIR", "Wire transfer", true);
            finish(types);
        }
    }

    private void writeClients() throws SQLException {
        try (Inserts clients = inserts("firm.Client", "ClientId, ClientNumber, ClientName")) {
            int matters = 0;
            for (int client = 0; matters < size.matters(); client++) {
                clients.add(clientId(client), clientNumber(client), DemoNames.client(client));
                matters += MATTERS_A_CLIENT[client % MATTERS_A_CLIENT.length];
            }
            finish(clients);
        }
    }

    private void writeMatters() throws SQLException {
        int attorneys = Math.max(8, size.matters() / 150);
        try (Inserts matters = inserts(
                "firm.Matter",
                "MatterId, ClientId, MatterNumber, MatterName, Status, ResponsibleAttorney, Office, PracticeArea,"
                        + " OpenedOn, Unapplied")) {
            int matter = 0;
            for (int client = 0; matter < size.matters(); client++) {
                int ofClient = MATTERS_A_CLIENT[client % MATTERS_A_CLIENT.length];
                for (int i = 1; i <= ofClient && matter < size.matters(); i++, matter++) {
                    matters.add(
                            matterId(matter),
                            clientId(client),
                            clientNumber(client) + "-" + padded(i, 4),
                            DemoNames.matter(matter),
                            isClosed(matter) ? "CLOSED" : "OPEN",
                            DemoNames.attorney((int) (scatter(matter) % attorneys)),
                            DemoNames.OFFICES[client % DemoNames.OFFICES.length],
                            DemoNames.PRACTICE_AREAS[matter % DemoNames.PRACTICE_AREAS.length],
                            LocalDate.of(2019, 1, 7).plusDays(scatter(matter + 7L) % 2_400),
                            matter % 30 == 6 ? cents(25_000 + matter % 100) : BigDecimal.ZERO);
                }
            }
            finish(matters);
        }
    }

    private void writeInvoices() throws SQLException {
        try (Inserts invoices = inserts(
                "firm.Invoice", "InvoiceId, InvoiceNumber, MatterId, InvoiceDate, Amount, Balance, ChangedAt")) {
            for (int matter = 0; matter < size.matters(); matter += 3) {
                LocalDate date = dateIn(PAID_ROUND, matter);
                writeInvoice(invoices, number(invoices.rows()), matter, date, BigDecimal.ZERO, date.plusDays(40));
            }
            int paid = invoices.rows();
            int rounds = size.openInvoices() + 2;
            for (int round = 0; round < rounds; round++) {
                for (int matter = 0; matter < size.matters(); matter++) {
                    if (round < openInvoices(matter)) {
                        boolean repeatsNumber = invoices.rows() - paid == SECOND_OF_SAME_NUMBER;
                        String number = number(repeatsNumber ? paid + FIRST_OF_SAME_NUMBER : invoices.rows());
                        LocalDate date = dateIn(FIRST_OPEN_ROUND.plusMonths(round), matter);
                        BigDecimal amount = amount(invoices.rows());
                        boolean partlyPaid = invoices.rows() % 7 == 3;
                        BigDecimal balance = partlyPaid ? amount.subtract(cents(10_000)) : amount;
                        writeInvoice(invoices, number, matter, date, balance, date.plusDays(partlyPaid ? 20 : 0));
                    }
                }
            }
            finish(invoices);
        }
    }

    private static void writeInvoice(
            Inserts invoices, String number, int matter, LocalDate date, BigDecimal balance, LocalDate changed)
            throws SQLException {
        int row = invoices.rows();
        invoices.add(
                "I" + padded(row + 1, 8),
                number,
                matterId(matter),
                date,
                amount(row),
                balance,
                changed.atTime(LocalTime.of(20, row / 1_000 % 60, 0, row % 1_000 * 1_000_000)));
    }

    private void writeTrustLedgers() throws SQLException {
        try (Inserts ledgers = inserts("firm.TrustLedger", "TrustLedgerId, MatterId, BankAccountId, Balance")) {
            for (int matter = 0; matter < size.matters(); matter += 4) {
                BigDecimal balance = matter % 40 == 20 ? BigDecimal.ZERO : amount(matter + 13);
                ledgers.add("T" + padded(matter + 1, 7) + "-1", matterId(matter), DemoFacts.TRUST_BANK, balance);
                if (matter % 20 == 8) {
                    ledgers.add(
                            "T" + padded(matter + 1, 7) + "-2",
                            matterId(matter),
                            DemoFacts.SECOND_TRUST_BANK,
                            amount(matter + 29));
                }
            }
            finish(ledgers);
        }
    }

    private Inserts inserts(String table, String columns) throws SQLException {
        long before = done;
        return new Inserts(connection, table, columns, rows -> progress.accept(before + rows));
    }

    private void finish(Inserts inserts) throws SQLException {
        inserts.finish();
        done += inserts.rows();
    }

    private int openInvoices(int matter) {
        return size.openInvoices() + OPEN_BESIDE_AVERAGE[matter % OPEN_BESIDE_AVERAGE.length];
    }

    private LocalDate dateIn(LocalDate round, int matter) {
        return round.plusDays((long) matter * 27 / size.matters());
    }

    private static boolean isClosed(int matter) {
        return matter % 10 == 9;
    }

    private static String clientId(int client) {
        return "C" + padded(client + 1, 6);
    }

    private static String clientNumber(int client) {
        return String.valueOf(10_001 + client);
    }

    private static String matterId(int matter) {
        return "M" + padded(matter + 1, 7);
    }

    private static String number(int invoice) {
        return String.valueOf(FIRST_NUMBER + invoice);
    }

    /** 150.00 to 24,999.99. */
    private static BigDecimal amount(int row) {
        return cents(15_000 + scatter(row) % 2_485_000);
    }

    private static BigDecimal cents(long cents) {
        return BigDecimal.valueOf(cents, 2);
    }

    /** A number from 0 that looks random and is the same each time (the finalizer of SplitMix64). */
    private static long scatter(long number) {
        long z = number * 0x9E3779B97F4A7C15L;
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return (z ^ (z >>> 31)) >>> 1;
    }

    private static String padded(int number, int width) {
        String digits = String.valueOf(number);
        return "0".repeat(Math.max(0, width - digits.length())) + digits;
    }
}
