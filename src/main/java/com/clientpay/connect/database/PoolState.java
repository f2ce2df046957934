package com.clientpay.connect.database;

/** How the connection pool stands at a moment; the counts may not add up exactly. */
public record PoolState(int active, int idle, int waiting, int maximum) {}
