package com.clientpay.connect.diagnostics.checks;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.http.tls.Certificates;
import com.clientpay.connect.http.tls.TlsException;
import com.clientpay.connect.http.tls.TlsFiles;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** Whether the TLS files can be used: readable, the key is the certificate's, dates, and the name that is called. */
record CertificateCheck(ConnectConfig config, Clock clock) implements Check {
    static final String NAME = "certificate";
    private static final Duration SOON = Duration.ofDays(30);
    private static final String RENEW =
            "Put a new certificate in its place; a running connector takes it up without a restart.";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Finding look() {
        if (!config.tls().isConfigured()) {
            return Finding.skip("plain HTTP on a loopback address: there is none");
        }
        Certificates.Description certificate;
        try {
            certificate = Certificates.describe(TlsFiles.load(config.tls()).certificate());
        } catch (TlsException e) {
            return Finding.fail(e.getMessage(), "Correct the files that section [tls] names.");
        }
        Instant now = clock.instant();
        if (now.isAfter(certificate.notAfter())) {
            return Finding.fail("expired on " + day(certificate.notAfter()), RENEW);
        }
        if (now.isBefore(certificate.notBefore())) {
            return Finding.fail(
                    "not valid before " + day(certificate.notBefore()),
                    "Check this machine's clock; else wait or renew it.");
        }
        String host = config.server().host();
        if (certificate.names().isEmpty()) {
            return Finding.warn(
                    "it is for no name: it has no subject alternative names",
                    "Callers that check the name will refuse it. Have it issued for the name that the cloud calls.");
        }
        if (isOneName(host) && certificate.names().stream().noneMatch(name -> covers(name, host))) {
            return Finding.warn(
                    "it is for " + String.join(", ", certificate.names()) + ", not for " + host,
                    "Have it issued for the name that the cloud calls.");
        }
        String seen = "for " + String.join(", ", certificate.names()) + ", valid to " + day(certificate.notAfter());
        return now.plus(SOON).isAfter(certificate.notAfter()) ? Finding.warn(seen, RENEW) : Finding.pass(seen);
    }

    private static LocalDate day(Instant instant) {
        return LocalDate.ofInstant(instant, ZoneOffset.UTC);
    }

    /** A listener on all addresses says nothing about the name that is called. */
    private static boolean isOneName(String host) {
        return !List.of("0.0.0.0", "::").contains(host);
    }

    /** A wildcard stands for one label, the first (RFC 9525, 6.3). */
    private static boolean covers(String name, String host) {
        if (name.startsWith("*.")) {
            int dot = host.indexOf('.');
            return dot > 0 && host.substring(dot).equalsIgnoreCase(name.substring(1));
        }
        return name.equalsIgnoreCase(host);
    }
}
