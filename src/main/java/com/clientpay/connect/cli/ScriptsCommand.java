package com.clientpay.connect.cli;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code connect scripts}: a group of commands. */
@Command(
        name = "scripts",
        synopsisSubcommandLabel = "COMMAND",
        description = {
            "Put the connector's tables and procedures into the firm's SQL Server database, and look after them.",
            "For the DBA: every script is a file in sql/sqlserver to be read first; to run them by hand in SSMS or sqlcmd,"
                    + " take the one file that connect scripts print writes. Only the schemas clientpay and clientpay_internal are touched."
        },
        subcommands = {
            ScriptsPlanCommand.class,
            ScriptsApplyCommand.class,
            ScriptsPrintCommand.class,
            ScriptsVerifyCommand.class,
            ScriptsAnswersCommand.class,
            ScriptsCheckCommand.class,
            ScriptsSignOffCommand.class,
            ScriptsHistoryCommand.class
        },
        footerHeading = "%nExit codes:%n",
        footer = {
            "  0  it is fine",
            "  1  it is not; standard error says why",
            "  2  the command was not understood",
            "",
            "connect scripts COMMAND --help explains one command, with examples."
        })
final class ScriptsCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        return Misuse.explain(spec);
    }
}
