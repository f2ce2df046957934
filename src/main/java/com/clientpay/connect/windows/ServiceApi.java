package com.clientpay.connect.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Winsvc.SC_HANDLE;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Functions of advapi32.dll about services that jna-platform lacks, with Windows' own names. */
interface ServiceApi extends StdCallLibrary {
    ServiceApi INSTANCE = Native.load("Advapi32", ServiceApi.class, W32APIOptions.DEFAULT_OPTIONS);

    int SERVICE_NO_CHANGE = -1;
    int SERVICE_CONFIG_DESCRIPTION = 1;
    int SERVICE_CONFIG_FAILURE_ACTIONS = 2;
    int SERVICE_CONFIG_DELAYED_AUTO_START_INFO = 3;
    int SERVICE_CONFIG_FAILURE_ACTIONS_FLAG = 4;
    int SERVICE_CONFIG_SERVICE_SID_INFO = 5;
    int SERVICE_SID_TYPE_UNRESTRICTED = 1;

    boolean ChangeServiceConfig(
            SC_HANDLE service,
            int type,
            int startType,
            int errorControl,
            String binaryPath,
            String loadOrderGroup,
            IntByReference tagId,
            Pointer dependencies,
            String startName,
            String password,
            String displayName);

    boolean ChangeServiceConfig2(SC_HANDLE service, int level, Pointer info);

    boolean QueryServiceConfig(SC_HANDLE service, Pointer config, int size, IntByReference needed);

    boolean QueryServiceConfig2(SC_HANDLE service, int level, Pointer buffer, int size, IntByReference needed);

    /** QUERY_SERVICE_CONFIGW. */
    @FieldOrder({
        "dwServiceType",
        "dwStartType",
        "dwErrorControl",
        "lpBinaryPathName",
        "lpLoadOrderGroup",
        "dwTagId",
        "lpDependencies",
        "lpServiceStartName",
        "lpDisplayName"
    })
    final class QueryServiceConfigData extends Structure {
        public int dwServiceType;
        public int dwStartType;
        public int dwErrorControl;
        public Pointer lpBinaryPathName;
        public Pointer lpLoadOrderGroup;
        public int dwTagId;
        public Pointer lpDependencies;
        public Pointer lpServiceStartName;
        public Pointer lpDisplayName;

        QueryServiceConfigData(Pointer memory) {
            super(memory);
            read();
        }
    }
}
