package com.clientpay.connect.database.scripts;

import com.clientpay.connect.config.Version;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what is installed, and writes the history of what runs, on one connection. */
final class ScriptHistory {
    static final String TABLE = "clientpay_internal.ScriptHistory";
    private static final String INSTALLATION = "clientpay_internal.Installation";

    private final Connection connection;

    ScriptHistory(Connection connection) {
        this.connection = connection;
    }

    Installed read() throws SQLException {
        return new Installed(system(), isThere() ? rows() : List.of());
    }

    boolean isThere() throws SQLException {
        return isTable(TABLE);
    }

    private Optional<String> system() throws SQLException {
        if (!isTable(INSTALLATION)) {
            return Optional.empty();
        }
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("SELECT SystemName FROM " + INSTALLATION)) {
            return row.next() ? Optional.of(row.getString(1)).filter(name -> !name.isEmpty()) : Optional.empty();
        }
    }

    private List<AppliedScript> rows() throws SQLException {
        List<AppliedScript> rows = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("SELECT Name, Version, Sha256, AppliedAt, AppliedBy, AppliedFrom FROM "
                                + TABLE + " ORDER BY ScriptHistoryId")) {
            while (row.next()) {
                rows.add(new AppliedScript(
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC),
                        row.getString(5),
                        row.getString(6)));
            }
        }
        return rows;
    }

    /** Within the transaction of the script, or of the first one after which the table is there. */
    void add(Script script) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("INSERT INTO " + TABLE
                + " (Name, Version, Sha256, AppliedAt, AppliedBy, AppliedFrom) VALUES (?, ?, ?, SYSUTCDATETIME(),"
                + " COALESCE(ORIGINAL_LOGIN(), SUSER_SNAME()), CONCAT(HOST_NAME(), ?))")) {
            statement.setString(1, script.name());
            statement.setString(2, Version.current());
            statement.setString(3, script.sha256());
            statement.setString(4, ", connect scripts apply " + Version.current());
            statement.executeUpdate();
        }
    }

    private boolean isTable(String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT OBJECT_ID(?, N'U')")) {
            statement.setString(1, name);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getObject(1) != null;
            }
        }
    }
}
