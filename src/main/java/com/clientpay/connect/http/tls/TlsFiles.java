package com.clientpay.connect.http.tls;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.Secret;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.UnrecoverableKeyException;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/**
 * What the configured TLS files hold, read and checked: the key belongs to the certificate. Dates are not checked here; an
 * expired certificate is better than no connector, and is warned about.
 *
 * @param chain the server's certificate, then those that issued it, as far as the files have them
 * @param clientAuthorities who must have issued callers' certificates; empty when callers need none
 */
public record TlsFiles(List<X509Certificate> chain, PrivateKey key, List<X509Certificate> clientAuthorities) {

    /**
     * @throws TlsException when a file is missing or damaged, the password is wrong, or the key is not the certificate's
     */
    public static TlsFiles load(ConnectConfig.Tls config) {
        KeyPair pair = config.keystore()
                .map(path -> fromKeyStore(path, config.keystorePassword()))
                .orElseGet(() -> fromPem(config));
        return new TlsFiles(pair.chain, pair.key, authorities(config));
    }

    /** The files that a reload must watch. */
    public static List<Path> paths(ConnectConfig.Tls config) {
        List<Path> paths = new ArrayList<>();
        config.keystore().ifPresent(paths::add);
        if (config.keystore().isEmpty()) {
            config.certificate().ifPresent(paths::add);
            config.privateKey().ifPresent(paths::add);
        }
        if (config.requireClientCertificate()) {
            config.clientCa().ifPresent(paths::add);
        }
        return paths;
    }

    public X509Certificate certificate() {
        return chain.get(0);
    }

    private record KeyPair(List<X509Certificate> chain, PrivateKey key) {}

    private static List<X509Certificate> authorities(ConnectConfig.Tls config) {
        if (!config.requireClientCertificate()) {
            return List.of();
        }
        Path path = config.clientCa()
                .orElseThrow(() -> new TlsException(
                        "Client certificates are required, but tls.client_ca names no file with the CA that issues"
                                + " them."));
        return PemFile.read(path).certificates();
    }

    private static KeyPair fromPem(ConnectConfig.Tls config) {
        Path certificate = config.certificate()
                .orElseThrow(() -> new TlsException("TLS needs tls.keystore, or tls.certificate and tls.private_key."));
        Path privateKey = config.privateKey()
                .orElseThrow(() -> new TlsException(
                        "tls.certificate is given without tls.private_key: name the file with its key."));
        PrivateKey key = PemFile.read(privateKey).privateKey();
        List<X509Certificate> certificates = PemFile.read(certificate).certificates();
        X509Certificate own = certificates.stream()
                .filter(candidate -> Certificates.isKeyOf(key, candidate))
                .findFirst()
                .orElseThrow(
                        () -> new TlsException("The key in " + privateKey + " does not belong to the certificate in "
                                + certificate + ". Use the key the certificate was requested with."));
        return new KeyPair(ordered(own, certificates), key);
    }

    /** Each certificate is followed by its issuer's; what does not belong to the chain is left out. */
    private static List<X509Certificate> ordered(X509Certificate own, List<X509Certificate> certificates) {
        List<X509Certificate> chain = new ArrayList<>(List.of(own));
        Optional<X509Certificate> next = Optional.of(own);
        while (next.isPresent()) {
            X509Certificate last = next.get();
            next = certificates.stream()
                    .filter(candidate -> !chain.contains(candidate)
                            && candidate.getSubjectX500Principal().equals(last.getIssuerX500Principal()))
                    .findFirst();
            next.ifPresent(chain::add);
        }
        return chain;
    }

    private static KeyPair fromKeyStore(Path path, Optional<Secret> secret) {
        char[] password = secret.map(Secret::reveal).orElse("").toCharArray();
        byte[] bytes = PemFile.bytes(path);
        try {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(new ByteArrayInputStream(bytes), password);
            for (String alias : Collections.list(store.aliases())) {
                if (store.getKey(alias, password) instanceof PrivateKey key) {
                    return checked(path, certificates(store.getCertificateChain(alias)), key);
                }
            }
            throw new TlsException(path + " holds no private key. Export the certificate together with its key.");
        } catch (IOException | UnrecoverableKeyException e) {
            if (e instanceof UnrecoverableKeyException || e.getCause() instanceof UnrecoverableKeyException) {
                throw new TlsException(
                        "The password of " + path + " is wrong"
                                + secret.map(s -> " (" + s.reference() + ")").orElse(": none is configured")
                                + ". Correct tls.keystore_password.",
                        e);
            }
            throw new TlsException(path + " is no PKCS#12 file (.pfx, .p12), or is damaged. Export it again.", e);
        } catch (GeneralSecurityException e) {
            throw new TlsException(path + " cannot be used: " + e.getMessage(), e);
        } finally {
            Arrays.fill(password, ' ');
        }
    }

    private static List<X509Certificate> certificates(Certificate[] chain) {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Certificate certificate : chain) {
            certificates.add((X509Certificate) certificate);
        }
        return certificates;
    }

    private static KeyPair checked(Path path, List<X509Certificate> chain, PrivateKey key) {
        if (!Certificates.isKeyOf(key, chain.get(0))) {
            throw new TlsException("The key in " + path + " does not belong to its certificate. Export both again.");
        }
        return new KeyPair(chain, key);
    }
}
