package com.clientpay.connect.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.WinError;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.Winsvc;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS;
import com.sun.jna.platform.win32.Winsvc.SERVICE_STATUS_PROCESS;
import com.sun.jna.ptr.IntByReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;

/** The service through the service control manager's own functions. */
final class WindowsConnectService implements ConnectService {
    private static final int STATUS = Winsvc.SERVICE_QUERY_STATUS | Winsvc.SERVICE_QUERY_CONFIG;
    private static final int DELETE = 0x10000;

    @Override
    public Optional<ServiceReport> report() {
        return ifInstalled(STATUS, (manager, service) -> {
            SERVICE_STATUS_PROCESS status = new SERVICE_STATUS_PROCESS();
            IntByReference needed = new IntByReference();
            if (!Advapi32.INSTANCE.QueryServiceStatusEx(
                    service, Winsvc.SC_STATUS_TYPE.SC_STATUS_PROCESS_INFO, status, status.size(), needed)) {
                throw refused("tell the state of the service");
            }
            Memory memory = config(service);
            ServiceApi.QueryServiceConfigData config = new ServiceApi.QueryServiceConfigData(memory);
            Optional<Memory> failures = config2(service, ServiceApi.SERVICE_CONFIG_FAILURE_ACTIONS);
            return new ServiceReport(
                    ServiceState.of(status.dwCurrentState),
                    status.dwProcessId,
                    status.dwWin32ExitCode,
                    status.dwServiceSpecificExitCode,
                    text(config.lpServiceStartName),
                    startType(config.dwStartType, flag(service, ServiceApi.SERVICE_CONFIG_DELAYED_AUTO_START_INFO)),
                    text(config.lpDisplayName),
                    text(config.lpBinaryPathName),
                    failures.map(WindowsConnectService::steps),
                    failures.map(actions -> Duration.ofSeconds(Integer.toUnsignedLong(actions.getInt(0)))),
                    flag(service, ServiceApi.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG));
        });
    }

    @Override
    public void configure(ServiceSettings settings) {
        ServiceAccount account = settings.account();
        if (account.needsRight()) {
            AccountRights.grantLogOnAsService(account.name());
        }
        need(Winsvc.SERVICE_CHANGE_CONFIG | Winsvc.SERVICE_START, service -> {
            if (!ServiceApi.INSTANCE.ChangeServiceConfig(
                    service,
                    ServiceApi.SERVICE_NO_CHANGE,
                    WinNT.SERVICE_AUTO_START,
                    ServiceApi.SERVICE_NO_CHANGE,
                    null,
                    null,
                    null,
                    null,
                    account.name(),
                    "",
                    settings.displayName())) {
                throw refused("let the service run as " + account.name());
            }
            change(service, ServiceApi.SERVICE_CONFIG_DESCRIPTION, pointerTo(wide(settings.description())), "describe");
            change(service, ServiceApi.SERVICE_CONFIG_DELAYED_AUTO_START_INFO, number(1), "delay the start of");
            change(service, ServiceApi.SERVICE_CONFIG_FAILURE_ACTIONS, failureActions(settings), "set the recovery of");
            change(service, ServiceApi.SERVICE_CONFIG_FAILURE_ACTIONS_FLAG, number(1), "set the recovery of");
            // Its own SID in its token, whatever its account: the rights on the data folder are given to that.
            change(
                    service,
                    ServiceApi.SERVICE_CONFIG_SERVICE_SID_INFO,
                    number(ServiceApi.SERVICE_SID_TYPE_UNRESTRICTED),
                    "give a SID to");
        });
    }

    @Override
    public boolean start() {
        return ask(Winsvc.SERVICE_START, service -> {
            if (Advapi32.INSTANCE.StartService(service, 0, null)) {
                return true;
            }
            int error = Native.getLastError();
            if (error != WinError.ERROR_SERVICE_ALREADY_RUNNING) {
                throw refused("start the service", error);
            }
            return false;
        });
    }

    @Override
    public void stop() {
        need(Winsvc.SERVICE_STOP, service -> {
            if (!Advapi32.INSTANCE.ControlService(service, Winsvc.SERVICE_CONTROL_STOP, new SERVICE_STATUS())) {
                int error = Native.getLastError();
                // 1061: it does not take commands at the moment, since it starts or stops.
                if (error != WinError.ERROR_SERVICE_NOT_ACTIVE && error != WinError.ERROR_SERVICE_CANNOT_ACCEPT_CTRL) {
                    throw refused("stop the service", error);
                }
            }
        });
    }

    @Override
    public void delete() {
        ifInstalled(DELETE, (manager, service) -> {
            if (!Advapi32.INSTANCE.DeleteService(service)) {
                int error = Native.getLastError();
                if (error != WinError.ERROR_SERVICE_MARKED_FOR_DELETE) {
                    throw refused("remove the service", error);
                }
            }
            return true;
        });
        WindowsRegistry.deleteProcrunParameters();
    }

    private interface Use {
        void of(SC_HANDLE service);
    }

    private static void need(int access, Use use) {
        ask(access, service -> {
            use.of(service);
            return true;
        });
    }

    private static <T> T ask(int access, Function<SC_HANDLE, T> question) {
        return ifInstalled(access, (manager, service) -> question.apply(service))
                .orElseThrow(() -> new WindowsException(
                        "The service " + NAME + " is not installed. connect service install does it."));
    }

