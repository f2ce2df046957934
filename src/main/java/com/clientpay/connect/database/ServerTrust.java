package com.clientpay.connect.database;

import com.clientpay.connect.config.DatabaseAddress.SqlServer;
import com.clientpay.connect.platform.ThisSystem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * Whether SQL Server's certificate is to be trusted. The driver makes one for each connection, by the name of this class and
 * one text; so a file that was replaced holds from the next connection on.
 *
 * <p>With a file: the server's certificate is in it, then it is pinned, and neither its name nor its dates matter; or one in
 * it has signed it. Without: an authority that this machine trusts has signed it, that is Java's list and, on Windows, the
 * Windows certificate store, where a firm's own authority usually is. A certificate that is not pinned must be for the
 * server's name. The driver can do the first of these with TDS 8.0 only, and knows nothing of the Windows store.
 */
public final class ServerTrust implements X509TrustManager {
    private static final char SEPARATOR = '|';

    private final String host;
    private final Optional<Path> file;

    /** @param argument made by {@link #argument(SqlServer)} */
    public ServerTrust(String argument) {
        int separator = argument.indexOf(SEPARATOR);
        this.host = separator < 0 ? argument : argument.substring(0, separator);
        this.file = separator < 0 ? Optional.empty() : Optional.of(Path.of(argument.substring(separator + 1)));
    }

    static String argument(SqlServer server) {
        return server.certificateHost().orElse(server.host())
                + server.trustedCertificates()
                        .map(path -> SEPARATOR + path.toString())
                        .orElse("");
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        if (file.isPresent()) {
            List<X509Certificate> trusted = read(file.get());
            if (trusted.contains(chain[0])) {
                return;
            }
            checkSigned(chain, authType, List.of(signedBy(trusted)));
        } else {
            checkSigned(chain, authType, authorities());
        }
        if (!ServerName.isOf(chain[0], host)) {
            throw ServerNotTrustedException.otherName(ServerName.of(chain[0]), host);
        }
    }

    private void checkSigned(X509Certificate[] chain, String authType, List<X509TrustManager> authorities)
            throws CertificateException {
        CertificateException refusal = null;
        for (X509TrustManager authority : authorities) {
            try {
                authority.checkServerTrusted(chain, authType);
                return;
            } catch (CertificateException e) {
                refusal = e;
            }
        }
        throw ServerNotTrustedException.notSigned(chain[0], file, refusal);
    }

    private static List<X509Certificate> read(Path file) throws CertificateException {
        try (InputStream in = Files.newInputStream(file)) {
            Collection<? extends Certificate> found =
                    CertificateFactory.getInstance("X.509").generateCertificates(in);
            if (found.isEmpty()) {
                throw ServerNotTrustedException.noCertificates(file, null);
            }
            return found.stream().map(X509Certificate.class::cast).toList();
        } catch (ServerNotTrustedException e) {
            throw e;
        } catch (IOException e) {
            throw ServerNotTrustedException.unreadable(file, e);
        } catch (CertificateException e) {
            throw ServerNotTrustedException.noCertificates(file, e);
        }
    }

    private static X509TrustManager signedBy(List<X509Certificate> trusted) throws CertificateException {
        try {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            for (X509Certificate certificate : trusted) {
                store.setCertificateEntry("trusted-" + store.size(), certificate);
            }
            return manager(store);
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("The trusted certificates cannot be used.", e);
        }
    }

    /** Java's, and those of the Windows store where there is one. */
    private static List<X509TrustManager> authorities() throws CertificateException {
        List<X509TrustManager> authorities = new ArrayList<>();
        try {
            authorities.add(manager(null));
            if (ThisSystem.isWindows()) {
                KeyStore store = KeyStore.getInstance("Windows-ROOT");
                store.load(null, null);
                authorities.add(manager(store));
            }
        } catch (GeneralSecurityException | IOException e) {
            throw new CertificateException("The certificates that this machine trusts cannot be read.", e);
        }
        return authorities;
    }

    private static X509TrustManager manager(KeyStore store) throws GeneralSecurityException {
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(store);
        for (TrustManager manager : factory.getTrustManagers()) {
            if (manager instanceof X509TrustManager certificates) {
                return certificates;
            }
        }
        throw new GeneralSecurityException(
                "Java has no trust manager for certificates: " + Arrays.toString(factory.getTrustManagers()));
    }

    /** Never asked: SQL Server is the server. */
    @Override
    public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
        throw new CertificateException("This is no server.");
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
        return new X509Certificate[0];
    }
}
