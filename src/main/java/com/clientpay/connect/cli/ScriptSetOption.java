package com.clientpay.connect.cli;

import com.clientpay.connect.database.scripts.Installed;
import com.clientpay.connect.database.scripts.ScriptSet;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Which scripts a command works with: those of one system, from the distribution or another folder. */
final class ScriptSetOption {
    @Option(
            names = "--system",
            paramLabel = "NAME",
            description =
                    "The matter management system: a folder's name in sql/sqlserver/systems. Default: the one whose"
                            + " scripts the database has.")
    private String system;

    @Option(
            names = "--sql",
            paramLabel = "DIR",
            description = "Another folder of scripts than the distribution's sql/sqlserver.")
    private Path folder;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** The scripts of the system that is installed, or is to be. */
    ScriptSet read(Installed installed) {
        return ScriptSet.read(folder(), installed.systemOr(Optional.ofNullable(system)));
    }

    /** The scripts of the system that is named, without asking a database. */
    ScriptSet read() {
        if (system == null) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Name the system with --system; there are: " + String.join(", ", ScriptSet.systems(folder()))
                            + ".");
        }
        return ScriptSet.read(folder(), system);
    }

    private Path folder() {
        return folder == null ? Home.folder().resolve("sql").resolve("sqlserver") : folder;
    }
}
