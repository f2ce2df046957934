package com.clientpay.connect.demo;

import com.clientpay.connect.config.Version;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.h2.Driver;
import org.h2.api.ErrorCode;

/**
 * The demo firm's database, open: in memory; or, when it is large, in a temporary file; or in a folder of the user's. It
 * is there until {@link #close}, whether or not anybody is connected.
 */
public final class DemoFirm implements AutoCloseable {
    /**
     * What every URL of a demo firm must say, after the name of the database. H2 would close the database by itself as
     * soon as the process is told to end, under the requests that are still under way. To answer a query with what the
     * same one answered before, it looks at each of its tables each time, and the answer is hardly ever the same.
     */
    public static final String OPTIONS = ";USER=sa;DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE"
            + ";LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=256;OPTIMIZE_REUSE_RESULTS=FALSE;DB_CLOSE_ON_EXIT=FALSE";

    /**
     * What the URL of a kept firm must say besides, so that a killed process loses nothing that it committed: each commit
     * is written at once, and behind everything else. H2 (2.2.220 to 2.5.252) that writes a commit into a gap of its file
     * leaves the file's header at the commit before; opened after a kill, the file is then without its last commits, or
     * is damaged. Gaps are used from 45 seconds after the file was made.
     */
    public static final String DURABLE = ";WRITE_DELAY=0;REUSE_SPACE=FALSE";

    private static final String FILE = "firm";

    private final String url;
    private final DemoOptions options;
    private final Connection anchor;
    private final Optional<TemporaryFolder> temporary;
    private final Optional<Path> importFolder;
    private final boolean found;

    private DemoFirm(
            String url,
            DemoOptions options,
            Connection anchor,
            Optional<TemporaryFolder> temporary,
            Optional<Path> folder,
            boolean found) {
        this.url = url;
        this.options = options;
        this.anchor = anchor;
        this.temporary = temporary;
        this.importFolder = importFolder(options, folder);
        this.found = found;
        temporary.ifPresent(there -> there.beforeDelete(this::shutDown));
    }

    /**
     * Opens the firm, and makes it first where there is none.
     *
     * @throws DemoException the folder can't be used, its firm is open in another process or of another version
     */
    public static DemoFirm open(DemoOptions options, Progress progress) {
        DemoFirm firm = begin(options);
        try {
            firm.make(progress);
            return firm;
        } catch (RuntimeException e) {
            firm.close();
            throw e;
        }
    }

    /**
     * Opens the firm's database, which is empty until {@link #make} where there was no firm.
     *
     * @throws DemoException as {@link #open}
     */
    public static DemoFirm begin(DemoOptions options) {
        if (options.folder().isPresent()) {
            return beginKept(options.folder().get().toAbsolutePath().normalize(), options);
        }
        boolean needsFolder = options.size().isLarge() || options.delivery() == DemoDelivery.BATCH;
        Optional<TemporaryFolder> temporary = needsFolder ? Optional.of(TemporaryFolder.create()) : Optional.empty();
        Optional<Path> folder = temporary.map(TemporaryFolder::path);
        String url =
                options.size().isLarge() ? fileUrl(folder.orElseThrow()) : "jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS;
        try {
            return new DemoFirm(url, options, connect(url), temporary, folder, false);
        } catch (RuntimeException e) {
            temporary.ifPresent(TemporaryFolder::close);
            throw e;
        }
    }

