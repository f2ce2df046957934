package com.clientpay.connect.platform;

/** Whether this is Windows. */
public final class ThisSystem {
    private ThisSystem() {}

    public static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
