package com.clientpay.connect.cli;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;

/** The text of a secret, or of lines of them, as editors and shells write it. */
final class SecretText {
    private SecretText() {}

    /**
     * UTF-8, or UTF-16 when a byte order mark says so, as Windows PowerShell writes; without the mark and the end of the last
     * line.
     *
     * @throws CommandFailed when it is neither
     */
    static String of(byte[] bytes) {
        Charset charset = StandardCharsets.UTF_8;
        int mark = 0;
        if (begins(bytes, 0xFF, 0xFE)) {
            charset = StandardCharsets.UTF_16LE;
            mark = 2;
        } else if (begins(bytes, 0xFE, 0xFF)) {
            charset = StandardCharsets.UTF_16BE;
            mark = 2;
        } else if (begins(bytes, 0xEF, 0xBB, 0xBF)) {
            mark = 3;
        }
        try {
            return charset.newDecoder()
                    .decode(ByteBuffer.wrap(bytes, mark, bytes.length - mark))
                    .toString()
                    .replaceFirst("\\r?\\n\\z", "");
        } catch (CharacterCodingException e) {
            throw new CommandFailed("This is not text in UTF-8. Save it again with the encoding UTF-8.");
        }
    }

    private static boolean begins(byte[] bytes, int... mark) {
        for (int i = 0; i < mark.length; i++) {
            if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }
}
