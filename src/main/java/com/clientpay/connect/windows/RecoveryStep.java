package com.clientpay.connect.windows;

import java.time.Duration;

/**
 * What Windows does when the service failed for the first, second, and every further time.
 *
 * @param action "restart", "nothing", "reboot" or "run command"
 * @param after how long it waits before that
 */
public record RecoveryStep(String action, Duration after) {}
