package com.clientpay.connect.database.mapping;

import com.clientpay.connect.database.DatabaseException;
import java.sql.SQLException;

/** A question about the mapping that the database could not answer; its message says which, and what the database said. */
public final class MappingException extends DatabaseException {
    private static final long serialVersionUID = 1L;

    MappingException(String what, SQLException cause) {
        super(what + ": error " + cause.getErrorCode() + ", " + cause.getMessage(), cause);
    }
}
