package com.clientpay.connect.windows;

import com.sun.jna.platform.win32.Advapi32Util;
import com.sun.jna.platform.win32.WinNT;
import com.sun.jna.platform.win32.WinReg;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What lies in HKEY_LOCAL_MACHINE. */
final class WindowsRegistry {
    /** Where procrun keeps how it starts a service: among what 32-bit programs see. */
    private static final List<String> PROCRUN =
            List.of("SOFTWARE", "Apache Software Foundation", "ProcRun 2.0", ConnectService.NAME);

    private WindowsRegistry() {}

    /** The texts of a key, as 64-bit programs see it, by their names; none when there is no such key. */
    static Map<String, String> texts(String key) {
        Map<String, String> texts = new TreeMap<>();
        if (exists(key, WinNT.KEY_WOW64_64KEY)) {
            Advapi32Util.registryGetValues(WinReg.HKEY_LOCAL_MACHINE, key, WinNT.KEY_WOW64_64KEY)
                    .forEach((name, value) -> {
                        if (value instanceof String text) {
                            texts.put(name, text);
                        }
                    });
        }
        return texts;
    }

    /** Also the keys above that are empty then: a reinstallation finds nothing of before. */
    static void deleteProcrunParameters() {
        int view = WinNT.KEY_WOW64_32KEY;
        deleteTree(String.join("\\", PROCRUN), view);
        for (int depth = PROCRUN.size() - 1; depth > 1; depth--) {
            String parent = String.join("\\", PROCRUN.subList(0, depth));
            if (exists(parent, view) && keys(parent, view).length == 0) {
                delete(parent, view);
            }
        }
    }

    private static void deleteTree(String key, int view) {
        if (exists(key, view)) {
            for (String below : keys(key, view)) {
                deleteTree(key + "\\" + below, view);
            }
            delete(key, view);
        }
    }

    private static void delete(String key, int view) {
        int last = key.lastIndexOf('\\');
        Advapi32Util.registryDeleteKey(
                WinReg.HKEY_LOCAL_MACHINE, key.substring(0, last), key.substring(last + 1), view);
    }

    private static boolean exists(String key, int view) {
        return Advapi32Util.registryKeyExists(WinReg.HKEY_LOCAL_MACHINE, key, view);
    }

    private static String[] keys(String key, int view) {
        return Advapi32Util.registryGetKeys(WinReg.HKEY_LOCAL_MACHINE, key, view);
    }
}
