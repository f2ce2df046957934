package com.clientpay.connect.posting;

import java.time.Instant;
import java.util.Optional;

/**
 * One step of a posting's life.
 *
 * @param by {@code key:NAME}, {@code cli:USER} or {@code connector}
 * @param what what happened, such as {@code posted}
 * @param detail a note, a reason or a state
 */
public record HistoryEvent(Instant at, String by, String what, Optional<String> detail) {}
