package com.clientpay.connect.cli;

import com.clientpay.connect.platform.ThisSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A certificate that keytool made.
 *
 * @param fingerprint SHA-256 of the certificate, as browsers and openssl write it
 */
record SelfSignedCertificate(Path keystore, Path passwordFile, Instant from, Instant until, String fingerprint) {
    private static final String ALIAS = "connect";
    /** keytool reads the password from this variable of its own process: arguments are visible to everybody. */
    private static final String PASSWORD_VARIABLE = "CONNECT_KEYSTORE_PASSWORD";

    private static final Pattern NAME = Pattern.compile(
            "(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?(\\.[A-Za-z0-9]([A-Za-z0-9-]{0,61}[A-Za-z0-9])?)*");
    private static final Pattern ADDRESS = Pattern.compile("[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9A-Fa-f:]*:[0-9A-Fa-f:.]*");

    static boolean isHost(String text) {
        return NAME.matcher(text).matches() || ADDRESS.matcher(text).matches();
    }

    /** @throws CommandFailed when a file exists already, or keytool fails; nothing is left behind then */
    static SelfSignedCertificate make(Path keystore, List<String> hosts, int days) {
        Path passwordFile = keystore.resolveSibling(keystore.getFileName() + ".password");
        for (Path file : List.of(keystore, passwordFile)) {
            if (Files.exists(file)) {
                throw new CommandFailed(file + " exists already. A running connector may use it: name another file with"
                        + " --out, or move that one away.");
            }
        }
        String password = password();
        Path folder = null;
        try {
            folder = OwnerOnlyFile.temporaryFolder(keystore);
            Path made = folder.resolve("made.pfx");
            keytool(made, password, hosts, days);
            OwnerOnlyFile.close(made);
            SelfSignedCertificate certificate = read(made, password, keystore, passwordFile);
            OwnerOnlyFile.replace(passwordFile, out -> out.write(password.getBytes(StandardCharsets.US_ASCII)));
            Files.move(made, keystore);
            return certificate;
        } catch (IOException | GeneralSecurityException e) {
            throw new CommandFailed(
                    "The certificate cannot be written to " + keystore
                            + ": its folder must exist, and you need the right to write there (" + e.getMessage()
                            + ").",
                    e);
        } finally {
            if (folder != null) {
                OwnerOnlyFile.delete(folder.resolve("made.pfx"));
                OwnerOnlyFile.delete(folder);
            }
        }
    }

    private static void keytool(Path file, String password, List<String> hosts, int days) throws IOException {
        boolean windows = ThisSystem.isWindows();
        Path keytool = Path.of(System.getProperty("java.home"), "bin", windows ? "keytool.exe" : "keytool");
        if (!Files.isExecutable(keytool)) {
            throw new CommandFailed(
                    "This Java has no keytool: " + keytool + " is missing. Use another Java 17 or newer.");
        }
        String names = hosts.stream()
                .map(host ->
                        (NAME.matcher(host).matches() && !ADDRESS.matcher(host).matches() ? "dns:" : "ip:") + host)
                .collect(Collectors.joining(","));
        ProcessBuilder builder = new ProcessBuilder(
                keytool.toString(),
                "-genkeypair",
                "-noprompt",
                "-alias",
                ALIAS,
                "-keyalg",
                "RSA",
                "-keysize",
                "3072",
                "-sigalg",
                "SHA256withRSA",
                "-dname",
                "CN=" + hosts.get(0).replace(":", "\\:"),
                "-validity",
                String.valueOf(days),
                "-ext",
                "SAN=" + names,
                "-ext",
                "KU:critical=digitalSignature,keyEncipherment",
                "-ext",
                "EKU=serverAuth",
                "-storetype",
                "PKCS12",
                "-keystore",
                file.toString(),
                "-storepass:env",
                PASSWORD_VARIABLE);
        builder.environment().put(PASSWORD_VARIABLE, password);
        builder.redirectErrorStream(true);
        Process process = builder.start();
        process.getOutputStream().close();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new CommandFailed("keytool failed: " + said);
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted while keytool worked.");
        }
    }

    private static SelfSignedCertificate read(Path made, String password, Path keystore, Path passwordFile)
            throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(made)) {
            store.load(in, password.toCharArray());
        }
        X509Certificate certificate = (X509Certificate) store.getCertificate(ALIAS);
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
        return new SelfSignedCertificate(
                keystore,
                passwordFile,
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                HexFormat.ofDelimiter(":").formatHex(hash).toUpperCase(Locale.ROOT));
    }

    private static String password() {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(random);
    }
}
