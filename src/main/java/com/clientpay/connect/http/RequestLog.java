package com.clientpay.connect.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line for each request, to the logger {@code request}: what was asked, by whom, the answer's status and how long it
 * took. Paths hold ids only; queries may hold clients' names and are left out, as are bodies and headers.
 */
public final class RequestLog implements RequestObserver {
    private static final Logger log = LoggerFactory.getLogger("request");

    @Override
    public void finished(FinishedRequest request) {
        log.info(
                "{} {} {} {} ms key={} from={} id={} problem={}",
                request.method(),
                request.path(),
                request.status(),
                request.duration().toMillis(),
                request.caller(),
                request.address(),
                request.requestId(),
                request.problem().orElse("-"));
    }
}
