package com.clientpay.connect.database.mapping;

/**
 * A column that a mapping view must have.
 *
 * @param required whether it must have a value in every row
 */
public record MappedColumn(String name, ColumnKind kind, boolean required) {}
