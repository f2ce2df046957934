package com.clientpay.connect.console;

import java.time.Instant;
import java.util.Optional;

/**
 * A browser that is signed in.
 *
 * @param id the value of its cookie
 * @param csrfToken what its page sends with each change, and no other page can know
 * @param holder whom it stands for
 */
record Session(String id, String csrfToken, Holder holder, Instant startedAt, Instant usedAt) {

    /**
     * Whom a session stands for.
     *
     * @param keyName it may do what that key may do
     * @param user who it is, where several share the key
     */
    record Holder(String keyName, Optional<String> user) {}

    Session usedAgain(Instant now) {
        return new Session(id, csrfToken, holder, startedAt, now);
    }
}
