package com.clientpay.connect.settings;

import java.time.Instant;
import java.util.Optional;

/**
 * An entry of the audit trail of settings and keys.
 *
 * @param actor who: {@code key:NAME}, {@code cli:USER} or {@code connector}
 * @param what such as {@code merchant-account-changed}
 * @param subject the id of what was changed
 * @param detail JSON: each property from what to what
 */
public record SettingsEvent(Instant at, String actor, String what, String subject, Optional<String> detail) {}
