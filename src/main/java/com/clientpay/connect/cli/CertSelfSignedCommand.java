package com.clientpay.connect.cli;

import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code connect cert self-signed} */
@Command(
        name = "self-signed",
        description = {
            "Make a self-signed certificate with its key, a PKCS#12 file, by the Java runtime's own keytool.",
            "For a connector whose callers pin the certificate by its fingerprint. The file's password is made too and"
                    + " written beside it; only you can read either."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect cert self-signed --host connect.example.com",
            "  connect cert self-signed --host connect.example.com --host 192.0.2.10 --days 365 --out conf/new.pfx",
            "",
            "Exit codes:",
            "  0  the certificate was made; the lines for connect.toml are printed",
            "  1  it was not; standard error says why",
            "  2  the command was not understood"
        })
final class CertSelfSignedCommand implements Runnable {
    private static final int MOST_DAYS = 3650;

    @Option(
            names = "--host",
            required = true,
            paramLabel = "NAME",
            description = "The name or address that callers use; may be repeated.")
    private List<String> hosts;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "The file to make. Default: conf/connect.pfx in the data folder. An existing one is kept.")
    private Path file;

    @Option(
            names = "--days",
            paramLabel = "N",
            defaultValue = "730",
            description = "How long it is valid, 1 to " + MOST_DAYS + ". Default: ${DEFAULT-VALUE}.")
    private int days;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (days < 1 || days > MOST_DAYS) {
            throw new ParameterException(spec.commandLine(), "--days is 1 to " + MOST_DAYS + ", not " + days + ".");
        }
        hosts.stream()
                .filter(host -> !SelfSignedCertificate.isHost(host))
                .findFirst()
                .ifPresent(host -> {
                    throw new ParameterException(spec.commandLine(), host + " is neither a host name nor an address.");
                });
        Path target = (file == null ? Home.data().resolve("conf").resolve("connect.pfx") : file)
                .toAbsolutePath()
                .normalize();
        SelfSignedCertificate made = SelfSignedCertificate.make(target, hosts, days);
        var out = spec.commandLine().getOut();
        out.println("Certificate  " + made.keystore());
        out.println("Password     " + made.passwordFile());
        out.println("For          " + String.join(", ", hosts));
        out.println("Valid        " + made.from() + " to " + made.until());
        out.println("SHA-256      " + made.fingerprint());
        out.println();
        out.println("The lines for connect.toml:");
        out.println();
        out.println("[tls]");
        out.println("keystore = \"" + slashes(made.keystore()) + "\"");
        out.println("keystore_password = \"file:" + slashes(made.passwordFile()) + "\"");
    }

    /** A path as TOML's quoted strings take it on every system. */
    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
