package com.clientpay.connect.http;

import java.util.List;

/** Is told about every request when it is over: for the log, the metrics and the list of recent activity. */
@FunctionalInterface
public interface RequestObserver {

    /** Called once for each request, also for those that were no valid HTTP. Must be quick; must not throw. */
    void finished(FinishedRequest request);

    /** Tells all of them, in this order. */
    static RequestObserver all(RequestObserver... observers) {
        List<RequestObserver> list = List.of(observers);
        return request -> list.forEach(observer -> observer.finished(request));
    }
}
