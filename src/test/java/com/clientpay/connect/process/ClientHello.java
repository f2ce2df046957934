package com.clientpay.connect.process;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;

/** The first message of a TLS client that knows an old version only; Java's own clients no longer send it. */
final class ClientHello {
    /** What a refusal begins with. */
    static final int ALERT = 21;

    private static final int HANDSHAKE = 22;
    private static final int CLIENT_HELLO = 1;
    /** Suites that every server of those versions spoke: ECDHE and plain RSA with AES and 3DES, CBC. */
    private static final int[] SUITES = {0xC013, 0xC014, 0xC009, 0xC00A, 0x002F, 0x0035, 0x000A};

    private ClientHello() {}

    /** Version 3.0 is SSL 3, 3.1 is TLS 1.0, 3.2 is TLS 1.1. */
    static byte[] of(int major, int minor) throws IOException {
        ByteArrayOutputStream hello = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(hello);
        out.write(new byte[] {(byte) major, (byte) minor});
        out.write(new byte[32]); // "random"
        out.writeByte(0); // no session
        out.writeShort(2 * SUITES.length);
        for (int suite : SUITES) {
            out.writeShort(suite);
        }
        out.write(new byte[] {1, 0}); // no compression
        byte[] body = hello.toByteArray();
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        DataOutputStream all = new DataOutputStream(message);
        all.writeByte(HANDSHAKE);
        all.write(new byte[] {(byte) major, (byte) minor});
        all.writeShort(4 + body.length);
        all.writeInt(CLIENT_HELLO << 24 | body.length);
        all.write(body);
        return message.toByteArray();
    }
}
