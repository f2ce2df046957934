package com.clientpay.connect.windows;

import com.clientpay.connect.platform.Machine;
import com.clientpay.connect.platform.ServiceEvent.Level;
import com.clientpay.connect.platform.ServiceFacts;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.W32Service;
import com.sun.jna.platform.win32.W32ServiceManager;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import com.sun.jna.platform.win32.Winsvc;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks Windows: registry, service control manager, Event Log. */
final class WindowsMachine implements Machine {
    private static final String CURRENT = "SOFTWARE\\Microsoft\\Windows\\CurrentVersion\\";
    private static final String SESSION = "SYSTEM\\CurrentControlSet\\Control\\Session Manager";
    private static final String RENAMES = "PendingFileRenameOperations";
    private static final String TIME = "SYSTEM\\CurrentControlSet\\Services\\W32Time\\Parameters";
    /** Records of the Application log that are looked at: it may have hundreds of thousands. */
    private static final int MOST_RECORDS = 20_000;

    @Override
    public boolean isEventSourceRegistered() {
        return EventSource.isRegistered();
    }

    @Override
    public List<String> pendingReboot() {
        return asked("the registry", () -> {
            List<String> reasons = new ArrayList<>();
            if (exists(CURRENT + "Component Based Servicing\\RebootPending")) {
                reasons.add("Windows components were changed");
            }
            if (exists(CURRENT + "WindowsUpdate\\Auto Update\\RebootRequired")) {
                reasons.add("Windows Update installed something");
            }
            if (hasRenames()) {
                reasons.add("files in use are to be replaced");
            }
            return reasons;
        });
    }

    private static boolean hasRenames() {
        if (!exists(SESSION) || !Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, SESSION, RENAMES)) {
            return false;
        }
        for (String file : Advapi32Util.registryGetStringArray(WinReg.HKEY_LOCAL_MACHINE, SESSION, RENAMES)) {
            if (!file.isEmpty()) {
                return true;
            }
        }
        return false;
    }

    @Override
    public TimeService timeService() {
        return asked("the service W32Time", () -> {
            Optional<Winsvc.SERVICE_STATUS_PROCESS> status = status("W32Time");
            if (status.isEmpty()) {
                return TimeService.MISSING;
            }
            if (status.get().dwCurrentState != Winsvc.SERVICE_RUNNING) {
                return TimeService.STOPPED;
            }
            boolean none = exists(TIME)
                    && Advapi32Util.registryValueExists(WinReg.HKEY_LOCAL_MACHINE, TIME, "Type")
                    && "NoSync"
                            .equalsIgnoreCase(
                                    Advapi32Util.registryGetStringValue(WinReg.HKEY_LOCAL_MACHINE, TIME, "Type"));
            return none ? TimeService.WITHOUT_SOURCE : TimeService.RUNNING;
        });
    }

    @Override
    public Optional<ServiceFacts> connectService() {
        try {
            return asked(
                    "the service " + ConnectService.NAME,
                    () -> ConnectService.ofThisMachine().report().map(WindowsMachine::facts));
        } catch (WindowsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
    }

    private static ServiceFacts facts(ServiceReport report) {
        return new ServiceFacts(
                report.state().name(),
                report.processId(),
                report.exitCode(),
                report.account(),
                report.startType(),
                report.recovery()
                        .map(steps ->
                                steps.stream().anyMatch(step -> step.action().equals("restart"))));
    }

    /** Empty when there is no such service. */
    private static Optional<Winsvc.SERVICE_STATUS_PROCESS> status(String name) {
        try (W32ServiceManager manager = new W32ServiceManager(Winsvc.SC_MANAGER_CONNECT)) {
            try (W32Service service = manager.openService(name, Winsvc.SERVICE_QUERY_STATUS)) {
                return Optional.of(service.queryStatus());
            }
        } catch (Win32Exception e) {
            if (e.getErrorCode() == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
                return Optional.empty();
            }
            throw e;
        }
    }

    @Override
    public List<EventEntry> events(int most) {
        return asked("the Application log", () -> {
            List<EventEntry> entries = new ArrayList<>();
            Advapi32Util.EventLogIterator records =
                    new Advapi32Util.EventLogIterator(null, "Application", WinNT.EVENTLOG_BACKWARDS_READ);
            try {
                for (int i = 0; i < MOST_RECORDS && entries.size() < most && records.hasNext(); i++) {
                    Advapi32Util.EventLogRecord record = records.next();
                    if (EventSource.NAME.equals(record.getSource())) {
                        entries.add(entry(record));
                    }
                }
            } finally {
                records.close();
            }
            return entries;
        });
    }

    private static EventEntry entry(Advapi32Util.EventLogRecord record) {
        Level level = switch (record.getType()) {
            case Error, AuditFailure -> Level.ERROR;
            case Warning -> Level.WARNING;
            default -> Level.INFORMATION;
        };
        String[] strings = record.getStrings();
        return new EventEntry(
                Instant.ofEpochSecond(record.getRecord().TimeGenerated.longValue()),
                level,
                record.getStatusCode() & 0xFFFF,
                strings == null ? "" : String.join("\n", strings));
    }

    private static boolean exists(String key) {
        return Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key);
    }

    /** A question to Windows. */
    @FunctionalInterface
    private interface Question<T> {
        T ask();
    }

    private static <T> T asked(String what, Question<T> question) {
        try {
            return question.ask();
        } catch (Win32Exception e) {
            throw new IllegalStateException(
                    "Windows does not tell about " + what + " (error " + e.getErrorCode() + ")", e);
        } catch (LinkageError e) {
            throw new IllegalStateException("Windows cannot be asked about " + what, e);
        }
    }
}
