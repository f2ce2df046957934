package com.clientpay.connect.platform;

import com.clientpay.connect.config.FileSecretStore;
import com.clientpay.connect.config.SecretVault;
import java.nio.file.Path;
import java.util.Optional;

/** Every system but Windows: files, and nothing of the system's own. */
public final class PortablePlatform implements Platform {
    @Override
    public SecretVault secrets(Path configFile) {
        return FileSecretStore.beside(configFile);
    }

    @Override
    public EventLog events() {
        return EventLog.NONE;
    }

    @Override
    public Optional<Machine> machine() {
        return Optional.empty();
    }

    @Override
    public Optional<Firewall> firewall() {
        return Optional.empty();
    }
}
