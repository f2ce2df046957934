package com.clientpay.connect.cli;

import com.clientpay.connect.config.Version;
import com.clientpay.connect.database.scripts.PrintedScripts;
import com.clientpay.connect.database.scripts.ScriptSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code connect scripts print} */
@Command(
        name = "print",
        description = {
            "Write all scripts of a system as one file, for a DBA to read and to run by hand in SSMS or sqlcmd.",
            "Plain T-SQL. Each script is in a transaction with its row of the history; after a batch that fails, nothing"
                    + " that follows does anything, and the end says so. Needs no database."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  connect scripts print --system reference --output clientpay-connect.sql",
            "  connect scripts print --system reference | less",
            "",
            "Exit codes:",
            "  0  it was written",
            "  1  it was not; standard error says why",
            "  2  the command was not understood"
        })
final class ScriptsPrintCommand implements Runnable {
    @Mixin
    private ScriptSetOption scripts;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "The file to write, replacing one that is there; else standard output.")
    private Path file;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        ScriptSet set = scripts.read();
        String text = new PrintedScripts(set, Version.current()).text();
        if (file == null) {
            spec.commandLine().getOut().print(text);
            return;
        }
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CommandFailed("The file " + file
                    + " cannot be written: its folder must exist, and you must have the" + " right to write there.");
        }
        spec.commandLine().getErr().println(set.scripts().size() + " scripts are written to " + file + ".");
    }
}
