package com.clientpay.connect.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import com.clientpay.connect.config.ConnectConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.LoggerFactory;

/**
 * Where this process logs. At first, and for commands, warnings go to the standard error; {@code run} and {@code demo}
 * call one of these methods once.
 */
public final class Logging {
    private static final LogTrouble TROUBLE = new LogTrouble();

    private Logging() {}

    /** Everything from the level on goes to the standard error, the audit log too. */
    public static void toConsole(ConnectConfig.Level level) {
        begin(level);
        Appenders.console(context());
    }

    /**
     * Writes {@code connect.log} and {@code audit.log} into the configured folder, which is made if need be. When it cannot
     * be written, everything goes to the standard error instead; see {@link #trouble}.
     *
     * @param console whether to write to the standard error as well: in the foreground
     */
    public static void toFiles(ConnectConfig.Logs logs, boolean console) {
        begin(logs.level());
        Optional<String> problem = unwritable(logs.folder());
        if (problem.isPresent()) {
            Appenders.console(context());
            TROUBLE.report(problem.get() + " Logging goes to the standard error instead.");
            return;
        }
        if (console) {
            Appenders.console(context());
        }
        Appenders.file(
                context().getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME), logs.folder(), "connect", logs.keepDays());
        Logger audit = context().getLogger("audit");
        Appenders.file(audit, logs.folder(), "audit", logs.keepDays());
        audit.setAdditive(false);
    }

    /** What keeps this process from writing its log files; empty when nothing does. */
    public static Optional<String> trouble() {
        return TROUBLE.latest();
    }

    /** Why a log file cannot be written into the folder; empty when it can. Makes the folder if it is not there. */
    public static Optional<String> unwritable(Path folder) {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.delete(probe);
            return Optional.empty();
        } catch (IOException e) {
            return Optional.of("The log folder " + folder + " cannot be written ("
                    + e.getClass().getSimpleName() + ").");
        }
    }

    private static void begin(ConnectConfig.Level level) {
        LoggerContext context = context();
        context.reset();
        TROUBLE.clear();
        context.getStatusManager().remove(TROUBLE);
        context.getStatusManager().add(TROUBLE);
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).setLevel(Level.valueOf(level.name()));
        context.getLogger("audit").setLevel(Level.INFO);
        quiet(context.getLogger("org.eclipse.jetty"), level);
        quiet(context.getLogger("com.zaxxer.hikari"), level);
    }

    /** Others' chatter is a level less; their errors are said by ours. */
    private static void quiet(Logger logger, ConnectConfig.Level level) {
        logger.setLevel(
                switch (level) {
                    case DEBUG -> Level.INFO;
                    case INFO, WARN -> Level.WARN;
                    case ERROR -> Level.ERROR;
                });
    }

    private static LoggerContext context() {
        return (LoggerContext) LoggerFactory.getILoggerFactory();
    }
}
