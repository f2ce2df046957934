package com.clientpay.connect.windows;

import com.clientpay.connect.platform.ServiceEvent;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinReg;

/** Runs inside the tests' Windows: does what each argument says, and prints what came of it. */
final class EventSourceProbe {
    private static final String LOGS = "SYSTEM\\CurrentControlSet\\Services\\EventLog\\";

    private EventSourceProbe() {}

    public static void main(String[] steps) {
        for (String step : steps) {
            switch (step) {
                case "register" -> EventSource.register();
                case "unregister" -> EventSource.unregister();
                case "report" -> {
                    for (ServiceEvent event : ServiceEvent.values()) {
                        new WindowsEventLog().report(event, "From the tests, at fe80::1%4.");
                    }
                }
                case "left-over" -> leftOver();
                default -> throw new IllegalArgumentException(step);
            }
            System.out.println(step + ": " + (EventSource.isRegistered() ? "registered" : "not registered") + ", "
                    + (exists("System\\ClientPayConnect") ? "also under System" : "nowhere else"));
        }
    }

    /** What another program's uninstall may leave: our key with nonsense and a key below, and one under another log. */
    private static void leftOver() {
        Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, LOGS + "Application\\ClientPayConnect");
        Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, LOGS + "Application\\ClientPayConnect\\Below");
        Advapi32Util.registrySetStringValue(
                WinReg.HKEY_LOCAL_MACHINE,
                LOGS + "Application\\ClientPayConnect",
                "EventMessageFile",
                "C:\\gone\\messages.dll");
        Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, LOGS + "System\\ClientPayConnect");
    }

    private static boolean exists(String key) {
        return Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, LOGS + key);
    }
}
