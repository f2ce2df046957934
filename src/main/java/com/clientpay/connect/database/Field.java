package com.clientpay.connect.database;

/** A named, typed parameter or result column of a {@link Procedure}. */
public record Field(String name, ValueType type) {}
