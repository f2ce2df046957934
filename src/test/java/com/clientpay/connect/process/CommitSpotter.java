package com.clientpay.connect.process;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Knows a commit in what an H2 client sends on one connection. The driver prepares the statement COMMIT once (the request's
 * number, an id, the length of the text, the text in UTF-16) and later executes it by the number 3 and that id.
 */
final class CommitSpotter {
    private static final byte[] COMMIT = "COMMIT".getBytes(StandardCharsets.UTF_16BE);
    private static final int EXECUTE_UPDATE = 3;

    private byte[] execution;

    /** Whether the piece executes a commit. */
    boolean isCommit(byte[] piece) {
        boolean is = execution != null && indexOf(piece, execution) >= 0;
        int text = indexOf(piece, COMMIT);
        if (text >= 2 * Integer.BYTES) {
            int id = ByteBuffer.wrap(piece).getInt(text - 2 * Integer.BYTES);
            execution = ByteBuffer.allocate(2 * Integer.BYTES)
                    .putInt(EXECUTE_UPDATE)
                    .putInt(id)
                    .array();
        }
        return is;
    }

    private static int indexOf(byte[] piece, byte[] wanted) {
        for (int i = 0; i + wanted.length <= piece.length; i++) {
            if (Arrays.equals(piece, i, i + wanted.length, wanted, 0, wanted.length)) {
                return i;
            }
        }
        return -1;
    }
}
