package com.clientpay.connect.http.tls;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A PEM file (RFC 7468): text with base64 between BEGIN and END lines. Certificates and unencrypted PKCS#8 keys are read;
 * the older key formats are refused with the command that converts them.
 */
final class PemFile {
    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]*)-----END \\1-----");
    private static final long LARGEST = 1 << 20;

    private final Path path;
    private final List<Block> blocks;

    private record Block(String label, String base64) {}

    private PemFile(Path path, List<Block> blocks) {
        this.path = path;
        this.blocks = blocks;
    }

    /** @throws TlsException when the file is missing, unreadable or has no PEM block */
    static PemFile read(Path path) {
        List<Block> blocks = new ArrayList<>();
        Matcher matcher = BLOCK.matcher(new String(bytes(path), StandardCharsets.ISO_8859_1));
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), matcher.group(2)));
        }
        if (blocks.isEmpty()) {
            throw new TlsException(path + " is no PEM file: it has no -----BEGIN line. A .pfx or .p12 file belongs to"
                    + " keystore; a binary certificate is converted by: openssl x509 -inform der -in " + path
                    + " -out certificate.pem");
        }
        return new PemFile(path, blocks);
    }

    /** The bytes of a certificate, key or key store; none is larger than 1 MiB. */
    static byte[] bytes(Path path) {
        try {
            if (Files.size(path) > LARGEST) {
                throw new TlsException(path + " is larger than 1 MiB: it is no certificate or key.");
            }
            return Files.readAllBytes(path);
        } catch (NoSuchFileException e) {
            throw new TlsException(path + " does not exist. Correct its path in the configuration.", e);
        } catch (IOException e) {
            throw new TlsException(
                    path + " cannot be read (" + e.getClass().getSimpleName()
                            + "). Let the connector's account read it.",
                    e);
        }
    }

    /** Every certificate of the file, in its order; at least one. */
    List<X509Certificate> certificates() {
        List<X509Certificate> certificates = new ArrayList<>();
        for (Block block : blocks) {
            if (block.label.equals("CERTIFICATE") || block.label.equals("X509 CERTIFICATE")) {
                certificates.add(certificate(decoded(block)));
            }
        }
        if (certificates.isEmpty()) {
            throw new TlsException(path + " holds no certificate, but " + labels() + ".");
        }
        return certificates;
    }

    /** The file's private key. */
    PrivateKey privateKey() {
        for (Block block : blocks) {
            switch (block.label) {
                case "PRIVATE KEY" -> {
                    return privateKey(decoded(block));
                }
                case "RSA PRIVATE KEY", "EC PRIVATE KEY" ->
                    throw new TlsException(path + " holds a key in an old format (" + block.label + "). Convert it: "
                            + "openssl pkcs8 -topk8 -nocrypt -in " + path + " -out key.pem");
                case "ENCRYPTED PRIVATE KEY" ->
                    throw new TlsException(path + " holds an encrypted key. Put it into a password-protected .pfx file"
                            + " (openssl pkcs12 -export), or decrypt it: openssl pkey -in " + path + " -out key.pem");
                default -> {}
            }
        }
        throw new TlsException(path + " holds no private key, but " + labels() + ".");
    }

    private X509Certificate certificate(byte[] der) {
        try {
            return (X509Certificate)
                    CertificateFactory.getInstance("X.509").generateCertificate(new ByteArrayInputStream(der));
        } catch (CertificateException e) {
            throw new TlsException(path + " holds a certificate that cannot be read. Export it again.", e);
        }
    }

    private PrivateKey privateKey(byte[] pkcs8) {
        for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
            Optional<PrivateKey> key = privateKey(pkcs8, algorithm);
            if (key.isPresent()) {
                return key.get();
            }
        }
        throw new TlsException(path + " holds a private key that is none of RSA, EC, Ed25519. Make a new one.");
    }

    private static Optional<PrivateKey> privateKey(byte[] pkcs8, String algorithm) {
        try {
            return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(pkcs8)));
        } catch (InvalidKeySpecException e) {
            return Optional.empty();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java from 15 on knows " + algorithm, e);
        }
    }

    private byte[] decoded(Block block) {
        try {
            return Base64.getMimeDecoder().decode(block.base64);
        } catch (IllegalArgumentException e) {
            throw new TlsException(path + " has a damaged " + block.label + " block. Export it again.", e);
        }
    }

    private String labels() {
        return String.join(", ", blocks.stream().map(Block::label).distinct().toList());
    }
}
