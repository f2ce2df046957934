package com.clientpay.connect.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import com.clientpay.connect.audit.AuditLog;
import com.clientpay.connect.config.ConnectConfig.Level;
import com.clientpay.connect.config.ConnectConfig.Logs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;

@ResourceLock("logging")
class LoggingTest {
    private static final Logger log = LoggerFactory.getLogger("com.clientpay.connect.logging.Somebody");
    private static final String LINE = "\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z ";

    @TempDir
    private Path folder;

    @AfterEach
    void back_to_the_beginning() {
        Logging.toConsole(Level.ERROR); // forgets what went wrong
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.reset();
        new InitialLogging().configure(context);
    }

    @Test
    void without_configuration_there_is_no_debug_and_no_info() {
        assertTrue(log.isWarnEnabled());
        assertFalse(log.isInfoEnabled());
    }

    @Test
    void a_line_says_when_how_bad_which_request_who_and_what() throws IOException {
        files(Level.INFO);
        MDC.put("requestId", "r-1");
        log.warn("seen {}", 5);
        MDC.remove("requestId");
        log.info("and after");

        List<String> lines = lines("connect.log");
        assertTrue(lines.get(0).matches(LINE + "WARN  \\[r-1] Somebody: seen 5"), lines.get(0));
        assertTrue(lines.get(1).matches(LINE + "INFO  \\[-] Somebody: and after"), lines.get(1));
    }

    @Test
    void no_message_can_forge_a_line() throws IOException {
        files(Level.INFO);
        String forged =
                "x\r\n2026-11-23T00:00:00.000Z INFO  [-] audit: key:boss posting-removed\u2028p-1\u0085\u001b[2J\u202e";
        MDC.put("requestId", forged);
        log.warn("{}", forged, new IllegalStateException(forged, new IOException(forged)));
        MDC.remove("requestId");

        List<String> lines = lines("connect.log");
        assertEquals(1, lines.stream().filter(line -> line.matches(LINE + ".*")).count(), lines::toString);
        assertTrue(lines.stream().skip(1).allMatch(line -> line.startsWith("\t")), lines::toString);
        assertTrue(lines.get(0).contains("x\\r\\n2026-11-23T00:00:00.000Z INFO"), lines.get(0));
        assertTrue(lines.get(0).endsWith("\\u2028p-1\\u0085\\u001b[2J\\u202e"), lines.get(0));
    }

    @Test
    void a_key_or_a_card_number_becomes_stars_wherever_it_came_from() throws IOException {
        files(Level.INFO);
        log.info("GET /x?key=cpk_portal_3vQ9aZ0_-bCdEfGhIjKl paid with 4111 1111 1111 1111 or 5500-0000-0000-0004");
        log.warn("failed", new IllegalStateException("4111111111111111"));
        log.info("posting p-4111111111111112 at 1700000000000 of 2026-11-23 15:04:05");

        String text = String.join("\n", lines("connect.log"));
        assertFalse(text.contains("3vQ9aZ0"), text);
        assertFalse(text.contains("4111 1111"), text);
        assertFalse(text.contains("4111111111111111"), text);
        assertTrue(text.contains("key=cpk_portal_*** paid with ****1111 or ****0004"), text);
        assertTrue(text.contains("posting p-4111111111111112 at 1700000000000 of 2026-11-23 15:04:05"), text);
    }

    @Test
    void what_changed_something_is_in_the_audit_log_only() throws IOException {
        files(Level.ERROR);
        AuditLog.write("key:portal", "posting-posted", "p-1", "version=2");

        assertTrue(
                lines("audit.log").get(0).matches(LINE + "INFO  \\[-] audit: key:portal posting-posted p-1 version=2"));
        assertEquals(List.of(), lines("connect.log"));
    }

    @Test
    void jetty_and_the_pool_are_quiet_also_while_we_debug() {
        files(Level.DEBUG);

        assertTrue(log.isDebugEnabled());
        assertFalse(LoggerFactory.getLogger("org.eclipse.jetty.server.Server").isDebugEnabled());
        files(Level.INFO);
        assertFalse(
                LoggerFactory.getLogger("com.zaxxer.hikari.HikariDataSource").isInfoEnabled());
        assertTrue(LoggerFactory.getLogger("com.zaxxer.hikari.HikariDataSource").isWarnEnabled());
    }

    @Test
    void a_folder_that_cannot_be_written_stops_nothing_and_is_told() throws IOException {
        Path file = Files.writeString(folder.resolve("in-the-way"), "a file, not a folder");
        Logging.toFiles(new Logs(file, Level.INFO, 3), false);
        log.info("goes on");

        assertTrue(
                Logging.trouble()
                        .orElseThrow()
                        .endsWith(
                                "in-the-way cannot be written (FileAlreadyExistsException). Logging goes to the standard"
                                        + " error instead."),
                () -> Logging.trouble().toString());
    }

    @Test
    void a_full_disk_stops_nothing_and_is_told() {
        Path full = Path.of("/dev/full");
        Assumptions.assumeTrue(Files.exists(full), "only Linux has a disk that is always full");
        Logging.toConsole(Level.ERROR);
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setFile(full.toString());
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger("audit").addAppender(appender);

        AuditLog.write("key:portal", "posting-posted", "p-1", "");

        assertTrue(
                Logging.trouble().orElseThrow().contains("/dev/full"),
                () -> Logging.trouble().toString());
    }

    private void files(Level level) {
        Logging.toFiles(new Logs(folder, level, 3), false);
    }

    private List<String> lines(String file) throws IOException {
        return Files.readAllLines(folder.resolve(file));
    }
}