    private static <T> Optional<T> ifInstalled(int access, BiFunction<SC_HANDLE, SC_HANDLE, T> use) {
        SC_HANDLE manager = Advapi32.INSTANCE.OpenSCManager(null, null, Winsvc.SC_MANAGER_CONNECT);
        if (manager == null) {
            throw refused("open the service control manager");
        }
        try {
            SC_HANDLE service = Advapi32.INSTANCE.OpenService(manager, NAME, access);
            if (service == null) {
                int error = Native.getLastError();
                if (error == WinError.ERROR_SERVICE_DOES_NOT_EXIST) {
                    return Optional.empty();
                }
                throw refused("open the service " + NAME, error);
            }
            try {
                return Optional.of(use.apply(manager, service));
            } finally {
                Advapi32.INSTANCE.CloseServiceHandle(service);
            }
        } finally {
            Advapi32.INSTANCE.CloseServiceHandle(manager);
        }
    }

    private static void change(SC_HANDLE service, int level, Pointer info, String what) {
        if (!ServiceApi.INSTANCE.ChangeServiceConfig2(service, level, info)) {
            int error = Native.getLastError();
            if (error != WinError.ERROR_INVALID_LEVEL) { // a system that does not know this
                throw refused(what + " the service", error);
            }
        }
    }

    private static Memory config(SC_HANDLE service) {
        IntByReference needed = new IntByReference();
        ServiceApi.INSTANCE.QueryServiceConfig(service, null, 0, needed);
        Memory memory = new Memory(Math.max(needed.getValue(), 64));
        if (!ServiceApi.INSTANCE.QueryServiceConfig(service, memory, (int) memory.size(), needed)) {
            throw refused("tell the configuration of the service");
        }
        return memory;
    }

    /** Empty when this system does not tell. */
    private static Optional<Memory> config2(SC_HANDLE service, int level) {
        IntByReference needed = new IntByReference();
        Memory memory = new Memory(8192); // as much as Windows ever answers
        memory.clear();
        return ServiceApi.INSTANCE.QueryServiceConfig2(service, level, memory, (int) memory.size(), needed)
                ? Optional.of(memory)
                : Optional.empty();
    }

    private static Optional<Boolean> flag(SC_HANDLE service, int level) {
        return config2(service, level).map(memory -> memory.getInt(0) != 0);
    }

    /** SERVICE_FAILURE_ACTIONS: reset period, two texts, count, then a pointer to pairs of action and milliseconds. */
    private static List<RecoveryStep> steps(Memory actions) {
        int count = actions.getInt(8 + 2L * Native.POINTER_SIZE);
        Pointer pairs = actions.getPointer(8 + 3L * Native.POINTER_SIZE);
        List<RecoveryStep> steps = new ArrayList<>();
        for (int i = 0; pairs != null && i < count; i++) {
            steps.add(new RecoveryStep(
                    switch (pairs.getInt(8L * i)) {
                        case Winsvc.SC_ACTION_RESTART -> "restart";
                        case Winsvc.SC_ACTION_REBOOT -> "reboot";
                        case Winsvc.SC_ACTION_RUN_COMMAND -> "run command";
                        default -> "nothing";
                    },
                    Duration.ofMillis(Integer.toUnsignedLong(pairs.getInt(8L * i + 4)))));
        }
        return steps;
    }

    private static Pointer failureActions(ServiceSettings settings) {
        List<RecoveryStep> steps = settings.recovery();
        Memory pairs = new Memory(8L * steps.size());
        for (int i = 0; i < steps.size(); i++) {
            pairs.setInt(8L * i, Winsvc.SC_ACTION_RESTART);
            pairs.setInt(8L * i + 4, (int) steps.get(i).after().toMillis());
        }
        KeptMemory actions = new KeptMemory(8 + 4L * Native.POINTER_SIZE, pairs);
        actions.clear();
        actions.setInt(0, (int) settings.failuresForgottenAfter().toSeconds());
        actions.setInt(8 + 2L * Native.POINTER_SIZE, steps.size());
        actions.setPointer(8 + 3L * Native.POINTER_SIZE, pairs);
        return actions;
    }

    private static Pointer number(int value) {
        Memory memory = new Memory(4);
        memory.setInt(0, value);
        return memory;
    }

    private static Memory wide(String text) {
        Memory memory = new Memory(2L * (text.length() + 1));
        memory.setWideString(0, text);
        return memory;
    }

    private static Pointer pointerTo(Memory target) {
        KeptMemory memory = new KeptMemory(Native.POINTER_SIZE, target);
        memory.setPointer(0, target);
        return memory;
    }

    /** Memory that points to other memory, which lives as long as it does. */
    private static final class KeptMemory extends Memory {
        @SuppressWarnings({"unused", "FieldCanBeLocal"})
        private final Memory target;

        KeptMemory(long size, Memory target) {
            super(size);
            this.target = target;
        }
    }

    private static String text(Pointer pointer) {
        return pointer == null ? "" : pointer.getWideString(0);
    }

    private static String startType(int type, Optional<Boolean> delayed) {
        return switch (type) {
            case WinNT.SERVICE_AUTO_START -> delayed.orElse(false) ? "automatic (delayed)" : "automatic";
            case WinNT.SERVICE_DEMAND_START -> "manual";
            case WinNT.SERVICE_DISABLED -> "disabled";
            default -> "start type " + type;
        };
    }

    private static WindowsException refused(String what) {
        return refused(what, Native.getLastError());
    }

    private static WindowsException refused(String what, int error) {
        String does = ServiceErrors.advice(error);
        return new WindowsException("Windows does not " + what + ": "
                + Kernel32Util.formatMessage(error).strip() + " (error " + error + ")."
                + (does.isEmpty() ? "" : " " + does));
    }
}
