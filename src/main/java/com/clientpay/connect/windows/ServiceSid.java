package com.clientpay.connect.windows;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Locale;

/**
 * The SID that Windows gives to a service: computed from its name, so that rights can be given to it before it is installed.
 * It is in the service's token whatever account it runs as, and it is the SID of its virtual account.
 */
final class ServiceSid {
    private ServiceSid() {}

    /** @return such as {@code S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464} of TrustedInstaller */
    static String of(String service) {
        byte[] name = service.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_16LE);
        try {
            ByteBuffer digest = ByteBuffer.wrap(
                            MessageDigest.getInstance("SHA-1").digest(name))
                    .order(ByteOrder.LITTLE_ENDIAN);
            StringBuilder sid = new StringBuilder("S-1-5-80");
            while (digest.hasRemaining()) {
                sid.append('-').append(Integer.toUnsignedString(digest.getInt()));
            }
            return sid.toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-1", e);
        }
    }
}
