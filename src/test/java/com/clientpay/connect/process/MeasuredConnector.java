package com.clientpay.connect.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code connect run} with the shipped settings, in front of a database that is a process of its own; for measurements. */
public final class MeasuredConnector implements AutoCloseable {
    private final Distribution distribution;
    private final Path folder;
    private final H2Firm firm;
    private final List<ConnectorProcess> started = new ArrayList<>();

    private MeasuredConnector(Distribution distribution, Path folder, H2Firm firm) {
        this.distribution = distribution;
        this.folder = folder;
        this.firm = firm;
    }

    /** The database, with the demo firm in it. */
    public static MeasuredConnector prepare(Path folder) throws Exception {
        Distribution distribution = Distribution.built();
        return new MeasuredConnector(distribution, folder, H2Firm.create(distribution, folder));
    }

    /** Starts a connector in front of it; returns with its first good answer of {@code /v1/health/ready}. */
    public void start() throws Exception {
        started.add(ConnectorProcess.start(distribution, folder, "c" + started.size(), firm, FreePort.pair()));
    }

    /** Ends the connector that was started last. */
    public void stop() throws Exception {
        last().stop();
    }

    public String url() {
        return last().url();
    }

    public String key() {
        return firm.key();
    }

    public long pid() {
        return last().pid();
    }

    private ConnectorProcess last() {
        return started.get(started.size() - 1);
    }

    @Override
    public void close() {
        started.forEach(ConnectorProcess::close);
        firm.close();
    }
}
