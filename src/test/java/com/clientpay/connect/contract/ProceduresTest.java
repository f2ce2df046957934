package com.clientpay.connect.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.ContractComparison;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The scripts provide what the connector calls: each procedure, its parameters in order, its columns. */
class ProceduresTest extends ContractTest {

    @Test
    void every_procedure_of_the_contract_is_there_as_it_says() throws SQLException {
        try (Connection connection = contract.connect()) {
            connection.setAutoCommit(false);

            List<String> differences = new ContractComparison(connection).compare(Contract.procedures());

            assertEquals(List.of(), differences, () -> String.join("\n", differences));
        }
    }
}
