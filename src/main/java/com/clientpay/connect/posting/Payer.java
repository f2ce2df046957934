package com.clientpay.connect.posting;

import java.util.Optional;

/**
 * Who paid. Never logged; blanked by a purge.
 *
 * @param name 1 to 200 characters
 * @param email at most 254 characters
 */
public record Payer(String name, Optional<String> email) {}
