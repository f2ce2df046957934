package com.clientpay.connect.diagnostics.activity;

import java.time.Instant;
import java.util.Map;

/**
 * What happened within one hour.
 *
 * @param from its beginning; it lasts to the next full hour, UTC
 * @param requests all of them but the console's own
 * @param refused those answered with 4xx
 * @param failed those answered with 5xx, or not at all
 * @param postings what was done with postings, by outcome: recorded, posted, incomplete, …
 */
public record Hour(Instant from, long requests, long refused, long failed, Map<String, Long> postings) {}
