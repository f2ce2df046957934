package com.clientpay.connect.cli;

import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect completion} */
@Command(
        name = "completion",
        description = {
            "Print the script that makes bash and zsh complete connect's commands and options.",
            "Load it in every new shell by the shell's own start file."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect completion > ~/.connect-completion    (once, and after an upgrade)",
            "  . ~/.connect-completion                       (in ~/.bashrc or ~/.zshrc)",
            "",
            "Exit codes:",
            "  0  the script was printed"
        })
final class CompletionCommand implements Runnable {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        spec.commandLine().getOut().print(AutoComplete.bash("connect", Commands.all()));
    }
}
