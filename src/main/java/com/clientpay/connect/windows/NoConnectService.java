package com.clientpay.connect.windows;

import java.util.Optional;

/** Where there is no service control manager. */
final class NoConnectService implements ConnectService {
    @Override
    public Optional<ServiceReport> report() {
        throw elsewhere();
    }

    @Override
    public void configure(ServiceSettings settings) {
        throw elsewhere();
    }

    @Override
    public boolean start() {
        throw elsewhere();
    }

    @Override
    public void stop() {
        throw elsewhere();
    }

    @Override
    public void delete() {
        throw elsewhere();
    }

    private static WindowsException elsewhere() {
        return WindowsException.elsewhere("The commands of connect service");
    }
}
