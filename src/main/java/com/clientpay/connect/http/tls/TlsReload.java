package com.clientpay.connect.http.tls;

import com.clientpay.connect.config.ConnectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.List;
import org.eclipse.jetty.util.ssl.SslContextFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes up a renewed certificate. {@link #poll} is called about once a second; when the files have changed and then stayed
 * the same for one call (a certificate and its key are two files, written one after the other), they are read, checked
 * and used for new connections. Connections that exist keep what they have. Files that cannot be used are reported once,
 * and the certificate in use stays.
 */
public final class TlsReload {
    private static final Logger log = LoggerFactory.getLogger(TlsReload.class);

    private final ConnectConfig.Tls config;
    private final SslContextFactory.Server factory;
    private List<String> used;
    private List<String> seen;

    public TlsReload(ConnectConfig.Tls config, SslContextFactory.Server factory) {
        this.config = config;
        this.factory = factory;
        this.used = state(config);
        this.seen = used;
    }

    /** Not for use by several threads. */
    public void poll() {
        List<String> now = state(config);
        boolean settled = now.equals(seen);
        seen = now;
        if (settled && !now.equals(used)) {
            used = now;
            reload();
        }
    }

    private void reload() {
        try {
            TlsFiles files = TlsFiles.load(config);
            factory.reload(same -> TlsContext.use(factory, files));
            log.info("The TLS files have changed: new connections use the new certificate.");
            report(files);
        } catch (Exception e) {
            log.error("The TLS files have changed but cannot be used; the old certificate stays. {}", e.getMessage());
            log.debug("The new TLS files cannot be used", e);
        }
    }

    /** Logs which certificate is in use, and warns when it is out of its dates. */
    public static void report(TlsFiles files) {
        Certificates.Description description = Certificates.describe(files.certificate());
        log.info(
                "TLS certificate {}, valid until {}, SHA-256 {}",
                description.subject(),
                description.notAfter(),
                description.fingerprint());
        if (!description.isValidAt(Instant.now())) {
            log.warn(
                    "The TLS certificate is valid from {} to {} only: callers will refuse it. Renew it.",
                    description.notBefore(),
                    description.notAfter());
        }
    }

    /** Times, sizes and identities; a missing file is a state too. */
    private static List<String> state(ConnectConfig.Tls config) {
        return TlsFiles.paths(config).stream().map(TlsReload::state).toList();
    }

    private static String state(Path path) {
        try {
            BasicFileAttributes file = Files.readAttributes(path, BasicFileAttributes.class);
            return file.lastModifiedTime() + " " + file.size() + " " + file.fileKey();
        } catch (IOException e) {
            return "missing";
        }
    }
}
