package com.clientpay.connect.http.tls;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;

/** What people ask about a certificate. */
public final class Certificates {
    private static final int DNS_NAME = 2;
    private static final int IP_ADDRESS = 7;

    private Certificates() {}

    /**
     * @param subject as in {@code CN=connect.example.com}
     * @param names the DNS names and addresses it is for
     * @param fingerprint SHA-256 in upper-case hexadecimal, pairs separated by colons
     */
    public record Description(
            String subject,
            String issuer,
            List<String> names,
            Instant notBefore,
            Instant notAfter,
            boolean selfSigned,
            String fingerprint) {

        public boolean isValidAt(Instant instant) {
            return !instant.isBefore(notBefore) && !instant.isAfter(notAfter);
        }
    }

    public static Description describe(X509Certificate certificate) {
        return new Description(
                certificate.getSubjectX500Principal().getName(),
                certificate.getIssuerX500Principal().getName(),
                names(certificate),
                certificate.getNotBefore().toInstant(),
                certificate.getNotAfter().toInstant(),
                certificate.getSubjectX500Principal().equals(certificate.getIssuerX500Principal()),
                fingerprint(certificate));
    }

    /** SHA-256 over the certificate, in the way browsers and openssl show it. */
    public static String fingerprint(X509Certificate certificate) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
            return HexFormat.ofDelimiter(":").withUpperCase().formatHex(hash);
        } catch (GeneralSecurityException e) {
            throw new TlsException("The certificate cannot be encoded.", e);
        }
    }

    /** Whether what the key signs, the certificate verifies. */
    public static boolean isKeyOf(PrivateKey key, X509Certificate certificate) {
        String algorithm = switch (key.getAlgorithm()) {
            case "RSA" -> "SHA256withRSA";
            case "EC" -> "SHA256withECDSA";
            default -> key.getAlgorithm();
        };
        byte[] probe = "whose key is this".getBytes(StandardCharsets.US_ASCII);
        try {
            Signature signature = Signature.getInstance(algorithm);
            signature.initSign(key);
            signature.update(probe);
            byte[] signed = signature.sign();
            signature.initVerify(certificate.getPublicKey());
            signature.update(probe);
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static List<String> names(X509Certificate certificate) {
        try {
            Collection<List<?>> names = certificate.getSubjectAlternativeNames();
            return names == null
                    ? List.of()
                    : names.stream()
                            .filter(name ->
                                    name.get(0).equals(DNS_NAME) || name.get(0).equals(IP_ADDRESS))
                            .map(name -> name.get(1).toString())
                            .toList();
        } catch (CertificateParsingException e) {
            return List.of();
        }
    }
}
