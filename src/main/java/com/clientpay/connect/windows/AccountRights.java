package com.clientpay.connect.windows;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.Structure.FieldOrder;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;

/** Rights of accounts in the local security policy. */
final class AccountRights {
    private static final String LOG_ON_AS_SERVICE = "SeServiceLogonRight";
    private static final int POLICY_CREATE_ACCOUNT = 0x10;
    private static final int POLICY_LOOKUP_NAMES = 0x800;

    private AccountRights() {}

    /** Without this right the service of an account of the firm does not start (error 1069). Has it already: fine. */
    static void grantLogOnAsService(String account) {
        byte[] sid;
        try {
            sid = Advapi32Util.getAccountByName(account).sid;
        } catch (Win32Exception e) {
            throw new WindowsException(
                    "Windows does not know the account " + account + " (error " + e.getErrorCode() + "). "
                            + ServiceErrors.advice(1332),
                    e);
        }
        PointerByReference policy = new PointerByReference();
        check(
                Lsa.INSTANCE.LsaOpenPolicy(null, attributes(), POLICY_CREATE_ACCOUNT | POLICY_LOOKUP_NAMES, policy),
                account);
        try {
            Memory sidMemory = new Memory(sid.length);
            sidMemory.write(0, sid, 0, sid.length);
            check(
                    Lsa.INSTANCE.LsaAddAccountRights(policy.getValue(), sidMemory, new Text(LOG_ON_AS_SERVICE), 1),
                    account);
        } finally {
            Lsa.INSTANCE.LsaClose(policy.getValue());
        }
    }

    /** LSA_OBJECT_ATTRIBUTES, which Windows wants and does not read. */
    private static Memory attributes() {
        Memory memory = new Memory(48);
        memory.clear();
        memory.setInt(0, (int) memory.size());
        return memory;
    }

    private static void check(int status, String account) {
        if (status != 0) {
            int error = Lsa.INSTANCE.LsaNtStatusToWinError(status);
            throw new WindowsException("The right \"Log on as a service\" cannot be granted to " + account + " (error "
                    + error + "). " + ServiceErrors.advice(error));
        }
    }

    /** LSA_UNICODE_STRING. */
    @FieldOrder({"length", "maximumLength", "buffer"})
    public static final class Text extends Structure {
        public short length;
        public short maximumLength;
        public Pointer buffer;

        Text(String text) {
            Memory memory = new Memory(2L * (text.length() + 1));
            memory.setWideString(0, text);
            length = (short) (2 * text.length());
            maximumLength = (short) (2 * (text.length() + 1));
            buffer = memory;
        }
    }

    /** Functions of advapi32.dll about the local security policy, with Windows' own names. */
    private interface Lsa extends StdCallLibrary {
        Lsa INSTANCE = Native.load("Advapi32", Lsa.class, W32APIOptions.DEFAULT_OPTIONS);

        int LsaOpenPolicy(Pointer system, Pointer attributes, int access, PointerByReference policy);

        int LsaAddAccountRights(Pointer policy, Pointer sid, Text rights, int count);

        int LsaClose(Pointer policy);

        int LsaNtStatusToWinError(int status);
    }
}
