package com.clientpay.connect.process;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Connectors in front of one database server, and callers that go to them in turn; for measurements. */
public final class ConnectorsOnOneDatabase {
    private static final int WARM_UP = 500;
    /** As a connector has when its configuration does not say. */
    private static final int SESSIONS = 10;

    private ConnectorsOnOneDatabase() {}

    /**
     * Posts for some seconds, and compares the books with what was acknowledged.
     *
     * @param folder empty
     * @param distance how long each piece of data is on its way between a connector and the database
     * @return acknowledged payments a second
     */
    public static double postingsPerSecond(int connectors, Path folder, int callers, int seconds, Duration distance)
            throws Exception {
        Distribution distribution = Distribution.built();
        List<ConnectorProcess> running = new ArrayList<>();
        try (H2Firm beside = H2Firm.create(distribution, folder);
                FaultyProxy way = new FaultyProxy(beside.port())) {
            SharedFirm firm = distance.isZero() ? beside : new ProxiedFirm(beside, way, SESSIONS);
            way.delay(distance);
            for (int i = 0; i < connectors; i++) {
                running.add(ConnectorProcess.start(distribution, folder, "c" + i, firm, FreePort.pair()));
            }
            List<String> urls = running.stream().map(ConnectorProcess::url).toList();
            AtomicInteger next = new AtomicInteger();
            PaymentLoad load = new PaymentLoad(
                    () -> urls.get(Math.floorMod(next.getAndIncrement(), urls.size())),
                    firm.key(),
                    firm.records().payableInvoices());
            load.start(callers, connectors);
            load.await(WARM_UP);
            long begun = System.nanoTime();
            int before = load.acknowledged().size();
            LockSupport.parkNanos(TimeUnit.SECONDS.toNanos(seconds));
            double perSecond = (load.acknowledged().size() - before) / ((System.nanoTime() - begun) / 1e9);
            load.finish();
            BooksComparison.whenDone(firm.records(), load, connectors + " connectors");
            for (ConnectorProcess connector : running) {
                connector.stop();
            }
            return perSecond;
        } finally {
            running.forEach(ConnectorProcess::close);
        }
    }
}
