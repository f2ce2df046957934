package com.clientpay.connect.database.scripts;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One file of SQL Server scripts.
 *
 * @param name its path below {@code sql/sqlserver}, with slashes: {@code core/3-procedures/PostPosting.sql}
 * @param text with LF line ends and without a byte order mark, whatever the file has
 */
public record Script(String name, String text) {

    public Script {
        text = (text.startsWith("\uFEFF") ? text.substring(1) : text).replace("\r\n", "\n");
    }

    /** @throws ScriptException when it cannot be read or is not UTF-8 */
    static Script read(Path root, Path file) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(Files.readAllBytes(file)))
                    .toString();
            return new Script(root.relativize(file).toString().replace('\\', '/'), text);
        } catch (CharacterCodingException e) {
            throw new ScriptException("The script " + file + " is not UTF-8: it is not as it was shipped.");
        } catch (IOException e) {
            throw new ScriptException("The script " + file + " cannot be read: " + e.getMessage());
        }
    }

    /** SHA-256 of its text in UTF-8, in lower-case hexadecimal: what ScriptHistory keeps. */
    public String sha256() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is sent to the server, one after the other. */
    public List<Batch> batches() {
        return Batch.split(text);
    }

    /** Which part of the script set it belongs to. */
    public Layer layer() {
        return Layer.of(name);
    }
}
