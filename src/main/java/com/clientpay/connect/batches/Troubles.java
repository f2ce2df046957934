package com.clientpay.connect.batches;

import java.util.HashMap;
import java.util.Map;
import org.slf4j.Logger;

/** What keeps something from being done, logged once when it begins or changes and once when it is over. */
final class Troubles {
    private final Logger log;
    private final Map<String, String> present = new HashMap<>();

    Troubles(Logger log) {
        this.log = log;
    }

    /** @param what it is about; the same for the same trouble */
    void met(String what, String message) {
        if (!message.equals(present.put(what, message))) {
            log.warn("{}", message);
        }
    }

    /** @param message empty: it need not be told */
    void over(String what, String message) {
        if (present.remove(what) != null && !message.isEmpty()) {
            log.info("{}", message);
        }
    }
}
