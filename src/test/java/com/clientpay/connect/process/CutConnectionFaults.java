package com.clientpay.connect.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.process.FaultyProxy.Cut;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The connection to the database is cut: before, during and after a commit, and at any moment. */
class CutConnectionFaults extends FaultTest {
    private static final int CUTS = 5 * TIMES;

    @Test
    void a_connection_that_is_cut_at_the_commit_leaves_nothing_unknown() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder);
                FaultyProxy proxy = new FaultyProxy(firm.port())) {
            ConnectorProcess connector = start("alone", new ProxiedFirm(firm, proxy, 4), "");
            PaymentLoad load = load(firm, connector, CALLERS);
            load.await(20);
            Map<Cut, List<Long>> recoveries = new TreeMap<>();
            for (int cut = 0; cut < CUTS; cut++) {
                for (Cut where : Cut.values()) {
                    load.await(1 + random.nextInt(5));
                    proxy.cutNextCommit(where);
                    long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
                    while (!proxy.isCut()) {
                        assertTrue(System.nanoTime() < deadline, "no commit was seen to cut");
                        Thread.onSpinWait();
                    }
                    recoveries
                            .computeIfAbsent(where, any -> new ArrayList<>())
                            .add(load.awaitNext(Duration.ofMinutes(1)).toMillis());
                }
            }
            for (Cut where : Cut.values()) {
                assertEquals(CUTS, proxy.count(where), where::name);
            }
            load.await(100);
            compare(firm, load, "connections cut at the commit, good answers again after " + recoveries + " ms");
        }
    }

    @Test
    void connections_that_are_all_cut_at_any_moment_lose_nothing() throws Exception {
        try (H2Firm firm = H2Firm.create(distribution, folder);
                FaultyProxy proxy = new FaultyProxy(firm.port())) {
            ConnectorProcess connector = start("alone", new ProxiedFirm(firm, proxy, 4), "");
            PaymentLoad load = load(firm, connector, CALLERS);
            for (int cut = 0; cut < CUTS; cut++) {
                load.await(random.nextInt(40));
                proxy.cutAll();
                awaitRecovery(load);
            }
            load.await(100);
            compare(firm, load, "all connections cut " + CUTS + " times");
        }
    }
}
