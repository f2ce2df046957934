package com.clientpay.connect.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code connect secret remove} */
@Command(
        name = "remove",
        description = {
            "Forget a secret.",
            "A connector whose connect.toml still refers to it does not start any more; connect check says so."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect secret remove keystore",
            "",
            "Exit codes:",
            "  0  it is forgotten",
            "  1  there is none of that name, or it cannot be forgotten; standard error says why",
            "  2  the command was not understood"
        })
final class SecretRemoveCommand implements Runnable {
    @Parameters(paramLabel = "NAME", description = "The secret's name, as in connect secret list.")
    private String name;

    @Mixin
    private VaultOption vault;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        if (!vault.use(secrets -> secrets.remove(name))) {
            throw new CommandFailed("There is no secret " + Terminal.cleanLine(name) + " in " + vault.description()
                    + ". connect secret list shows which there are.");
        }
        spec.commandLine().getOut().println("The secret " + name + " is forgotten.");
    }
}
