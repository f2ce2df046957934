package com.clientpay.connect.http.tls;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** Self-signed certificates for {@code localhost}, made by the runtime's keytool. */
public final class TestCertificates {
    public static final String PASSWORD = "not-a-secret";

    private TestCertificates() {}

    /** A PKCS#12 file with a new key; {@code more} are further arguments of keytool, such as {@code -startdate}. */
    public static Path pkcs12(Path file, String algorithm, String... more) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-keystore",
                file.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-alias",
                "connect",
                "-keyalg",
                algorithm,
                "-dname",
                "CN=" + file.getFileName(),
                "-ext",
                "san=dns:localhost,ip:127.0.0.1"));
        command.addAll(List.of(more));
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
        return file;
    }

    public static KeyStore open(Path pkcs12) throws IOException, GeneralSecurityException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(new ByteArrayInputStream(Files.readAllBytes(pkcs12)), PASSWORD.toCharArray());
        return store;
    }

    public static X509Certificate certificate(Path pkcs12) throws IOException, GeneralSecurityException {
        return (X509Certificate) open(pkcs12).getCertificate("connect");
    }

    public static String certificatePem(Path pkcs12) throws IOException, GeneralSecurityException {
        return pem("CERTIFICATE", certificate(pkcs12).getEncoded());
    }

    public static String keyPem(Path pkcs12) throws IOException, GeneralSecurityException {
        return pem(
                "PRIVATE KEY",
                open(pkcs12).getKey("connect", PASSWORD.toCharArray()).getEncoded());
    }

    public static String pem(String label, byte[] der) {
        return "-----BEGIN " + label + "-----\n"
                + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(der) + "\n-----END " + label + "-----\n";
    }

    public static ConnectConfig.Tls keystore(Path pkcs12) {
        return new ConnectConfig.Tls(
                Optional.of(pkcs12),
                Optional.of(new Secret("secret:tls", PASSWORD)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    public static ConnectConfig.Tls pem(Path certificate, Path key) {
        return new ConnectConfig.Tls(
                Optional.empty(),
                Optional.empty(),
                Optional.of(certificate),
                Optional.of(key),
                Optional.empty(),
                false);
    }

    /** A client's TLS that trusts these certificates only and shows the client's own, if it has one. */
    public static SSLContext client(Optional<Path> own, X509Certificate... trusted)
            throws IOException, GeneralSecurityException {
        KeyStore trust = KeyStore.getInstance("PKCS12");
        trust.load(null, null);
        for (int i = 0; i < trusted.length; i++) {
            trust.setCertificateEntry("server" + i, trusted[i]);
        }
        TrustManagerFactory trustManagers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trustManagers.init(trust);
        KeyManagerFactory keyManagers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        if (own.isPresent()) {
            keyManagers.init(open(own.get()), PASSWORD.toCharArray());
        } else {
            keyManagers.init(null, null);
        }
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(keyManagers.getKeyManagers(), trustManagers.getTrustManagers(), null);
        return context;
    }
}
