package com.clientpay.connect.platform;

import com.clientpay.connect.config.SecretVault;
import java.nio.file.Path;
import java.util.Optional;

/** The operating system's part of everything. */
public interface Platform {

    /** Where the secrets lie that the configuration refers to by {@code secret:NAME}: beside it. */
    SecretVault secrets(Path configFile);

    /** Where administrators look for what happened to services. */
    EventLog events();

    /** What can be asked about this machine; empty where there is nothing of the kind. */
    Optional<Machine> machine();

    /** The firewall that the set-up may change; empty where that is somebody else's matter. */
    Optional<Firewall> firewall();
}
