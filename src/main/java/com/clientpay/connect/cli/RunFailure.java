package com.clientpay.connect.cli;

import com.clientpay.connect.http.CannotListenException;
import com.clientpay.connect.http.tls.TlsException;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A run that ends by a failure: what administrators and the log are told of it, since nobody sees a service's terminal. */
final class RunFailure {
    private static final Logger log = LoggerFactory.getLogger(RunFailure.class);

    private RunFailure() {}

    /** @param started whether the connector had started */
    static void report(EventLog events, Throwable failure, boolean started) {
        ServiceEvent event = started ? ServiceEvent.ENDED_UNEXPECTEDLY : refused(failure);
        String detail =
                isOurs(failure) ? failure.getMessage() : failure.getClass().getName();
        if (event != ServiceEvent.CONFIGURATION_REFUSED) {
            // Before the configuration is read there is no log file, and the terminal is told anyway.
            log.error("{} {}", event.happened(), detail, isOurs(failure) ? null : failure);
        }
        events.report(event, detail);
    }

    private static ServiceEvent refused(Throwable failure) {
        if (failure instanceof CommandFailed) {
            return ServiceEvent.CONFIGURATION_REFUSED;
        }
        if (failure instanceof CannotListenException) {
            return ServiceEvent.PORT_REFUSED;
        }
        return failure instanceof TlsException ? ServiceEvent.CERTIFICATE_REFUSED : ServiceEvent.START_FAILED;
    }

    /** Messages of ours are for administrators; those of others may hold anything. */
    private static boolean isOurs(Throwable failure) {
        return failure instanceof CommandFailed
                || failure instanceof CannotListenException
                || failure instanceof TlsException;
    }
}
