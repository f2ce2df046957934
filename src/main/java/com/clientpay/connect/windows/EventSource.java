package com.clientpay.connect.windows;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinReg;

/**
 * The registration of our source in the Application log, without which the Event Viewer shows "the description cannot be
 * found". The texts come from the .NET Framework's message file, which every supported Windows has and whose every message
 * is our own text. Needs an administrator.
 */
public final class EventSource {
    /** As the Event Viewer's column Source shows it. */
    public static final String NAME = ConnectService.NAME;

    private static final String LOGS = "SYSTEM\\CurrentControlSet\\Services\\EventLog";
    private static final String LOG = "Application";
    private static final String KEY = LOGS + "\\" + LOG + "\\" + NAME;
    private static final String MESSAGE_PATH = "\\Microsoft.NET\\Framework64\\v4.0.30319\\EventLogMessages.dll";
    private static final String MESSAGES = "%SystemRoot%" + MESSAGE_PATH;
    private static final String MESSAGE_FILE = "EventMessageFile";
    private static final String TYPES = "TypesSupported";
    /** Errors, warnings and information. */
    private static final int ALL_TYPES = 7;

    private EventSource() {}

    /**
     * Registers it, or puts right what a registration left over from before says. One under another log of this machine is
     * taken away: Windows would go on using that. Ours is written over and not deleted first: while the Event Log service has it
     * open, a deleted key cannot be made again (error 1018).
     *
     * @throws IllegalStateException when Windows refuses; the message says what to do
     */
    public static void register() {
        try {
            removeElsewhere();
            Advapi32Util.registryCreateKey(WinReg.HKEY_LOCAL_MACHINE, LOGS + "\\" + LOG, NAME);
            Advapi32Util.registrySetExpandableStringValue(WinReg.HKEY_LOCAL_MACHINE, KEY, MESSAGE_FILE, MESSAGES);
            Advapi32Util.registrySetIntValue(WinReg.HKEY_LOCAL_MACHINE, KEY, TYPES, ALL_TYPES);
        } catch (Win32Exception e) {
            throw refused("registered", e);
        }
    }

    /**
     * Takes the registration away; nothing happens when there is none.
     *
     * @throws IllegalStateException when Windows refuses; the message says what to do
     */
    public static void unregister() {
        try {
            removeElsewhere();
            remove(LOGS + "\\" + LOG);
        } catch (Win32Exception e) {
            throw refused("removed", e);
        }
    }

    /** Whether the source is registered with a message file. */
    static boolean isRegistered() {
        try {
            return Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, KEY, MESSAGE_FILE)
                    // Windows answers it with %SystemRoot% replaced.
                    && String.valueOf(Advapi32Util.registryGetValue(WinReg.HKEY_LOCAL_MACHINE, KEY, MESSAGE_FILE))
                            .endsWith(MESSAGE_PATH);
        } catch (Win32Exception e) {
            return false;
        }
    }

    private static void removeElsewhere() {
        for (String log : Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, LOGS)) {
            if (!log.equalsIgnoreCase(LOG)) {
                removeIfAllowed(LOGS + "\\" + log);
            }
        }
    }

    /** Some logs, such as Security, may not even be looked into. */
    private static void removeIfAllowed(String log) {
        try {
            remove(log);
        } catch (Win32Exception e) {
            if (e.getErrorCode() != WinError.ERROR_ACCESS_DENIED) {
                throw e;
            }
        }
    }

    private static void remove(String log) {
        if (Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, log + "\\" + NAME)) {
            removeTree(log + "\\" + NAME);
        }
    }

    private static void removeTree(String key) {
        for (String below : Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, key)) {
            removeTree(key + "\\" + below);
        }
        Advapi32Util.registryDeleteKey(WinReg.HKEY_LOCAL_MACHINE, key);
    }

    private static IllegalStateException refused(String what, Win32Exception e) {
        return new IllegalStateException(
                "The Event Log source " + NAME + " cannot be " + what + ": "
                        + (e.getErrorCode() == WinError.ERROR_ACCESS_DENIED
                                ? "it needs an administrator. Repeat it in a terminal opened with \"Run as administrator\"."
                                : "Windows answers error " + e.getErrorCode() + " for the registry key HKLM\\" + KEY
                                        + "."),
                e);
    }
}
