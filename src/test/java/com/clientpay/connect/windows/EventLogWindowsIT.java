package com.clientpay.connect.windows;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.clientpay.connect.wine.Ended;
import com.clientpay.connect.wine.WineMachine;
import org.junit.jupiter.api.Test;

/** The Event Log's own functions and registry. What was reported cannot be read back there: Wine keeps no records. */
class EventLogWindowsIT {
    private static final String KEY =
            "HKLM\\SYSTEM\\CurrentControlSet\\Services\\EventLog\\Application\\ClientPayConnect";

    @Test
    void a_source_is_registered_over_whatever_was_left_and_reports_and_is_taken_away() throws Exception {
        WineMachine windows = WineMachine.shared();
        Ended ended = windows.testClass(
                EventSourceProbe.class,
                "left-over",
                "register",
                "register",
                "report",
                "unregister",
                "unregister",
                "report",
                "register");

        assertEquals(0, ended.code(), ended.toString());
        assertEquals("""
                left-over: not registered, also under System
                register: registered, nowhere else
                register: registered, nowhere else
                report: registered, nowhere else
                unregister: not registered, nowhere else
                unregister: not registered, nowhere else
                report: not registered, nowhere else
                register: registered, nowhere else
                """, ended.out(), ended::toString);
        assertTrue(!ended.err().contains("could not be written"), ended::toString);
        String registry = windows.program("reg", "query", KEY).out();
        assertTrue(
                registry.matches("(?s).*EventMessageFile\\s+REG_EXPAND_SZ\\s+%SystemRoot%\\\\Microsoft\\.NET\\\\.*"),
                registry);
        assertTrue(registry.matches("(?s).*TypesSupported\\s+REG_DWORD\\s+0x7.*"), registry);
    }
}
