package com.clientpay.connect.logging;

import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.core.LayoutBase;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * {@code 2026-11-23T15:04:05.123Z WARN  [request id] Logger: message}. A message stays on its line whatever it holds; the
 * lines of a stack trace begin with a tab, so nothing that a caller sends can look like a line of its own.
 */
final class LogLine extends LayoutBase<ILoggingEvent> {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSX").withZone(ZoneOffset.UTC);
    private static final int FRAMES = 40;
    private static final int CAUSES = 10;

    @Override
    public String doLayout(ILoggingEvent event) {
        StringBuilder line = new StringBuilder(160);
        TIME.formatTo(Instant.ofEpochMilli(event.getTimeStamp()), line);
        String level = event.getLevel().toString();
        line.append(' ').append(level).append(" ".repeat(6 - level.length()));
        String requestId = event.getMDCPropertyMap().get("requestId");
        line.append('[')
                .append(requestId == null ? "-" : LogText.safe(requestId))
                .append("] ");
        String logger = event.getLoggerName();
        line.append(logger, logger.lastIndexOf('.') + 1, logger.length()).append(": ");
        line.append(LogText.safe(String.valueOf(event.getFormattedMessage()))).append('\n');
        IThrowableProxy thrown = event.getThrowableProxy();
        for (int i = 0; thrown != null && i < CAUSES; i++) {
            trace(line, thrown, i > 0);
            thrown = thrown.getCause();
        }
        return line.toString();
    }

    private static void trace(StringBuilder line, IThrowableProxy thrown, boolean cause) {
        line.append('\t').append(cause ? "caused by " : "").append(thrown.getClassName());
        if (thrown.getMessage() != null) {
            line.append(": ").append(LogText.safe(thrown.getMessage()));
        }
        line.append('\n');
        StackTraceElementProxy[] frames = thrown.getStackTraceElementProxyArray();
        int own = Math.min(FRAMES, frames.length - thrown.getCommonFrames());
        for (int i = 0; i < own; i++) {
            line.append("\t\t").append(frames[i].getSTEAsString()).append('\n');
        }
    }
}
