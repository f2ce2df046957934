package com.clientpay.connect.windows;

import com.sun.jna.platform.win32.Crypt32Util;
import com.sun.jna.platform.win32.Win32Exception;
import com.sun.jna.platform.win32.WinCrypt;
import java.util.Optional;

/**
 * Windows' data protection (CryptProtectData) in machine scope: the installer, an administrator and the service's account
 * must all open the same secret. So every local process may open it, too, if it can read the blob and the entropy: what keeps
 * others out are the rights of their folder.
 */
final class Dpapi implements SecretProtector {
    private static final int FLAGS = WinCrypt.CRYPTPROTECT_LOCAL_MACHINE | WinCrypt.CRYPTPROTECT_UI_FORBIDDEN;

    @Override
    public byte[] protect(byte[] secret, byte[] entropy) {
        try {
            return Crypt32Util.cryptProtectData(secret, entropy, FLAGS, "", null);
        } catch (Win32Exception e) {
            throw new IllegalStateException(
                    "Windows could not protect it (CryptProtectData, error " + e.getErrorCode() + ")", e);
        }
    }

    @Override
    public Optional<byte[]> open(byte[] protectedSecret, byte[] entropy) {
        try {
            return Optional.of(Crypt32Util.cryptUnprotectData(protectedSecret, entropy, FLAGS, null));
        } catch (Win32Exception e) {
            return Optional.empty();
        }
    }
}
