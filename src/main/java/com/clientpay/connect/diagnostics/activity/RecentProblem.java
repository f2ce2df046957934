package com.clientpay.connect.diagnostics.activity;

import java.time.Instant;
import java.util.Optional;

/**
 * A request that was refused or failed.
 *
 * @param route the route's template; absent when none matched
 * @param status 0 when the connection ended before anything was answered
 * @param caller the key's name; {@code -} when there was none
 */
public record RecentProblem(
        Instant at, String requestId, String method, Optional<String> route, int status, String code, String caller) {}
