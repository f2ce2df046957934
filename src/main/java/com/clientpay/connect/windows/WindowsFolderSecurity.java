package com.clientpay.connect.windows;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.platform.win32.AccCtrl;
import com.sun.jna.platform.win32.Advapi32;
import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.Kernel32;
import com.sun.jna.platform.win32.Kernel32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinBase.SECURITY_ATTRIBUTES;
import com.sun.jna.platform.win32.WinDef.DWORD;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import com.sun.jna.win32.StdCallLibrary;
import com.sun.jna.win32.W32APIOptions;
import java.nio.file.Path;
import java.util.function.Function;

/** By the functions of advapi32.dll. */
final class WindowsFolderSecurity implements FolderSecurity {
    private static final int REVISION = 1;
    private static final int PROTECTED_DACL = 0x80000000;
    private static final int UNPROTECTED_DACL = 0x20000000;
    private static final int CONTROL_PROTECTED = 0x1000;

    @Override
    public String owner(Path path) {
        PointerByReference owner = new PointerByReference();
        PointerByReference descriptor = new PointerByReference();
        check(
                Advapi32.INSTANCE.GetNamedSecurityInfo(
                        path.toString(),
                        AccCtrl.SE_OBJECT_TYPE.SE_FILE_OBJECT,
                        WinNT.OWNER_SECURITY_INFORMATION,
                        owner,
                        null,
                        null,
                        null,
                        descriptor),
                "tell the owner of " + path);
        try {
            return Advapi32Util.convertSidToStringSid(new WinNT.PSID(owner.getValue()));
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor.getValue());
        }
    }

    @Override
    public String name(String sid) {
        try {
            return Advapi32Util.getAccountBySid(sid).fqn;
        } catch (Win32Exception e) {
            return sid;
        }
    }

    @Override
    public boolean isReparsePoint(Path path) {
        int attributes = Kernel32.INSTANCE.GetFileAttributes(path.toString());
        if (attributes == -1) {
            check(Native.getLastError(), "look at " + path);
        }
        return (attributes & WinNT.FILE_ATTRIBUTE_REPARSE_POINT) != 0;
    }

    @Override
    public void create(Path folder, String securityDescriptor) {
        int error = with(securityDescriptor, descriptor -> {
            SECURITY_ATTRIBUTES attributes = new SECURITY_ATTRIBUTES();
            attributes.dwLength = new DWORD(attributes.size());
            attributes.lpSecurityDescriptor = descriptor;
            return Kernel32.INSTANCE.CreateDirectory(folder.toString(), attributes) ? 0 : Native.getLastError();
        });
        check(error, "make the folder " + folder);
    }

    @Override
    public void set(Path path, String securityDescriptor) {
        int error = with(securityDescriptor, descriptor -> {
            PointerByReference owner = new PointerByReference();
            PointerByReference dacl = new PointerByReference();
            IntByReference present = new IntByReference();
            IntByReference defaulted = new IntByReference();
            IntByReference control = new IntByReference();
            IntByReference revision = new IntByReference();
            if (!Api.INSTANCE.GetSecurityDescriptorOwner(descriptor, owner, defaulted)
                    || !Api.INSTANCE.GetSecurityDescriptorDacl(descriptor, present, dacl, defaulted)
                    || !Api.INSTANCE.GetSecurityDescriptorControl(descriptor, control, revision)) {
                return Native.getLastError();
            }
            boolean isProtected = (control.getValue() & CONTROL_PROTECTED) != 0;
            return Advapi32.INSTANCE.SetNamedSecurityInfo(
                    path.toString(),
                    AccCtrl.SE_OBJECT_TYPE.SE_FILE_OBJECT,
                    WinNT.OWNER_SECURITY_INFORMATION
                            | WinNT.DACL_SECURITY_INFORMATION
                            | (isProtected ? PROTECTED_DACL : UNPROTECTED_DACL),
                    owner.getValue(),
                    null,
                    dacl.getValue(),
                    null);
        });
        check(error, "set the rights of " + path);
    }

    private static int with(String text, Function<Pointer, Integer> use) {
        PointerByReference descriptor = new PointerByReference();
        if (!Api.INSTANCE.ConvertStringSecurityDescriptorToSecurityDescriptor(text, REVISION, descriptor, null)) {
            return Native.getLastError();
        }
        try {
            return use.apply(descriptor.getValue());
        } finally {
            Kernel32.INSTANCE.LocalFree(descriptor.getValue());
        }
    }

    private static void check(int error, String what) {
        if (error != 0) {
            throw new WindowsException("Windows does not " + what + ": "
                    + Kernel32Util.formatMessage(error).strip() + " (error " + error + "). "
                    + ServiceErrors.advice(error));
        }
    }

    /** Functions that jna-platform lacks, or has for descriptors of its own only. */
    private interface Api extends StdCallLibrary {
        Api INSTANCE = Native.load("Advapi32", Api.class, W32APIOptions.DEFAULT_OPTIONS);

        boolean ConvertStringSecurityDescriptorToSecurityDescriptor(
                String text, int revision, PointerByReference descriptor, IntByReference size);

        boolean GetSecurityDescriptorOwner(Pointer descriptor, PointerByReference owner, IntByReference defaulted);

        boolean GetSecurityDescriptorDacl(
                Pointer descriptor, IntByReference present, PointerByReference dacl, IntByReference defaulted);

        boolean GetSecurityDescriptorControl(Pointer descriptor, IntByReference control, IntByReference revision);
    }
}
