package com.clientpay.connect.windows;

import com.clientpay.connect.config.SecretVault;
import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.Firewall;
import com.clientpay.connect.platform.Machine;
import com.clientpay.connect.platform.Platform;
import java.nio.file.Path;
import java.util.Optional;

/** Windows: what it keeps for the connector. */
public final class WindowsPlatform implements Platform {

    @Override
    public SecretVault secrets(Path configFile) {
        return ProtectedSecretStore.beside(configFile, new Dpapi());
    }

    @Override
    public EventLog events() {
        return new WindowsEventLog();
    }

    @Override
    public Optional<Machine> machine() {
        return Optional.of(new WindowsMachine());
    }

    @Override
    public Optional<Firewall> firewall() {
        return Optional.of(WindowsFirewall.ofThisMachine());
    }
}
