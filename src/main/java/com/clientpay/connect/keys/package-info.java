/**
 * API keys: made and revoked by commands, kept in the firm's database as salted hashes, and asked for at every call. A
 * key reads {@code cpk_<name>_<secret>}; the secret is 32 random bytes and is shown once, when the key is made.
 */
package com.clientpay.connect.keys;
