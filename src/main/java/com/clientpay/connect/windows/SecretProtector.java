package com.clientpay.connect.windows;

import java.util.Optional;

/** Turns secrets into what only this machine can read, and back. */
interface SecretProtector {

    /**
     * @param entropy without which it cannot be opened again
     * @throws IllegalStateException when the system does not do it; the message says why
     */
    byte[] protect(byte[] secret, byte[] entropy);

    /** The secret; empty when it was protected on another machine or with other entropy, or was changed since. */
    Optional<byte[]> open(byte[] protectedSecret, byte[] entropy);
}
