package com.clientpay.connect.keys;

import com.clientpay.connect.config.Secret;

/**
 * A key that was just made.
 *
 * @param token {@code cpk_<name>_<secret>}, to be shown once and kept nowhere
 */
public record CreatedKey(ApiKey key, Secret token) {}
