package com.clientpay.connect.windows;

import com.clientpay.connect.platform.EventLog;
import com.clientpay.connect.platform.ServiceEvent;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.WinNT;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The Application log. A source that is not registered still reports; the Event Viewer then adds its complaint. */
final class WindowsEventLog implements EventLog {
    private static final Logger log = LoggerFactory.getLogger(WindowsEventLog.class);
    /** Windows takes 31,839 characters in one string. */
    private static final int MOST_CHARACTERS = 30_000;

    @Override
    public void report(ServiceEvent event, String detail) {
        try {
            int error = write(event, EventText.of(event, detail, MOST_CHARACTERS));
            if (error != 0) {
                log.warn("Event {} could not be written to the Event Log (error {}).", event.id(), error);
            }
        } catch (RuntimeException | LinkageError e) {
            log.warn("Event {} could not be written to the Event Log: {}", event.id(), e.toString());
        }
    }

    /** Answers Windows' error; 0 when it is written. */
    private static int write(ServiceEvent event, String text) {
        WinNT.HANDLE source = Advapi32.INSTANCE.RegisterEventSource(null, EventSource.NAME);
        if (source == null) {
            return Kernel32.INSTANCE.GetLastError();
        }
        try {
            String[] strings = {text};
            return Advapi32.INSTANCE.ReportEvent(
                            source, type(event.level()), 0, event.id(), null, strings.length, 0, strings, null)
                    ? 0
                    : Kernel32.INSTANCE.GetLastError();
        } finally {
            Advapi32.INSTANCE.DeregisterEventSource(source);
        }
    }

    private static int type(ServiceEvent.Level level) {
        return switch (level) {
            case INFORMATION -> WinNT.EVENTLOG_INFORMATION_TYPE;
            case WARNING -> WinNT.EVENTLOG_WARNING_TYPE;
            case ERROR -> WinNT.EVENTLOG_ERROR_TYPE;
        };
    }
}
