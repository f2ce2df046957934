package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.http.tls.Certificates;
import com.clientpay.connect.http.tls.TlsException;
import com.clientpay.connect.http.tls.TlsFiles;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The set-up's step of the certificate: one of the firm's, a self-signed one, the one that is there, or none. */
final class SetupCertificate {
    private static final String SECRET = "keystore";
    private static final int DAYS = 730;

    private final PrintWriter out;
    private final SetupQuestions questions;
    private final SetupDraft draft;

    SetupCertificate(PrintWriter out, SetupQuestions questions, SetupDraft draft) {
        this.out = out;
        this.questions = questions;
        this.draft = draft;
    }

    /** Answers whether there is a certificate then. */
    boolean ask() {
        boolean present = draft.present("tls.keystore").isPresent()
                || draft.present("tls.certificate").isPresent();
        List<String> choices = new ArrayList<>(List.of("pfx", "self-signed", "none"));
        if (present) {
            choices.add(0, "keep");
        }
        String choice = questions.choose(
                "tls",
                "Certificate: a .pfx file of yours, a self-signed one, or none, for this machine only",
                present ? "keep" : "self-signed",
                choices);
        switch (choice) {
            case "pfx" -> pfx();
            case "self-signed" -> selfSigned();
            case "none" -> {
                clear();
                draft.clear("tls.keystore");
                draft.clear("tls.keystore_password");
            }
            default -> out.println("The certificate stays as it is.");
        }
        return !choice.equals("none");
    }

    private void clear() {
        draft.clear("tls.certificate");
        draft.clear("tls.private_key");
    }

    private void pfx() {
        while (true) {
            Path[] file = new Path[1];
            questions.ask("tls.pfx", "The .pfx file", Optional.empty(), answer -> {
                try {
                    file[0] = Path.of(answer.replaceAll("^\"|\"$", ""));
                    return Files.isReadable(file[0]) && Files.isRegularFile(file[0])
                            ? Optional.empty()
                            : Optional.of("There is no file " + answer + " that you may read.");
                } catch (InvalidPathException e) {
                    return Optional.of(answer + " is no path.");
                }
            });
            String password = questions
                    .secret("tls.pfx_password_file", "Its password", false)
                    .orElse("");
            Optional<String> wrong = wrong(file[0], password);
            if (wrong.isEmpty()) {
                take(file[0], password);
                return;
            }
            if (questions.isDriven()) {
                throw new CommandFailed(wrong.get() + " Nothing was changed.");
            }
            out.println("  " + Terminal.clean(wrong.get()));
        }
    }

    /** What keeps the file from being used. */
    private static Optional<String> wrong(Path file, String password) {
        try {
            Certificates.Description certificate =
                    Certificates.describe(TlsFiles.load(tls(file, password)).certificate());
            Instant now = Instant.now();
            if (now.isAfter(certificate.notAfter())) {
                return Optional.of("The certificate in " + file + " expired at " + certificate.notAfter()
                        + ". Have it renewed, and give the new file.");
            }
            return now.isBefore(certificate.notBefore())
                    ? Optional.of("The certificate in " + file + " is valid from " + certificate.notBefore()
                            + " only. Check this machine's clock, or give another file.")
                    : Optional.empty();
        } catch (TlsException e) {
            return Optional.of(
                    e.getMessage().startsWith("The password of ")
                            ? "The password of " + file + " is wrong. Give the one that it was exported with."
                            : e.getMessage());
        }
    }

    private static ConnectConfig.Tls tls(Path file, String password) {
        return new ConnectConfig.Tls(
                Optional.of(file),
                password.isEmpty() ? Optional.empty() : Optional.of(new Secret("the password given", password)),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                false);
    }

    private void take(Path file, String password) {
        Path target = draft.file().resolveSibling("certificate.pfx");
        try {
            draft.keepFile(target, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new CommandFailed("The file " + file + " cannot be read any more. Nothing was changed.");
        }
        use(target, password);
        Certificates.Description certificate =
                Certificates.describe(TlsFiles.load(tls(file, password)).certificate());
        describe(certificate);
        if (certificate.names().isEmpty()) {
            out.println("It is for no name: callers that check the name will refuse it.");
        }
    }

    private void selfSigned() {
        String hosts = questions.ask(
                "tls.host",
                "The name or address that the cloud calls (several with commas)",
                machineName(),
                answer -> answer.isEmpty()
                                || !Stream.of(answer.split(","))
                                        .map(String::strip)
                                        .allMatch(SelfSignedCertificate::isHost)
                        ? Optional.of("\"" + answer + "\" is neither a host name nor an address.")
                        : Optional.empty());
        Path folder = null;
        try {
            Files.createDirectories(draft.file().getParent());
            folder = OwnerOnlyFile.temporaryFolder(draft.file());
            SelfSignedCertificate made = SelfSignedCertificate.make(
                    folder.resolve("made.pfx"),
                    Stream.of(hosts.split(",")).map(String::strip).toList(),
                    DAYS);
            String password = Files.readString(made.passwordFile());
            Path target = draft.file().resolveSibling("certificate.pfx");
            draft.keepFile(target, Files.readAllBytes(made.keystore()));
            use(target, password);
            describe(Certificates.describe(
                    TlsFiles.load(tls(made.keystore(), password)).certificate()));
            out.println("Give this fingerprint to whoever calls: only by it can they tell that it is yours.");
        } catch (IOException e) {
            throw new CommandFailed("The certificate cannot be made in "
                    + draft.file().getParent() + ": " + e.getMessage() + ". Nothing was changed.");
        } finally {
            if (folder != null) {
                OwnerOnlyFile.delete(folder.resolve("made.pfx"));
                OwnerOnlyFile.delete(folder.resolve("made.pfx.password"));
                OwnerOnlyFile.delete(folder);
            }
        }
    }

    private void use(Path target, String password) {
        clear();
        draft.set("tls.keystore", draft.home().relativize(target).toString().replace('\\', '/'));
        if (password.isEmpty()) {
            draft.clear("tls.keystore_password");
        } else {
            draft.keepSecret(SECRET, password);
            draft.set("tls.keystore_password", "secret:" + SECRET);
        }
    }

    private void describe(Certificates.Description certificate) {
        out.println("Certificate  " + Terminal.cleanLine(certificate.subject()));
        out.println("For          " + Terminal.cleanLine(String.join(", ", certificate.names())));
        out.println("Valid to     " + certificate.notAfter());
        out.println("SHA-256      " + certificate.fingerprint());
    }

    private static Optional<String> machineName() {
        try {
            return Optional.of(InetAddress.getLocalHost().getCanonicalHostName())
                    .filter(SelfSignedCertificate::isHost);
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }
}
