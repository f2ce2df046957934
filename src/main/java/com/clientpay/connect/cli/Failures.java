package com.clientpay.connect.cli;

import com.clientpay.connect.database.DatabaseException;
import com.clientpay.connect.database.scripts.ScriptException;
import com.clientpay.connect.demo.DemoException;
import com.clientpay.connect.http.CannotListenException;
import com.clientpay.connect.http.tls.TlsException;
import com.clientpay.connect.windows.WindowsException;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** How a command's failure reaches the person at the terminal: on standard error, without a stack trace. */
final class Failures {
    /** The system property that asks for stack traces. */
    private static final String TRACE = "connect.trace";

    private Failures() {}

    static int report(Exception failure, CommandLine line, ParseResult parsed) {
        report(failure, line.getErr());
        return ExitCode.SOFTWARE;
    }

    static void report(Throwable failure, PrintWriter err) {
        if (failure instanceof CommandFailed
                || failure instanceof DemoException
                || failure instanceof CannotListenException
                || failure instanceof TlsException
                || failure instanceof ScriptException
                || failure instanceof WindowsException) {
            err.println(Terminal.clean(failure.getMessage()));
        } else if (failure instanceof DatabaseException) {
            err.println(Terminal.clean(failure.getMessage() + reason(failure)));
            err.println("connect check says what is wrong with the database and what to do.");
        } else {
            err.println(
                    Terminal.clean("Unexpected " + failure.getClass().getSimpleName() + ": " + failure.getMessage()));
            err.println("Repeat it with CONNECT_OPTS=-D" + TRACE + "=true to see where it happened.");
        }
        if (Boolean.getBoolean(TRACE)) {
            failure.printStackTrace(err);
        }
    }

    static int reportUsage(ParameterException failure, String[] arguments) {
        CommandLine line = failure.getCommandLine();
        PrintWriter err = line.getErr();
        err.println(Terminal.clean(failure.getMessage()));
        if (!UnmatchedArgumentException.printSuggestions(failure, err)) {
            err.println(line.getUsageMessage(CommandLine.Help.Ansi.OFF)
                    .lines()
                    .findFirst()
                    .orElse(""));
        }
        err.println(line.getCommandSpec().qualifiedName() + " --help explains it.");
        return ExitCode.USAGE;
    }

    /** What the driver says, which is the innermost cause. */
    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return cause == failure || cause.getMessage() == null ? "" : " " + cause.getMessage();
    }
}
