package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The connector is told to stop while requests are under way, and started again. */
class RestartFaults extends FaultTest {
    @Test
    void a_connector_that_is_restarted_under_load_answers_what_it_took_and_loses_nothing() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            int port = FreePort.pair();
            ConnectorProcess connector = start("alone", firm, port, "", Map.of());
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int restart = 0; restart < 2 * TIMES; restart++) {
                load.await(50 + random.nextInt(150));
                assertEquals(0, connector.stop());
                connector = start("alone", firm, port, "", Map.of());
                awaitRecovery(load);
            }
            compare(firm, load, 2 * TIMES + " restarts under load");
        }
    }
}
