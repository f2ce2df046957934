package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.sqlserver.TestSqlServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Several real connectors on one SQL Server database, every payment sent twice at once to connectors of chance, and the books
 * compared with what was acknowledged. Skipped without CONNECT_TEST_SQLSERVER_URL; {@code -Dconnect.kills} and
 * {@code -Dconnect.seed} as with {@link KilledConnectorIT}.
 */
@Timeout(value = 60, unit = TimeUnit.MINUTES)
class SqlServerConnectorsIT {
    private static final int KILLS = Integer.getInteger("connect.kills", 8);
    private static final long SEED = Long.getLong("connect.seed", System.nanoTime());
    private static final int CALLERS = 4;
    private static final int COPIES = 2;

    private final Random random = new Random(SEED);
    private final Random choice = new Random(SEED + 1);
    private SqlServerFirm firm;
    private final List<ConnectorProcess> started = new ArrayList<>();
    private final List<ConnectorProcess> connectors = new CopyOnWriteArrayList<>();

    @TempDir
    Path folder;

    @Test
    void three_connectors_post_each_payment_once_also_while_they_are_killed() throws Exception {
        Distribution distribution = Distribution.built();
        firm = SqlServerFirm.create(TestSqlServer.SCRIPTS);
        for (int i = 0; i < 3; i++) {
            connectors.add(start(distribution, i));
        }
        PaymentLoad load = load();
        for (int kill = 0; kill < KILLS / 2; kill++) {
            load.await(random.nextInt(100));
            int victim = random.nextInt(connectors.size());
            connectors.get(victim).kill();
            connectors.set(victim, start(distribution, victim));
        }
        load.await(100);
        load.finish();
        BooksComparison.whenDone(
                firm.records(),
                load,
                KILLS / 2 + " kills of one of three connectors on " + firm.product() + ", seed " + SEED);
    }

    @Test
    void scripts_and_then_connectors_are_upgraded_under_load() throws Exception {
        Distribution distribution = Distribution.built();
        Distribution next = NextVersion.of(distribution, folder);
        firm = SqlServerFirm.create(TestSqlServer.SCRIPTS);
        connectors.add(start(distribution, 0));
        connectors.add(start(distribution, 1));
        PaymentLoad load = load();
        load.await(50);

        NextVersion.applyScripts(next, configuration(0), firm);
        load.await(50);
        for (int i = 0; i < connectors.size(); i++) {
            assertEquals(0, connectors.get(i).stop());
            connectors.set(i, start(next, i));
            load.await(50);
        }
        load.finish();

        assertEquals(List.of("2 1.1.0"), firm.installed());
        BooksComparison.whenDone(
                firm.records(), load, "scripts and both connectors upgraded on " + firm.product() + ", seed " + SEED);
        assertRefused(firm.isBabelfish() ? "(|books-refused .* error 33557097\\..*)" : "");
        postIncomplete(next);
        BooksComparison.posted(firm.records());
    }

    /**
     * While a procedure is replaced, SQL Server makes its callers wait, or tells them in numbers of its own that they call
     * again. Babelfish fails them now and then with the number that it gives to whatever it has no number for.
     */
    private void assertRefused(String reasons) throws Exception {
        for (String reason :
                firm.records().texts("SELECT CONCAT(Code, ' ', Detail) FROM clientpay_internal.PostingReason")) {
            assertTrue(reason.matches(reasons), reason);
        }
    }

    /** As support would. */
    private void postIncomplete(Distribution distribution) throws Exception {
        List<String> command = new ArrayList<>(List.of("postings", "post", "--url", anyConnector()));
        List<String> incomplete =
                firm.records().texts("SELECT PostingId FROM clientpay_internal.Posting WHERE Status = 'INCOMPLETE'");
        if (incomplete.isEmpty()) {
            return;
        }
        command.addAll(incomplete);
        Distribution.Ran ran = distribution.run(Map.of("CONNECT_KEY", firm.key()), command.toArray(String[]::new));
        assertEquals(0, ran.exitCode(), ran.output());
    }

    private PaymentLoad load() throws Exception {
        PaymentLoad load =
                new PaymentLoad(this::anyConnector, firm.key(), firm.records().payableInvoices(), COPIES);
        load.start(CALLERS, SEED);
        return load;
    }

    private String anyConnector() {
        synchronized (choice) {
            return connectors.get(choice.nextInt(connectors.size())).url();
        }
    }

    /** On a port that is free now: somebody else may have taken the one that a killed one had. */
    private ConnectorProcess start(Distribution distribution, int number) throws Exception {
        ConnectorProcess connector =
                ConnectorProcess.start(distribution, folder, "connector-" + number, firm, FreePort.pair());
        started.add(connector);
        return connector;
    }

    private Path configuration(int number) {
        return folder.resolve("connector-" + number).resolve("connect.toml");
    }

    /** The database last: one that is in use is not dropped. */
    @AfterEach
    void end_whatever_still_runs() {
        started.forEach(ConnectorProcess::close);
        if (firm != null) {
            firm.close();
        }
    }
}
