package com.clientpay.connect.http.tls;

import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.X509Certificate;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** Jetty's TLS settings: TLS 1.2 and 1.3, and only ciphers with forward secrecy and authenticated encryption. */
public final class TlsContext {
    private static final String[] CIPHERS = {
        "TLS_AES_128_GCM_SHA256",
        "TLS_AES_256_GCM_SHA384",
        "TLS_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_RSA_WITH_AES_128_GCM_SHA256",
        "TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_RSA_WITH_AES_256_GCM_SHA384",
        "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256",
        "TLS_ECDHE_RSA_WITH_CHACHA20_POLY1305_SHA256"
    };
    /** Key stores in memory want one; it protects nothing. */
    private static final String IN_MEMORY = "in-memory";

    private TlsContext() {}

    public static SslContextFactory.Server create(TlsFiles files) {
        SslContextFactory.Server factory = new SslContextFactory.Server();
        factory.setIncludeProtocols("TLSv1.3", "TLSv1.2");
        factory.setExcludeProtocols();
        factory.setIncludeCipherSuites(CIPHERS);
        factory.setExcludeCipherSuites();
        factory.setUseCipherSuitesOrder(true);
        factory.setRenegotiationAllowed(false);
        factory.setSniRequired(false);
        use(factory, files);
        return factory;
    }

    /** Takes effect at the start or, within {@link SslContextFactory#reload}, for new connections. */
    static void use(SslContextFactory.Server factory, TlsFiles files) {
        try {
            KeyStore keys = empty();
            keys.setKeyEntry(
                    "connect",
                    files.key(),
                    IN_MEMORY.toCharArray(),
                    files.chain().toArray(Certificate[]::new));
            factory.setKeyStore(keys);
            factory.setKeyStorePassword(IN_MEMORY);
            List<X509Certificate> authorities = files.clientAuthorities();
            if (!authorities.isEmpty()) {
                KeyStore trusted = empty();
                for (int i = 0; i < authorities.size(); i++) {
                    trusted.setCertificateEntry("ca" + i, authorities.get(i));
                }
                factory.setTrustStore(trusted);
                factory.setNeedClientAuth(true);
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new TlsException("The certificate cannot be used: " + e.getMessage(), e);
        }
    }

    private static KeyStore empty() throws GeneralSecurityException, IOException {
        KeyStore store = KeyStore.getInstance("PKCS12");
        store.load(null, null);
        return store;
    }
}
