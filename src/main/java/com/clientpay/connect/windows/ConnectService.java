package com.clientpay.connect.windows;

import com.clientpay.connect.platform.ThisSystem;
import java.util.Optional;

/** The connector's service at the service control manager of this machine. Every method throws {@link WindowsException}. */
public interface ConnectService {
    /** By which Windows knows it. */
    String NAME = "ClientPayConnect";

    /** What Windows has; empty when it is not installed. */
    Optional<ServiceReport> report();

    /** Sets up what procrun has registered; grants the account the right to log on as a service if it needs that. */
    void configure(ServiceSettings settings);

    /**
     * Asks Windows to start it; returns before it runs.
     *
     * @return false when Windows says that it runs already: it may just be ending
     */
    boolean start();

    /** Asks it to stop; returns before it has. A stopped one stays stopped. */
    void stop();

    /**
     * Removes it, and what procrun keeps of it, also where it is gone already. It is gone when its last user has closed it,
     * at the latest with the next restart of Windows.
     */
    void delete();

    /** Of this machine; elsewhere than on Windows every method says so. */
    static ConnectService ofThisMachine() {
        return ThisSystem.isWindows() ? new WindowsConnectService() : new NoConnectService();
    }
}
