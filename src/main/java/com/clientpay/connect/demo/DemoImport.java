package com.clientpay.connect.demo;

import com.clientpay.connect.background.BackgroundJob;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.CallableStatement;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import org.h2.Driver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The import of the demo firm's matter management system, a program of the firm's own: every second it looks into the folder
 * for files that are old enough, reads each into the firm's staging table, has {@code firm.ImportReceipts} book or reject its
 * receipts, and puts the file away into {@code imported}; or, when its sums are wrong, into {@code refused}. A file is imported
 * once, by its name, also when this is interrupted.
 */
public final class DemoImport implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(DemoImport.class);
    private static final Duration INTERVAL = Duration.ofSeconds(1);
    private static final String FILES = "receipts-*.csv";
    private static final String LINE = "INSERT INTO firm.ImportLine (FileName, LineNumber, ReceiptKey, Kind, Position,"
            + " ReceiptDate, BookDate, BankAccountId, TransactionType, LedgerCode, Reference, Payor, ClientNumber,"
            + " MatterNumber, InvoiceNumber, TrustLedgerId, Amount, Description, PostingId, Attempt, Handover)"
            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";

    private final String url;
    private final Path folder;
    private final Duration age;
    private final BackgroundJob job;

    /**
     * @param url of the firm's database
     * @param age how old a file must be, so that somebody can look at it first
     */
    public DemoImport(String url, Path folder, Duration age) {
        this.url = url;
        this.folder = folder;
        this.age = age;
        this.job = new BackgroundJob("demo-import", this::run);
    }

    /** Imports from now on, until it is closed. */
    public void start() {
        job.start(INTERVAL, INTERVAL);
    }

    private void run() {
        try {
            importAll();
        } catch (IOException | SQLException | RuntimeException e) {
            log.warn("The demo firm's import failed and tries again: {}", e.getMessage());
        }
    }

    /**
     * Imports every file that is old enough.
     *
     * @return how many
     */
    public int importAll() throws IOException, SQLException {
        TreeSet<Path> files = new TreeSet<>();
        try (DirectoryStream<Path> there = Files.newDirectoryStream(folder, FILES)) {
            there.forEach(files::add);
        }
        Instant before = Instant.now().minus(age);
        int imported = 0;
        for (Path file : files) {
            if (!Files.getLastModifiedTime(file).toInstant().isAfter(before)) {
                importFile(file);
                imported++;
            }
        }
        return imported;
    }

    private void importFile(Path file) throws IOException, SQLException {
        List<List<String>> receipts;
        try {
            receipts = DemoImportFile.read(file);
        } catch (DemoException e) {
            log.warn("The demo firm's import refuses {}: {}", file, e.getMessage());
            putAway(file, "refused");
            return;
        }
        String name = file.getFileName().toString();
        try (Connection connection = new Driver().connect(url, new Properties())) {
            connection.setAutoCommit(false);
            if (!isImported(connection, name)) {
                stage(connection, name, receipts);
                try (CallableStatement call = connection.prepareCall("{call firm.ImportReceipts(?)}")) {
                    call.setString(1, name);
                    call.execute();
                }
            }
            connection.commit();
        }
        putAway(file, "imported");
    }

    private static boolean isImported(Connection connection, String name) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("SELECT 1 FROM firm.ImportFile WHERE FileName = ?")) {
            query.setString(1, name);
            try (ResultSet found = query.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void stage(Connection connection, String name, List<List<String>> receipts) throws SQLException {
        try (PreparedStatement insert =
                connection.prepareStatement("INSERT INTO firm.ImportFile (FileName, ImportedAt) VALUES (?, ?)")) {
            insert.setString(1, name);
            insert.setObject(2, LocalDateTime.now(ZoneOffset.UTC));
            insert.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(LINE)) {
            int number = 0;
            for (List<String> values : receipts) {
                number++;
                insert.setString(1, name);
                insert.setInt(2, number);
                for (int i = 0; i < values.size(); i++) {
                    insert.setString(i + 3, values.get(i).isEmpty() ? null : values.get(i));
                }
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private void putAway(Path file, String where) throws IOException {
        Path target = Files.createDirectories(folder.resolve(where)).resolve(file.getFileName());
        if (Files.exists(target)) {
            Files.delete(file); // written again, and imported before
        } else {
            Files.move(file, target);
        }
    }

    @Override
    public void close() {
        job.close();
    }
}
