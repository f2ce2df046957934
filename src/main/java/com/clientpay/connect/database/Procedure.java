package com.clientpay.connect.database;

import java.util.List;

/**
 * One stored procedure of schema {@code clientpay}: its name, its parameters in order, and the columns of its one
 * result set. A procedure without columns answers with no result set (which JDBC's batches require).
 *
 * @param openEnded whether further columns may follow those listed: the firm's own Connect fields
 */
public record Procedure(String name, List<Field> parameters, List<Field> columns, boolean openEnded) {

    /** The name as a call writes it: {@code clientpay.ListBankAccounts}. */
    public String qualifiedName() {
        return "clientpay." + name;
    }

    /** JDBC's escape for the call, one question mark a parameter. */
    public String callText() {
        return "{call " + withParameters() + "}";
    }

    /** The same where the procedure is a function that a query may read, as H2 has it. */
    String selectText() {
        return "SELECT * FROM " + withParameters();
    }

    private String withParameters() {
        return qualifiedName() + "("
                + String.join(",", parameters.stream().map(p -> "?").toList()) + ")";
    }
}
