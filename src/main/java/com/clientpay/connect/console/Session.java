package com.clientpay.connect.console;

import java.time.Instant;

/**
 * A browser that is signed in.
 *
 * @param id the value of its cookie
 * @param csrfToken what its page sends with each change, and no other page can know
 * @param keyName the key that it stands for; it may do what that key may do
 */
record Session(String id, String csrfToken, String keyName, Instant startedAt, Instant usedAt) {
    Session usedAgain(Instant now) {
        return new Session(id, csrfToken, keyName, startedAt, now);
    }
}