    private static DemoFirm beginKept(Path folder, DemoOptions options) {
        Path file = folder.resolve(FILE + ".mv.db");
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new DemoException(
                    "The folder " + folder + " cannot be made: " + e.getMessage()
                            + ". Give a folder that this user may write to.",
                    e);
        }
        if (folder.toString().contains(";")) {
            throw new DemoException("The folder " + folder + " has a semicolon in its name. Give another one.", null);
        }
        String url = fileUrl(folder) + DURABLE;
        boolean isNew = !Files.exists(file);
        Connection connection = connect(url);
        Optional<String> version = isNew ? Optional.empty() : scriptVersion(connection);
        if (version.isPresent() && !version.get().equals(Version.current())) {
            closeQuietly(connection);
            throw new DemoException(
                    "The demo firm in " + folder + " was made by version " + version.get() + "; this is version "
                            + Version.current() + ". Give another folder, or delete " + file + ".",
                    null);
        }
        if (version.isPresent() && delivery(connection) != options.delivery()) {
            closeQuietly(connection);
            throw new DemoException(
                    "The demo firm in " + folder
                            + (options.delivery() == DemoDelivery.BATCH
                                    ? " books at once. Leave --delivery batch out, or give another folder."
                                    : " takes receipts by its import. Add --delivery batch, or give another folder."),
                    null);
        }
        return new DemoFirm(url, options, connection, Optional.empty(), Optional.of(folder), version.isPresent());
    }

    /**
     * Makes the firm where none was found. Once.
     *
     * @throws DemoException the database cannot be written
     */
    public void make(Progress progress) {
        if (found) {
            return;
        }
        try (Statement statement = anchor.createStatement()) {
            statement.execute("DROP ALL OBJECTS"); // of a making that was interrupted: nobody has ever used it
            DemoInstaller.install(anchor, options.size(), options.delivery(), progress);
        } catch (SQLException e) {
            throw explained(url, e);
        }
    }

    private static String fileUrl(Path folder) {
        return "jdbc:h2:file:" + folder.resolve(FILE) + OPTIONS;
    }

    private static Connection connect(String url) {
        try {
            return new Driver().connect(url, new Properties());
        } catch (SQLException e) {
            throw explained(url, e);
        }
    }

    private static DemoException explained(String url, SQLException e) {
        String database = url.substring("jdbc:h2:".length(), url.indexOf(';'));
        return switch (e.getErrorCode()) {
            case ErrorCode.DATABASE_ALREADY_OPEN_1 ->
                new DemoException(
                        "The demo firm " + database
                                + " is open in another process. Stop that one, or give another folder.",
                        e);
            case ErrorCode.FILE_VERSION_ERROR_1,
                    ErrorCode.FILE_CORRUPTED_1,
                    ErrorCode.UNSUPPORTED_SETTING_COMBINATION ->
                new DemoException(
                        "The demo firm " + database
                                + " is damaged or was written by another version of H2. Give another"
                                + " folder, or delete its files.",
                        e);
            default -> new DemoException("The demo firm " + database + " cannot be opened: " + e.getMessage(), e);
        };
    }

    /** Empty when the making was not finished. */
    private static Optional<String> scriptVersion(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet results =
                        statement.executeQuery("SELECT ScriptVersion FROM clientpay_internal.Installation")) {
            return results.next() ? Optional.of(results.getString(1)) : Optional.empty();
        } catch (SQLException e) {
            return Optional.empty();
        }
    }

    private static DemoDelivery delivery(Connection connection) {
        try (Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery("SELECT Delivery FROM clientpay_internal.Installation")) {
            results.next();
            return DemoDelivery.valueOf(results.getString(1));
        } catch (SQLException e) {
            throw new DemoException("The demo firm cannot be read: " + e.getMessage(), e);
        }
    }

    private static Optional<Path> importFolder(DemoOptions options, Optional<Path> folder) {
        if (options.delivery() == DemoDelivery.PROCEDURE) {
            return Optional.empty();
        }
        Path made = folder.orElseThrow().resolve("import");
        try {
            return Optional.of(Files.createDirectories(made));
        } catch (IOException e) {
            throw new DemoException("The folder " + made + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    private static void closeQuietly(Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            // It was of no use anyway; the error that is thrown instead says why.
        }
    }

    /** The JDBC URL; it holds everything that is needed to connect. */
    public String url() {
        return url;
    }

    /** The folder that the firm's import reads; empty when it books at once. */
    public Optional<Path> importFolder() {
        return importFolder;
    }

    /** Whether the firm was made by this opening; else it was found in its folder as an earlier run left it. */
    public boolean isNew() {
        return !found;
    }

    /** Closes the database under whoever is still connected, and deletes it unless it is kept in a folder. */
    @Override
    public void close() {
        shutDown();
        temporary.ifPresent(TemporaryFolder::close);
    }

    private void shutDown() {
        try (Statement statement = anchor.createStatement()) {
            statement.execute(
                    temporary.isPresent()
                            ? "SHUTDOWN IMMEDIATELY"
                            : isMostlyGaps(statement) ? "SHUTDOWN COMPACT" : "SHUTDOWN");
        } catch (SQLException e) {
            closeQuietly(anchor);
        }
    }

    /** Whether less than a quarter of the file is in use: one posting adds some 70 KB, which the next ones replace. */
    private static boolean isMostlyGaps(Statement statement) throws SQLException {
        try (ResultSet filled = statement.executeQuery("""
                SELECT SETTING_VALUE FROM INFORMATION_SCHEMA.SETTINGS
                WHERE SETTING_NAME IN ('info.FILL_RATE', 'info.CHUNKS_FILL_RATE')
                """)) {
            int share = 100;
            while (filled.next()) {
                share = share * filled.getInt(1) / 100;
            }
            return share < 25;
        }
    }
}
