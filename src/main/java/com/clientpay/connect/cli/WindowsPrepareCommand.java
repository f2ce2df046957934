package com.clientpay.connect.cli;

import com.clientpay.connect.config.SecretException;
import com.clientpay.connect.config.SecretVault;
import com.clientpay.connect.windows.DataFolder;
import com.clientpay.connect.windows.SetUpProperties;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect windows prepare} */
@Command(
        name = "prepare",
        description = {
            "Make the folder of configuration and logs, closed to all but the administrators, SYSTEM and the service.",
            "The installer runs this before anything is written there. It refuses a folder that somebody else made before,"
                    + " writes the first connect.toml from what the installer was told, takes over the secrets, and makes"
                    + " the archive of loaded classes. What is there already is kept; only rights are set again."
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is prepared",
            "  1  it is not, or this is not Windows; standard error says why",
            "  2  the command was not understood"
        })
final class WindowsPrepareCommand implements Runnable {
    @Option(
            names = "--secrets-file",
            paramLabel = "FILE",
            description = "Lines NAME=VALUE, such as database=... and keystore=...; deleted when they are taken over.")
    private Path secretsFile;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        DataFolder data = DataFolder.at(Home.data(), Home.folder());
        PrintWriter out = spec.commandLine().getOut();
        if (!data.prepare()) {
            out.println("This system does not keep who owns a folder: whether somebody else made it was not checked.");
        }
        out.println("Only the administrators, SYSTEM and the service may open " + Home.data() + ".");
        SetUpProperties properties = SetUpProperties.ofThisMachine();
        try {
            configure(data, properties, out);
            takeSecrets(data, out);
            BaseArchive.makeIfBundled(Home.folder());
        } catch (IOException e) {
            throw new CommandFailed(
                    "Preparing " + Home.data() + " failed: " + e.getClass().getSimpleName() + " " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CommandFailed("Interrupted");
        }
        try (SharedArchive archive = new SharedArchive()) {
            out.println(archive.make()
                    .map(file -> "Starts use the archive of loaded classes " + file + ".")
                    .orElse("There is no archive of loaded classes: starts take twice as long."));
        }
    }

    private void configure(DataFolder data, SetUpProperties properties, PrintWriter out) throws IOException {
        Path file = Home.configuration();
        if (Files.exists(file)) {
            out.println(file + " is kept as it is; it holds, whatever the installer was told about database, port and"
                    + " certificate.");
            return;
        }
        Optional<Path> certificate = properties.find("CERTIFICATE_FILE").map(Path::of);
        if (certificate.isPresent()) {
            Path copy = data.configuration().resolve(InitialConfiguration.CERTIFICATE);
            Files.copy(certificate.get(), copy, StandardCopyOption.REPLACE_EXISTING);
            data.close(copy);
        }
        String template = Files.readString(Home.folder().resolve("conf").resolve("connect.toml"));
        OwnerOnlyFile.replace(
                file,
                content -> content.write(InitialConfiguration.of(template, properties, certificate.isPresent())
                        .getBytes(StandardCharsets.UTF_8)));
        data.close(file);
        out.println(file + " is written.");
    }

    /** The one place where secrets come in from the installer. */
    private void takeSecrets(DataFolder data, PrintWriter out) {
        if (secretsFile == null || secretsFile.toString().isBlank()) {
            return;
        }
        SecretVault vault = Platforms.current().secrets(Home.configuration());
        try {
            SecretImport.take(secretsFile, vault);
        } catch (SecretException e) {
            throw new CommandFailed(Sentence.of(e.getMessage()));
        }
        data.closeFiles();
        out.println("The secrets are taken over into " + vault.description() + "; " + secretsFile + " is deleted.");
    }
}
