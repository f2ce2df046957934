package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.Database;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A copy of a firm's database is given an id of its own, once. */
class AdoptTest extends ContractTest {
    private static final Instant NOW = Instant.parse("2026-11-23T12:00:00Z");

    @Test
    void a_copy_gets_another_id_and_the_trail_has_both() {
        assertEquals("DONE", adopt("contract", "copy-1\"x"));

        Database connector = contract.connector();
        assertEquals("copy-1\"x", connector.one(Contract.GET_INSTALLATION, row -> row.text("DatabaseId")));
        assertEquals(
                List.of("cli:tester database-adopted database"
                        + " {\"databaseId\":{\"from\":\"contract\",\"to\":\"copy-1\\\"x\"}} " + NOW),
                connector.list(
                        Contract.LIST_SETTINGS_EVENTS,
                        row -> row.text("Actor") + " " + row.text("What") + " " + row.text("Subject") + " "
                                + row.text("Detail") + " " + row.instant("At"),
                        10));
    }

    @Test
    void who_expects_another_id_changes_nothing() {
        assertEquals("CHANGED_MEANWHILE", adopt("Contract", "copy"));

        assertEquals("contract", contract.connector().one(Contract.GET_INSTALLATION, row -> row.text("DatabaseId")));
        assertEquals(List.of(), contract.connector().list(Contract.LIST_SETTINGS_EVENTS, row -> row.text("What"), 10));
    }

    private String adopt(String expected, String id) {
        return contract.connector()
                .transaction(transaction -> transaction.one(
                        Contract.ADOPT_DATABASE, row -> row.text("Outcome"), expected, id, "cli:tester", NOW));
    }
}
