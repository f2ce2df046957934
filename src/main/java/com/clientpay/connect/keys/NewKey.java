package com.clientpay.connect.keys;

import com.clientpay.connect.http.Scope;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A key as somebody wants it.
 *
 * @param name 1–32 of a–z, 0–9 and the hyphen
 * @param scopes at least one
 * @param addresses addresses, CIDR blocks or ranges that calls may come from; empty: anywhere
 * @param expiresAt in the future; empty: never
 */
public record NewKey(String name, Set<Scope> scopes, List<String> addresses, Optional<Instant> expiresAt) {}
