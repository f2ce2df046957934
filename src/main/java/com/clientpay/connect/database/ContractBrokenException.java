package com.clientpay.connect.database;

/** A procedure does not answer as the contract says: the scripts and this connector do not belong together. */
public final class ContractBrokenException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    public ContractBrokenException(Procedure procedure, String what, Throwable cause) {
        super("Procedure " + procedure.qualifiedName() + ": " + what + ". Run connect check.", cause);
    }
}
