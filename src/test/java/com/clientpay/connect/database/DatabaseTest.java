package com.clientpay.connect.database;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.testfirm.TestFirm;
import java.sql.SQLException;
import java.sql.SQLTimeoutException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an error of a procedure means to its caller, and how often it is tried. */
class DatabaseTest {
    private final TestFirm firm = TestFirm.open();
    private final FailingProcedure procedure = FailingProcedure.in(firm);

    @AfterEach
    void close() {
        firm.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 1222, 3960, 701, 51003, 51006, 2801})
    void what_may_go_well_the_next_time_is_tried_again(int number) {
        procedure.failsWith(error(number, "S0001"), 3);

        assertEquals(List.of("PAY"), codes());
        assertEquals(4, procedure.calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {1205, 1222, 51003})
    void a_lock_that_outlives_every_retry_is_busy(int number) {
        procedure.failsWith(error(number, "S0001"), 4);

        assertThrows(BusyException.class, this::codes);
        assertEquals(4, procedure.calls());
    }

    @Test
    void a_procedure_of_ours_that_is_being_replaced_is_busy_and_one_of_the_books_is_an_error() {
        procedure.failsWith(new SQLException("... 'clientpay_internal.ApplyPosting'.", "S0062", 2812), 4);
        BusyException busy = assertThrows(BusyException.class, this::codes);
        assertEquals(
                "What clientpay.ListLedgerCodes needs is not there (error 2812): scripts are being run, or were not run to"
                        + " their end.",
                busy.getMessage());

        procedure.failsWith(new SQLException("... 'dbo.VendorProcedure'.", "S0062", 2812), 1);
        assertEquals(2812, assertThrows(ProcedureException.class, this::codes).number());
    }

    @Test
    void a_statement_that_took_too_long_is_busy_and_not_begun_again() {
        procedure.failsWith(new SQLTimeoutException("The query has timed out.", "HY008", 0), 1);

        BusyException slow = assertThrows(BusyException.class, this::codes);
        assertEquals("clientpay.ListLedgerCodes took longer than it may.", slow.getMessage());
        assertEquals(1, procedure.calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {9002, 1105, 3959})
    void a_database_without_room_is_away_and_not_asked_again(int number) {
        procedure.failsWith(error(number, "S0001"), 1);

        DatabaseAwayException full = assertThrows(DatabaseAwayException.class, this::codes);
        assertEquals(
                "The database cannot be written to: its log or a disk is full (error " + number + ").",
                full.getMessage());
        assertEquals(1, procedure.calls());
    }

    /** What H2 says of a full disk, by the number that any error of the books may have. */
    @Test
    void a_store_that_cannot_be_written_is_without_room_too() {
        procedure.failsWith(
                new SQLException(
                        "General error: \"org.h2.mvstore.MVStoreException: Writing to x failed; length 8192 at 0 [2.5.252/2]\"",
                        "HY000",
                        50000),
                1);

        assertThrows(DatabaseAwayException.class, this::codes);
        assertEquals(1, procedure.calls());
    }

    @ParameterizedTest
    @ValueSource(ints = {596, 6005, 3906, 976, 983, 945})
    void a_server_that_no_longer_serves_is_left_and_asked_by_another_connection(int number) {
        procedure.failsWith(error(number, "S0001"), 1);

        assertEquals(List.of("PAY"), codes());
        procedure.failsWith(error(number, "S0001"), 4);
        assertThrows(DatabaseAwayException.class, this::codes);
    }

    @Test
    void a_broken_connection_is_replaced() {
        procedure.failsWith(error(0, "08S01"), 1);

        assertEquals(List.of("PAY"), codes());
        assertEquals(2, procedure.calls());
    }

    /** Other drivers give them to broken connections; here they are what the books say. */
    @ParameterizedTest
    @ValueSource(ints = {233, 64, 10054, 515, 547, 229, 3930, 50000, 51011})
    void what_the_books_say_is_an_error_with_its_number(int number) {
        procedure.failsWith(error(number, "S0001"), 1);

        RuntimeException refused = assertThrows(RuntimeException.class, this::codes);
        assertEquals(number, assertInstanceOf(ProcedureException.class, refused).number());
        assertEquals(1, procedure.calls());
    }

    @Test
    void every_kind_but_the_hopeless_ones_is_worth_another_try() {
        assertTrue(ErrorKind.AWAY.isWorthAnotherTry() && ErrorKind.DUPLICATE.isWorthAnotherTry());
        assertEquals(
                List.of(false, false, false),
                List.of(
                        ErrorKind.SLOW.isWorthAnotherTry(),
                        ErrorKind.FULL.isWorthAnotherTry(),
                        ErrorKind.OTHER.isWorthAnotherTry()));
    }

    private static SQLException error(int number, String state) {
        return new SQLException("error " + number, state, number);
    }

    private List<String> codes() {
        return firm.database().list(Contract.LIST_LEDGER_CODES, row -> row.text("Code"));
    }
}
