package com.clientpay.connect.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.clientpay.connect.http.CannotListenException;
import com.clientpay.connect.http.tls.TlsException;
import com.clientpay.connect.platform.ServiceEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunFailureTest {
    private final List<String> reported = new ArrayList<>();

    @Test
    void each_way_not_to_start_has_its_event_and_its_reason() {
        report(new CommandFailed("connect.toml:2: server.port must be less."), false);
        report(new CannotListenException("Port 443 is taken.", null), false);
        report(new TlsException("The password of c.pfx is wrong."), false);
        report(new IllegalStateException("hunter2"), false);
        report(new OutOfMemoryError("hunter2"), true);

        assertEquals(
                List.of(
                        "CONFIGURATION_REFUSED connect.toml:2: server.port must be less.",
                        "PORT_REFUSED Port 443 is taken.",
                        "CERTIFICATE_REFUSED The password of c.pfx is wrong.",
                        "START_FAILED java.lang.IllegalStateException",
                        "ENDED_UNEXPECTEDLY java.lang.OutOfMemoryError"),
                reported);
    }

    private void report(Throwable failure, boolean started) {
        RunFailure.report((ServiceEvent event, String detail) -> reported.add(event + " " + detail), failure, started);
    }
}
