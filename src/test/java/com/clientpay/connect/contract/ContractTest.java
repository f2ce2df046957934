package com.clientpay.connect.contract;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * A test of the contract: each runs on every engine, in a database of its own, and ends with a look into the books.
 * Everything the connector does goes through its own database layer.
 */
@ParameterizedClass(name = "{0}")
@EnumSource(Engine.class)
abstract class ContractTest {
    @Parameter
    Engine engine;

    ContractDatabase contract;
    Firm firm;
    Postings postings;

    /** The system pack that the test is about. */
    String pack() {
        return "reference";
    }

    @BeforeEach
    void open() {
        contract = engine.open(pack());
        firm = new Firm(contract, pack());
        postings = new Postings(contract.connector());
    }

    @AfterEach
    void the_books_hold_nothing_twice_and_nothing_by_half() throws SQLException {
        if (contract == null) {
            return;
        }
        try (ContractDatabase closed = contract;
                Connection connection = closed.connect()) {
            firm.books().check(connection);
        }
    }
}
