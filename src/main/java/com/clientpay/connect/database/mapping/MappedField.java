package com.clientpay.connect.database.mapping;

/** A row of MapField: a Connect field that the firm's system has. */
public record MappedField(String name, String label, String type, boolean searchable, boolean contains) {}
