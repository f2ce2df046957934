package com.clientpay.connect.database;

import com.clientpay.connect.http.tls.TestCertificates;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** A firm's own certificate authority, and servers with certificates of it, made by the runtime's keytool. */
final class TestAuthority {
    private final Path folder;
    private final Path store;

    private TestAuthority(Path folder, Path store) {
        this.folder = folder;
        this.store = store;
    }

    static TestAuthority in(Path folder) throws IOException, InterruptedException {
        Path store = folder.resolve("authority.p12");
        keytool(
                "-genkeypair",
                store,
                "ca",
                "-keyalg",
                "EC",
                "-dname",
                "CN=Firm Authority",
                "-ext",
                "bc:c",
                "-validity",
                "3650");
        return new TestAuthority(folder, store);
    }

    /** The authority's certificate. */
    Path pem() throws IOException, InterruptedException {
        Path pem = folder.resolve("authority.pem");
        keytool("-exportcert", store, "ca", "-rfc", "-file", pem.toString());
        return pem;
    }

    /**
     * A key store of a server whose certificate this authority has signed.
     *
     * @param more of keytool: {@code -ext san=dns:sql01}, or {@code -startdate} and {@code -validity}
     */
    Path server(String name, String... more) throws IOException, InterruptedException {
        Path server = folder.resolve(name + ".p12");
        Path request = folder.resolve(name + ".csr");
        Path signed = folder.resolve(name + ".crt");
        keytool("-genkeypair", server, "connect", "-keyalg", "EC", "-dname", "CN=" + name);
        keytool("-certreq", server, "connect", "-file", request.toString());
        List<String> sign =
                new ArrayList<>(List.of("-infile", request.toString(), "-outfile", signed.toString(), "-rfc"));
        sign.addAll(Arrays.asList(more));
        keytool("-gencert", store, "ca", sign.toArray(String[]::new));
        keytool("-importcert", server, "authority", "-noprompt", "-file", pem().toString());
        keytool("-importcert", server, "connect", "-noprompt", "-file", signed.toString());
        return server;
    }

    /** TLS of a server that shows the certificate of the key store. */
    static SSLContext tls(Path server) throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        keys.load(new ByteArrayInputStream(Files.readAllBytes(server)), TestCertificates.PASSWORD.toCharArray());
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, TestCertificates.PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String command, Path store, String alias, String... more)
            throws IOException, InterruptedException {
        List<String> line = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                command,
                "-keystore",
                store.toString(),
                "-storetype",
                "PKCS12",
                "-storepass",
                TestCertificates.PASSWORD,
                "-alias",
                alias));
        line.addAll(Arrays.asList(more));
        Process keytool = new ProcessBuilder(line).redirectErrorStream(true).start();
        String output = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!keytool.waitFor(60, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
            throw new IOException("keytool: " + output);
        }
    }
}
