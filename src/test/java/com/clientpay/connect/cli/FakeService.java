package com.clientpay.connect.cli;

import com.clientpay.connect.windows.ConnectService;
import com.clientpay.connect.windows.RecoveryStep;
import com.clientpay.connect.windows.ServiceReport;
import com.clientpay.connect.windows.ServiceSettings;
import com.clientpay.connect.windows.ServiceState;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** A service control manager that goes through the states that a test says, one a look; it stays in the last. */
final class FakeService implements ConnectService {
    final List<String> asked = new ArrayList<>();
    private final Deque<ServiceReport> reports = new ArrayDeque<>();
    private Runnable whenStarted = () -> {};
    private final AtomicBoolean runsAlready = new AtomicBoolean();

    FakeService then(ServiceState state, int exitCode) {
        reports.add(report(state, exitCode));
        return this;
    }

    /** Answers to the first start that it runs already. */
    FakeService runsAlready() {
        runsAlready.set(true);
        return this;
    }

    FakeService whenStarted(Runnable does) {
        whenStarted = does;
        return this;
    }

    static ServiceReport report(ServiceState state, int exitCode) {
        return new ServiceReport(
                state,
                state == ServiceState.STOPPED ? 0 : 4711,
                exitCode,
                0,
                "NT SERVICE\\ClientPayConnect",
                "automatic (delayed)",
                "ClientPay Connect",
                "\"C:\\Program Files\\ClientPay Connect\\service\\ClientPayConnect.exe\" //RS//ClientPayConnect",
                Optional.of(List.of(
                        new RecoveryStep("restart", Duration.ofSeconds(5)),
                        new RecoveryStep("restart", Duration.ofSeconds(60)))),
                Optional.of(Duration.ofDays(1)),
                Optional.empty());
    }

    @Override
    public Optional<ServiceReport> report() {
        return Optional.ofNullable(reports.size() > 1 ? reports.remove() : reports.peek());
    }

    @Override
    public void configure(ServiceSettings settings) {
        asked.add("configure");
    }

    @Override
    public boolean start() {
        asked.add("start");
        whenStarted.run();
        return !runsAlready.getAndSet(false);
    }

    @Override
    public void stop() {
        asked.add("stop");
    }

    @Override
    public void delete() {
        asked.add("delete");
    }
}
