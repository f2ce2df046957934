package com.clientpay.connect.windows;

/** The states of a service, by the numbers of the service control manager. */
public enum ServiceState {
    UNKNOWN,
    STOPPED,
    START_PENDING,
    STOP_PENDING,
    RUNNING,
    CONTINUE_PENDING,
    PAUSE_PENDING,
    PAUSED;

    static ServiceState of(int number) {
        return number > 0 && number < values().length ? values()[number] : UNKNOWN;
    }
}
