package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * A connector that runs out of memory while it posts: its process ends, which is what service managers recover from, and does
 * not linger half alive. A far too small heap, and callers whose large bodies never end.
 */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class OutOfMemoryIT {
    private static final String LITTLE = "-Xms12m -Xmx12m";
    private static final int BODY = 1_000_000;
    private static final int MOST_CALLERS = 60;

    @TempDir
    Path folder;

    @Test
    void out_of_memory_at_work_ends_the_process_and_loses_nothing() throws Exception {
        Distribution distribution = Distribution.built();
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            int port = FreePort.pair();
            ConnectorProcess connector = ConnectorProcess.start(
                    distribution, folder, "little", firm, port, "", Map.of("CONNECT_OPTS", LITTLE));
            String url = connector.url();
            PaymentLoad load =
                    new PaymentLoad(() -> url, firm.key(), firm.records().payableInvoices());
            load.start(2, 20261124);
            load.await(20);
            fill(port, firm.key());
            assertEquals(3, connector.awaitEnd());
            assertTrue(connector.said().contains("java.lang.OutOfMemoryError"), connector.said());

            ConnectorProcess again = ConnectorProcess.start(distribution, folder, "little", firm, port);
            load.await(100);
            load.finish();
            BooksComparison.whenDone(firm.records(), load, "out of memory");
            again.stop();
        }
        assertTrue(
                Files.readString(folder.resolve("little-logs/connect.log"))
                        .contains("The connector had ended without being stopped."),
                "told at the next start");
    }

    /** Bodies of which all but the last byte is sent. */
    private static void fill(int port, String key) throws IOException {
        List<Socket> callers = new ArrayList<>();
        byte[] body = " ".repeat(BODY).getBytes(StandardCharsets.US_ASCII);
        byte[] head = ("POST /v1/postings HTTP/1.1\r\nHost: 127.0.0.1:" + port + "\r\nAuthorization: Bearer " + key
                        + "\r\nIdempotency-Key: never-1\r\nContent-Type: application/json\r\nContent-Length: "
                        + (BODY + 1) + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        try {
            for (int i = 0; i < MOST_CALLERS; i++) {
                Socket caller = new Socket(InetAddress.getLoopbackAddress(), port);
                callers.add(caller);
                OutputStream out = caller.getOutputStream();
                out.write(head);
                out.write(body);
            }
        } catch (IOException e) {
            // It has ended: nobody listens any more.
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }
}
