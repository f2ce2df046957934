package com.clientpay.connect.events;

import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import java.util.ArrayList;
import java.util.List;

/** An event log that remembers. */
public final class RecordedEvents implements EventLog {
    public final List<ServiceEvent> events = new ArrayList<>();
    public final List<String> details = new ArrayList<>();

    @Override
    public synchronized void report(ServiceEvent event, String detail) {
        events.add(event);
        details.add(detail);
    }
}
