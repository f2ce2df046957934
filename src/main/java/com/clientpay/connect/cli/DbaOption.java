package com.clientpay.connect.cli;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.config.Secret;
import com.clientpay.connect.database.DatabaseUnreachableException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/**
 * The database that the configuration names, under the DBA's login: the connector's own may neither read the tables of the
 * scripts nor run them.
 */
final class DbaOption {
    private static final String PASSWORD = "CONNECT_DBA_PASSWORD";

    @Option(
            names = "--user",
            paramLabel = "LOGIN",
            description = "SQL Server login of the database's owner, with its password in " + PASSWORD
                    + " or --password-file. Without: as the URL says, else Windows authentication as you.")
    private String user;

    @Option(
            names = "--password-file",
            paramLabel = "FILE",
            description = "A file with that login's password; else the environment variable " + PASSWORD + ".")
    private Path passwordFile;

    @Option(names = "--password", hidden = true, arity = "0..1", paramLabel = "PASSWORD")
    private void refusePassword(String password) {
        throw new ParameterException(
                spec.commandLine(),
                "A password on the command line is visible to every user of this machine in the list of processes, and"
                        + " stays in the shell's history. Put it into the environment variable " + PASSWORD
                        + ", or into a file that only you can read, and name that with --password-file.");
    }

    private boolean toldOfUnusedPassword;

    @Mixin
    private ConfigOption config;

    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    /** Makes something of a connection. */
    @FunctionalInterface
    interface Opening<T> {
        T open(DatabaseSettings settings) throws DatabaseUnreachableException;
    }

    /** @throws CommandFailed when the configuration has mistakes, there is no password, or there is no connection */
    <T> T open(Opening<T> opening) {
        if (user == null && passwordFile != null) {
            throw new ParameterException(spec.commandLine(), "--password-file needs the login, named by --user.");
        }
        tellOfUnusedPassword();
        DatabaseSettings configured = config.load().config().database();
        try {
            return opening.open(configured
                    .withLogin(Optional.ofNullable(user), user == null ? Optional.empty() : Optional.of(password()))
                    .withPoolSize(1));
        } catch (DatabaseUnreachableException e) {
            String otherLogin =
                    user == null ? "\nOr name the SQL Server login of the database's owner with --user." : "";
            throw new CommandFailed(e.getMessage() + "\n" + e.action() + otherLogin);
        }
    }

    /** Whoever sets the variable means it to be used: told once, because some commands open several connections. */
    private void tellOfUnusedPassword() {
        String set = System.getenv(PASSWORD);
        if (user == null && set != null && !set.isEmpty() && !toldOfUnusedPassword) {
            toldOfUnusedPassword = true;
            spec.commandLine()
                    .getErr()
                    .println(
                            PASSWORD + " is set and is not used: it is the password of the login that --user names, and"
                                    + " --user is not given.");
        }
    }

    private Secret password() {
        if (passwordFile == null) {
            return Optional.ofNullable(System.getenv(PASSWORD))
                    .filter(value -> !value.isEmpty())
                    .map(value -> new Secret("env:" + PASSWORD, value))
                    .orElseThrow(() -> new CommandFailed("There is no password for the login " + user
                            + ". Put it into the environment variable " + PASSWORD
                            + ", or into a file that only you can read, and name that with --password-file."));
        }
        try {
            return new Secret(
                    "file:" + passwordFile, Files.readString(passwordFile).replaceFirst("\\r?\\n\\z", ""));
        } catch (IOException e) {
            throw new CommandFailed(
                    "The password file " + passwordFile + " cannot be read: it must exist and be readable by you.");
        }
    }
}
