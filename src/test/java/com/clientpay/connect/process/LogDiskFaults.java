package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.http.Json;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The disk of the log files is full: payments go on, somebody is told, and lines are written again when there is room. */
class LogDiskFaults extends FaultTest {

    @Test
    void a_full_log_disk_stops_no_payment() throws Exception {
        try (SmallDisk disk = SmallDisk.mount(folder.resolve("alone-logs"), "1m");
                H2Firm firm = H2Firm.create(distribution, folder)) {
            int port = FreePort.pair();
            ConnectorProcess connector = start("alone", firm, port, "", Map.of());
            Path log = disk.folder().resolve("connect.log");
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int time = 0; time < TIMES; time++) {
                load.await(20);
                disk.fill();
                for (int payment = 0; payment < 50; payment++) {
                    load.awaitNext(Duration.ofMinutes(1));
                }
                awaitFailure(connector, firm, load);
                if (time == 0) {
                    connector.stop();
                    connector = start("alone", firm, port, "", Map.of());
                    awaitRecovery(load);
                    awaitFailure(connector, firm, load);
                }
                disk.makeRoom();
                long size = Files.size(log);
                long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
                while (Files.size(log) == size) {
                    assertTrue(System.nanoTime() < deadline, "no log line was written after there was room again");
                    load.await(20);
                }
            }
            assertTrue(connector.said().contains("Logging: "), "nothing was said on the standard error");
            compare(firm, load, "the log disk full " + TIMES + " times");
        }
    }

    /** The file's last block may have room for some more lines. */
    private void awaitFailure(ConnectorProcess connector, H2Firm firm, PaymentLoad load) throws Exception {
        long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (!logFolder(connector, firm).equals("FAIL")) {
            assertTrue(System.nanoTime() < deadline, "the running connector does not say that it cannot log");
            load.await(20);
        }
    }

    private String logFolder(ConnectorProcess connector, H2Firm firm) throws Exception {
        String checks = get(connector.loopbackUrl() + "/v1/admin/checks", firm.key(), Duration.ofSeconds(30))
                .body();
        return Json.read(checks)
                .path("checks")
                .valueStream()
                .filter(check -> check.path("name").asString("").equals("log-folder"))
                .findFirst()
                .orElseThrow(() -> new AssertionError(checks))
                .path("status")
                .asString("");
    }
}
