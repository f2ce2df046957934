package com.clientpay.connect.database;

import java.sql.Types;

/** The types that parameters and columns of the contract have, with the JDBC type that carries each on every engine. */
public enum ValueType {
    /** Text of up to 4,000 characters, in the firm's collation. */
    TEXT(Types.VARCHAR),
    /** An id or a key of ours: {@code [\x21-\x7E]{1,64}}, compared byte by byte. */
    ID(Types.VARCHAR),
    /** An amount: {@code decimal(19,2)}. */
    MONEY(Types.DECIMAL),
    /** A calendar day of the firm. */
    DATE(Types.DATE),
    /** A point in time: a timestamp without zone that holds UTC, to the millisecond. */
    INSTANT(Types.TIMESTAMP),
    /** True or false. */
    FLAG(Types.BIT),
    /** A whole number: counts, versions, positions. */
    NUMBER(Types.BIGINT),
    /** Bytes as they are: the content of a file, at most a million. */
    BYTES(Types.VARBINARY);

    private final int jdbcType;

    ValueType(int jdbcType) {
        this.jdbcType = jdbcType;
    }

    /** The constant of {@link Types}. */
    public int jdbcType() {
        return jdbcType;
    }
}
