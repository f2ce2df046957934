package com.clientpay.connect.process;

import com.clientpay.connect.contract.Books;
import com.clientpay.connect.demo.DemoFirm;
import com.clientpay.connect.demo.DemoOptions;
import com.clientpay.connect.demo.DemoSize;
import com.clientpay.connect.demo.Progress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Real connector processes on one durable database, killed at random moments under load, and the books compared with what
 * was acknowledged. {@code -Dconnect.kills=200} makes it long; the seed is printed, and {@code -Dconnect.seed} repeats it.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class KilledConnectorIT {
    private static final int KILLS = Integer.getInteger("connect.kills", 8);
    private static final long SEED = Long.getLong("connect.seed", System.nanoTime());
    private static final int CALLERS = 6;

    private final Distribution distribution = Distribution.built();
    private final Random random = new Random(SEED);

    private final List<ConnectorProcess> started = new ArrayList<>();

    @TempDir
    Path folder;

    @Test
    void a_connector_that_is_killed_loses_nothing_and_doubles_nothing() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            int port = FreePort.pair();
            ConnectorProcess connector = start(firm, "alone", port);
            String url = connector.url();
            PaymentLoad load =
                    new PaymentLoad(() -> url, firm.key(), firm.records().payableInvoices());
            load.start(CALLERS, SEED);
            for (int kill = 0; kill < KILLS; kill++) {
                load.await(random.nextInt(300));
                connector.kill();
                connector = start(firm, "alone", port);
            }
            load.finish();
            BooksComparison.whenDone(firm.records(), load, KILLS + " kills of the connector, seed " + SEED);
            connector.stop();
        }
    }

    @Test
    void two_connectors_on_one_database_post_each_payment_once_also_while_one_is_killed() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder)) {
            int[] ports = {FreePort.pair(), FreePort.pair()};
            List<ConnectorProcess> connectors = new ArrayList<>();
            connectors.add(start(firm, "first", ports[0]));
            connectors.add(start(firm, "second", ports[1]));
            List<String> urls = connectors.stream().map(ConnectorProcess::url).toList();
            Random choice = new Random(SEED + 1);
            PaymentLoad load = new PaymentLoad(
                    () -> {
                        synchronized (choice) {
                            return urls.get(choice.nextInt(2));
                        }
                    },
                    firm.key(),
                    firm.records().payableInvoices(),
                    2);
            load.start(CALLERS, SEED);
            for (int kill = 0; kill < KILLS / 2; kill++) {
                load.await(random.nextInt(300));
                int victim = random.nextInt(2);
                connectors.get(victim).kill();
                connectors.set(victim, start(firm, victim == 0 ? "first" : "second", ports[victim]));
            }
            load.finish();
            BooksComparison.whenDone(firm.records(), load, KILLS / 2 + " kills of one of two connectors, seed " + SEED);
            for (ConnectorProcess connector : connectors) {
                connector.stop();
            }
        }
    }

    @Test
    void a_database_that_is_killed_loses_nothing_that_was_acknowledged() throws Exception {
        try (H2Firm firm = H2Firm.createForKills(distribution, folder)) {
            ConnectorProcess connector = start(firm, "alone", FreePort.pair());
            String url = connector.url();
            PaymentLoad load =
                    new PaymentLoad(() -> url, firm.key(), firm.records().payableInvoices());
            load.start(CALLERS, SEED);
            for (int kill = 0; kill < Math.max(2, KILLS / 4); kill++) {
                load.await(random.nextInt(300));
                firm.killAndRestart();
            }
            load.finish();
            BooksComparison.whenDone(
                    firm.records(), load, Math.max(2, KILLS / 4) + " kills of the database, seed " + SEED);
            connector.stop();
        }
    }

    @Test
    void a_demo_that_is_killed_finds_all_it_acknowledged_in_its_folder() throws Exception {
        DemoOptions kept = new DemoOptions(DemoSize.STANDARD, Optional.of(folder.resolve("kept")));
        Books books;
        List<String> invoices;
        try (DemoFirm firm = DemoFirm.open(kept, Progress.NONE);
                Connection connection = DriverManager.getConnection(firm.url())) {
            FirmRecords.age(connection);
            books = Books.open(connection);
            invoices = new FirmRecords(firm::url, books).payableInvoices();
        }
        int port = FreePort.pair();
        ConnectorProcess demo = startDemo(kept, port);
        String url = demo.url();
        String key = Files.readString(folder.resolve("kept/demo.key")).strip();
        PaymentLoad load = new PaymentLoad(() -> url, key, invoices);
        load.start(CALLERS, SEED);
        int kills = Math.max(3, KILLS / 4);
        for (int kill = 0; kill < kills; kill++) {
            load.await(random.nextInt(300));
            demo.kill();
            demo = startDemo(kept, port);
        }
        load.finish();
        demo.kill();
        try (DemoFirm firm = DemoFirm.open(kept, Progress.NONE)) {
            BooksComparison.now(new FirmRecords(firm::url, books), load, kills + " kills of the demo, seed " + SEED);
        }
    }

    private ConnectorProcess startDemo(DemoOptions kept, int port) throws Exception {
        ConnectorProcess demo =
                ConnectorProcess.startDemo(distribution, folder, kept.folder().orElseThrow(), port);
        started.add(demo);
        return demo;
    }

    private ConnectorProcess start(SharedFirm firm, String name, int port) throws Exception {
        ConnectorProcess connector = ConnectorProcess.start(distribution, folder, name, firm, port);
        started.add(connector);
        return connector;
    }

    @AfterEach
    void end_whatever_still_runs() {
        started.forEach(ConnectorProcess::close);
    }
}
