package com.clientpay.connect.cli;

import java.nio.file.Path;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect secret import} */
@Command(
        name = "import",
        description = {
            "Keep all secrets of a file of lines NAME=VALUE, and then delete that file.",
            "All of them or none: when a line is wrong, nothing is kept and the file stays. What the installer does with its"
                    + " SECRETS_FILE. Lines that begin with # are comments."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect secret import C:\\Temp\\secrets.txt",
            "",
            "Exit codes:",
            "  0  they are kept and the file is deleted",
            "  1  they are not, or the file is still there; standard error says which and why",
            "  2  the command was not understood"
        })
final class SecretImportCommand implements Runnable {
    @Parameters(paramLabel = "FILE", description = "The file, in UTF-8; it is deleted when its secrets are kept.")
    private Path file;

    @Mixin
    private VaultOption vault;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        Set<String> names = vault.use(store -> SecretImport.take(file, store));
        spec.commandLine()
                .getOut()
                .println("Kept in " + vault.description() + ": " + String.join(", ", names) + ". " + file
                        + " is deleted.");
    }
}
