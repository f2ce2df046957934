package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.database.Contract;
import com.clientpay.connect.database.DatabaseProbe;
import com.clientpay.connect.database.DatabaseUnreachableException;
import java.util.List;

/** Whether every procedure is there, with the parameters and columns of the contract. */
record ProceduresCheck(DatabaseConnection connection) implements Check {
    static final String NAME = "procedures";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> needs() {
        return List.of(DatabaseCheck.NAME);
    }

    @Override
    public Finding look() {
        List<String> differences;
        try (DatabaseProbe probe = connection.open()) {
            differences = probe.compareContract();
        } catch (DatabaseUnreachableException e) {
            return Finding.fail(e.getMessage(), e.action());
        }
        return differences.isEmpty()
                ? Finding.pass("all " + Contract.procedures().size() + " are as they should be")
                : Finding.fail(
                        differences.size() + " of their parts are not as they should be\n"
                                + String.join("\n", differences),
                        "Have the DBA run the scripts of this connector's version; and grant the connector's user its"
                                + " role, without which procedures are invisible.");
    }
}
