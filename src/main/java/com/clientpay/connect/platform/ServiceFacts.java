package com.clientpay.connect.platform;

import java.util.List;
import java.util.Optional;

/**
 * Our Windows service, as Windows has it.
 *
 * @param state a word of the service control manager, such as RUNNING
 * @param processId 0 when it does not run
 * @param exitCode of its last end: 0 is fine, 1077 means that it was never started since Windows was
 * @param account that it runs as
 * @param startType "automatic (delayed)", "automatic", "manual" or "disabled"
 * @param recovers whether Windows starts it again after a failure; empty when Windows does not tell
 */
public record ServiceFacts(
        String state, int processId, int exitCode, String account, String startType, Optional<Boolean> recovers) {
    private static final int NEVER_STARTED = 1077;

    public boolean isRunning() {
        return state.equals("RUNNING");
    }

    public boolean endedWell() {
        return exitCode == 0 || exitCode == NEVER_STARTED;
    }

    /** For support, a line each. Not the account: it may bear a person's name. */
    public List<String> lines() {
        return List.of(
                "state " + state,
                "process " + processId,
                "exit code " + exitCode,
                "start " + startType,
                "recovery " + recovers.map(does -> does ? "on" : "off").orElse("not told"));
    }
}
