package com.clientpay.connect.platform;

import com.clientpay.connect.config.SecretVault;
import java.nio.file.Path;

/** The operating system's part of everything. */
public interface Platform {

    /** Where the secrets lie that the configuration refers to by {@code secret:NAME}: beside it. */
    SecretVault secrets(Path configFile);

    /** Where administrators look for what happened to services. */
    EventLog events();
}
