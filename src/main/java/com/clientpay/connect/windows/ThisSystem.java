package com.clientpay.connect.windows;

/** Whether this is Windows. */
public final class ThisSystem {
    private ThisSystem() {}

    public static boolean isWindows() {
        return System.getProperty("os.name", "").startsWith("Windows");
    }
}
