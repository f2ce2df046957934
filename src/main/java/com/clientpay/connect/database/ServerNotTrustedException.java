package com.clientpay.connect.database;

import java.nio.file.Path;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Optional;

/** The server's certificate is refused. The message says why, and {@link #action} what to do. */
final class ServerNotTrustedException extends CertificateException {
    private static final long serialVersionUID = 1L;

    private final String action;

    private ServerNotTrustedException(String message, String action, Throwable cause) {
        super(message, cause);
        this.action = action;
    }

    /** A sentence for the person who can do something about it. */
    String action() {
        return action;
    }

    static ServerNotTrustedException otherName(List<String> names, String host) {
        String written = names.isEmpty() ? "no name" : String.join(", ", names);
        return new ServerNotTrustedException(
                "its certificate is for " + written + ", not for " + host,
                "Name the server in database.server as its certificate does, or set database.certificate_host_name to one"
                        + " of these names if you are sure that it is this server.",
                null);
    }

    static ServerNotTrustedException notSigned(X509Certificate certificate, Optional<Path> file, Throwable cause) {
        Optional<String> dates = dates(certificate, cause);
        if (dates.isPresent()) {
            return new ServerNotTrustedException(
                    dates.get(), "Ask the DBA to give the SQL Server a certificate that is valid.", cause);
        }
        boolean selfSigned = certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal());
        String signer = selfSigned
                ? "its certificate is signed by nobody but itself"
                : "its certificate is signed by "
                        + certificate.getIssuerX500Principal().getName();
        return new ServerNotTrustedException(
                signer + ", and " + file.map(path -> "is not in " + path).orElse("this machine does not trust that"),
                "Export the certificate of that authority, or the server's own if the DBA has given it one for good, as a"
                        + " .pem or .cer file, and name it in database.trusted_certificates. A certificate that SQL Server"
                        + " made for itself (SSL_Self_Signed_Fallback) is another one after each of its starts: have a"
                        + " lasting one set in SQL Server Configuration Manager. On a network you trust:"
                        + " database.trust_any_certificate = true.",
                cause);
    }

    static ServerNotTrustedException unreadable(Path file, Throwable cause) {
        return new ServerNotTrustedException(
                "the file " + file + " cannot be read (" + cause.getClass().getSimpleName() + ")",
                "Correct database.trusted_certificates, and let the connector's account read the file.",
                cause);
    }

    static ServerNotTrustedException noCertificates(Path file, Throwable cause) {
        return new ServerNotTrustedException(
                "the file " + file + " holds no certificate",
                "Export the certificate again, as Base-64 or DER (.cer, .pem), and name that file in"
                        + " database.trusted_certificates.",
                cause);
    }

    private static Optional<String> dates(X509Certificate certificate, Throwable refusal) {
        for (Throwable cause = refusal; cause != null; cause = cause.getCause()) {
            if (cause instanceof CertificateExpiredException) {
                return Optional.of("its certificate, or that of its authority, has expired; its own ends on "
                        + certificate.getNotAfter().toInstant());
            }
            if (cause instanceof CertificateNotYetValidException) {
                return Optional.of("its certificate, or that of its authority, is not valid yet; its own begins on "
                        + certificate.getNotBefore().toInstant());
            }
        }
        return Optional.empty();
    }
}
