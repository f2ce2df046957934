package com.clientpay.connect.demo;

import static com.clientpay.connect.demo.DemoCalls.call;
import static com.clientpay.connect.demo.DemoCalls.execute;
import static com.clientpay.connect.demo.DemoCalls.query;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.database.Contract;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.temporal.ChronoField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SyncInvoicesTest {
    private static final DateTimeFormatter TIMESTAMP = new DateTimeFormatterBuilder()
            .appendPattern("yyyy-MM-dd HH:mm:ss")
            .appendFraction(ChronoField.NANO_OF_SECOND, 0, 9, true)
            .toFormatter();

    private DemoFirm firm;
    private Connection connection;

    @BeforeEach
    void open() throws SQLException {
        firm = DemoFirm.open(DemoOptions.STANDARD, Progress.NONE);
        connection = DriverManager.getConnection(firm.url());
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
        firm.close();
    }

    @Test
    void a_first_sync_brings_every_open_invoice_once_by_id() throws SQLException {
        assertEquals(
                ids(query(connection, "SELECT InvoiceId FROM firm.Invoice WHERE Balance > 0 ORDER BY InvoiceId")),
                ids(sync(null, 170, () -> {})));
    }

    @Test
    void a_sync_since_the_watermark_brings_what_was_paid_and_reopened_and_nothing_old() throws SQLException {
        LocalDateTime watermark = watermark(connection);
        setBalance(DemoFacts.INVOICE, "0.00");
        setBalance(DemoFacts.PAID_INVOICE, "5.00");
        Map<String, String> balances = sync(watermark, 1, () -> {}).stream()
                .collect(Collectors.toMap(row -> row.get("InvoiceId"), row -> row.get("Balance")));
        assertEquals(Map.of(DemoFacts.INVOICE, "0.00", DemoFacts.PAID_INVOICE, "5.00"), balances);
    }

    @Test
    void slices_of_changes_made_at_one_instant_neither_miss_nor_repeat() throws SQLException {
        LocalDateTime watermark = watermark(connection);
        execute(connection, "UPDATE firm.Invoice SET Balance = 1 WHERE InvoiceId < 'I00000100'");
        List<String> ids = ids(sync(watermark, 7, () -> {}));
        assertEquals(
                ids(query(connection, "SELECT InvoiceId FROM firm.Invoice WHERE InvoiceId < 'I00000100' ORDER BY 1")),
                ids);
    }

    @Test
    void a_change_between_two_slices_is_not_missed_by_the_sync_that_follows() throws SQLException {
        Map<String, String> copy = new HashMap<>();
        LocalDateTime watermark = watermark(connection);
        Runnable change = new Runnable() {
            private int slice;

            @Override
            public void run() {
                try {
                    setBalance("I0000" + (1000 + slice * 13), "0.00");
                    setBalance("I0000" + (3000 - slice * 13), "1.00");
                    setBalance("I00000" + (100 + slice), "2.00");
                    slice++;
                } catch (SQLException e) {
                    throw new IllegalStateException(e);
                }
            }
        };
        for (LocalDateTime since : new LocalDateTime[] {null, watermark}) {
            for (Map<String, String> row : sync(since, 250, since == null ? change : () -> {})) {
                copy.put(row.get("InvoiceId"), row.get("Balance"));
            }
        }
        copy.values().removeIf("0.00"::equals);
        assertEquals(openBalances(), copy);
    }

    @Test
    void a_change_still_uncommitted_when_the_watermark_is_read_comes_with_the_next_sync() throws SQLException {
        try (Connection writer = DriverManager.getConnection(firm.url())) {
            writer.setAutoCommit(false);
            execute(writer, "UPDATE firm.Invoice SET Balance = 3 WHERE InvoiceId = '" + DemoFacts.INVOICE + "'");
            LocalDateTime watermark = watermark(connection);
            assertEquals(
                    List.of(),
                    sync(watermark, 10, () -> {}).stream()
                            .filter(row -> row.get("InvoiceId").equals(DemoFacts.INVOICE))
                            .toList());
            writer.commit();
            assertTrue(ids(sync(watermark, 10, () -> {})).contains(DemoFacts.INVOICE));
        }
    }

    @Test
    void a_session_at_rest_does_not_hold_the_watermark_back() throws SQLException {
        try (Connection reader = DriverManager.getConnection(firm.url())) {
            reader.setAutoCommit(false);
            query(reader, "SELECT COUNT(*) FROM firm.Invoice");
            LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC);
            LocalDateTime watermark = watermark(connection);
            assertFalse(watermark.isBefore(before.minusNanos(1_010_000_000)), watermark + " is long before " + before);
        }
    }

    @Test
    void the_time_of_change_is_utc_wherever_the_writer_lives() throws SQLException {
        try (Connection writer = DriverManager.getConnection(firm.url() + ";TIME ZONE=Asia/Tokyo")) {
            LocalDateTime before = LocalDateTime.now(ZoneOffset.UTC).minusSeconds(1);
            execute(writer, "UPDATE firm.Invoice SET Balance = 4 WHERE InvoiceId = '" + DemoFacts.INVOICE + "'");
            LocalDateTime changed = time(query(
                            connection,
                            "SELECT ChangedAt FROM firm.Invoice WHERE InvoiceId = '" + DemoFacts.INVOICE + "'")
                    .get(0)
                    .get("ChangedAt"));
            assertFalse(changed.isBefore(before), changed + " is before " + before);
            assertFalse(changed.isAfter(LocalDateTime.now(ZoneOffset.UTC)), changed + " is in the future");
        }
    }

    /** Slice by slice to the end, with something happening after each slice. */
    private List<Map<String, String>> sync(LocalDateTime since, int limit, Runnable afterSlice) throws SQLException {
        List<Map<String, String>> rows = new ArrayList<>();
        LocalDateTime afterChange = null;
        String afterId = null;
        while (true) {
            List<Map<String, String>> slice =
                    call(connection, Contract.SYNC_INVOICES, since, afterChange, afterId, limit);
            rows.addAll(slice);
            afterSlice.run();
            if (slice.size() < limit) {
                return rows;
            }
            afterId = slice.get(limit - 1).get("InvoiceId");
            afterChange = since == null ? null : time(slice.get(limit - 1).get("ChangedAt"));
        }
    }

    private static LocalDateTime watermark(Connection connection) throws SQLException {
        return time(call(connection, Contract.GET_SYNC_WATERMARK).get(0).get("Watermark"));
    }

    private void setBalance(String invoice, String balance) throws SQLException {
        execute(connection, "UPDATE firm.Invoice SET Balance = " + balance + " WHERE InvoiceId = '" + invoice + "'");
    }

    private Map<String, String> openBalances() throws SQLException {
        return query(connection, "SELECT InvoiceId, Balance FROM firm.Invoice WHERE Balance > 0").stream()
                .collect(Collectors.toMap(row -> row.get("InvoiceId"), row -> row.get("Balance")));
    }

    private static List<String> ids(List<Map<String, String>> rows) {
        return rows.stream().map(row -> row.get("InvoiceId")).toList();
    }

    private static LocalDateTime time(String text) {
        return LocalDateTime.parse(text, TIMESTAMP);
    }
}
