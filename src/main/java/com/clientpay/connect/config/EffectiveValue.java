package com.clientpay.connect.config;

import java.util.Optional;

/**
 * A setting as it holds.
 *
 * @param name such as {@code server.port}
 * @param value as text; a secret is its reference; empty: not set
 * @param source {@code default}, {@code line 12} or {@code environment CONNECT_SERVER_PORT}
 * @param takes which values are right, with unit and bounds
 * @param description what it is for
 */
public record EffectiveValue(String name, Optional<String> value, String source, String takes, String description) {}
