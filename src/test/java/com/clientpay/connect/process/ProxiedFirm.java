package com.clientpay.connect.process;

import java.util.Map;

/**
 * A firm whose connectors reach its database through a proxy.
 *
 * @param sessions the size of each connector's pool
 */
record ProxiedFirm(H2Firm firm, FaultyProxy proxy, int sessions) implements SharedFirm {
    @Override
    public String key() {
        return firm.key();
    }

    @Override
    public String databaseSection() {
        return firm.databaseSection(proxy.port(), sessions);
    }

    @Override
    public Map<String, String> environment() {
        return firm.environment();
    }

    @Override
    public FirmRecords records() {
        return firm.records();
    }

    @Override
    public void close() {
        firm.close();
    }
}
