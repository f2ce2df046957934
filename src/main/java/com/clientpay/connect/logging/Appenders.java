package com.clientpay.connect.logging;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.encoder.LayoutWrappingEncoder;
import ch.qos.logback.core.rolling.RollingFileAppender;
import ch.qos.logback.core.rolling.SizeAndTimeBasedRollingPolicy;
import ch.qos.logback.core.util.FileSize;
import java.io.Console;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Where log lines go: the standard error, and files that are rolled daily (UTC) and at 20 MB. */
final class Appenders {
    private static final FileSize FILE_SIZE = FileSize.valueOf("20MB");
    private static final FileSize ALL_FILES = FileSize.valueOf("2GB");

    private Appenders() {}

    /** Attaches the console to the root logger. */
    static void console(LoggerContext context) {
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setContext(context);
        appender.setName("console");
        appender.setTarget("System.err");
        Console console = System.console();
        appender.setEncoder(encoder(context, console == null ? StandardCharsets.UTF_8 : console.charset()));
        appender.start();
        context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /**
     * Attaches the file NAME.log to the logger.
     *
     * @param keepDays days after which a rolled file is deleted
     */
    static void file(Logger logger, Path folder, String name, int keepDays) {
        LoggerContext context = logger.getLoggerContext();
        RollingFileAppender<ILoggingEvent> appender = new RollingFileAppender<>();
        appender.setContext(context);
        appender.setName(name);
        appender.setFile(folder.resolve(name + ".log").toString());
        SizeAndTimeBasedRollingPolicy<ILoggingEvent> policy = new SizeAndTimeBasedRollingPolicy<>();
        policy.setContext(context);
        policy.setParent(appender);
        policy.setFileNamePattern(
                folder.resolve(name + ".%d{yyyy-MM-dd, UTC}.%i.log").toString().replace('\\', '/'));
        policy.setMaxFileSize(FILE_SIZE);
        policy.setMaxHistory(keepDays);
        policy.setTotalSizeCap(ALL_FILES);
        policy.setCleanHistoryOnStart(true);
        policy.start();
        appender.setRollingPolicy(policy);
        appender.setEncoder(encoder(context, StandardCharsets.UTF_8));
        appender.start();
        logger.addAppender(appender);
    }

    private static LayoutWrappingEncoder<ILoggingEvent> encoder(LoggerContext context, Charset charset) {
        LogLine layout = new LogLine();
        layout.setContext(context);
        layout.start();
        LayoutWrappingEncoder<ILoggingEvent> encoder = new LayoutWrappingEncoder<>();
        encoder.setContext(context);
        encoder.setCharset(charset);
        encoder.setLayout(layout);
        encoder.start();
        return encoder;
    }
}
