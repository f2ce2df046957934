package com.clientpay.connect.testfirm;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.database.DriverUrl;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A firm of a few rows in a database in memory, with the procedures of the contract: bank accounts 100 and 101
 * (operating), 190 (operating, inactive) and 200 (trust); ledger codes PAY and OLD (inactive); transaction types CARD and
 * CASH (inactive); the settings of a firm that has changed none.
 */
public final class TestFirm implements AutoCloseable {
    private static final String OPTIONS =
            ";DATABASE_TO_UPPER=FALSE;CASE_INSENSITIVE_IDENTIFIERS=TRUE" + ";LOCK_TIMEOUT=5000;QUERY_CACHE_SIZE=256";

    private final HikariDataSource pool;
    private final Database database;

    private final DatabaseSettings settings;

    /** Keeps the database while no connection of the pool is open. */
    private final Connection anchor;

    private TestFirm(DatabaseSettings settings) {
        this.settings = settings;
        try {
            this.anchor = DriverManager.getConnection(DriverUrl.of(settings));
        } catch (SQLException e) {
            throw new IllegalStateException("The firm's database cannot be made.", e);
        }
        this.pool = DatabasePool.open(settings);
        this.database = new Database(pool);
    }

    public static TestFirm open() {
        TestFirm firm = new TestFirm(new DatabaseSettings(
                "jdbc:h2:mem:" + UUID.randomUUID() + OPTIONS,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                8,
                Duration.ofSeconds(5),
                Duration.ofSeconds(30)));
        firm.execute("RUNSCRIPT FROM 'classpath:sql/h2/tables.sql'");
        firm.execute("RUNSCRIPT FROM 'classpath:sql/h2/reference.sql'");
        firm.execute("RUNSCRIPT FROM 'classpath:sql/h2/triggers.sql'");
        firm.execute("RUNSCRIPT FROM 'classpath:sql/h2/procedures.sql'");
        firm.execute("""
                INSERT INTO firm.BankAccount (BankAccountId, Name, Kind, Active) VALUES
                    ('100', 'Operating', 'OPERATING', TRUE), ('101', 'Second operating', 'OPERATING', TRUE),
                    ('190', 'Old operating', 'OPERATING', FALSE), ('200', 'Client trust', 'TRUST', TRUE)""");
        firm.execute(
                "INSERT INTO firm.LedgerCode (Code, Description, Active) VALUES ('PAY', 'Payment', TRUE), ('OLD', 'Old', FALSE)");
        firm.execute(
                "INSERT INTO firm.TransactionType (Code, Description, Active) VALUES ('CARD', 'Card', TRUE), ('CASH', 'Cash', FALSE)");
        firm.execute("""
                INSERT INTO clientpay_internal.PostingSettings
                    (Id, UsePostedDate, AutomaticPosting, TimeZone, Currency, FieldsVersion, Version)
                SELECT 1, FALSE, TRUE, 'America/New_York', 'USD', 1, 1
                WHERE NOT EXISTS (SELECT 1 FROM clientpay_internal.PostingSettings)""");
        return firm;
    }

    /** How to connect to it once more. */
    public DatabaseSettings settings() {
        return settings;
    }

    public Database database() {
        return database;
    }

    /** Runs one statement and commits it. */
    public void execute(String sql, Object... arguments) {
        try (Connection connection = pool.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < arguments.length; i++) {
                statement.setObject(i + 1, arguments[i]);
            }
            statement.execute();
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** The first column of every row, as text. */
    public List<String> query(String sql) {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet results = statement.executeQuery(sql)) {
            List<String> values = new ArrayList<>();
            while (results.next()) {
                values.add(results.getString(1));
            }
            return values;
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** Records a posting of the merchant account in that status, as it stands long after it was recorded. */
    public void posting(String id, String merchantAccountId, String status) {
        execute("""
                INSERT INTO clientpay_internal.Posting
                    (PostingId, IdempotencyKey, BodyHash, BodyVersion, PaymentId, MerchantAccountId, Amount, PaymentDate,
                     Status, StatusSince, Attempt, Version, CreatedAt)
                VALUES (?, ?, 'hash', 1, ?, ?, 10.00, DATE '2026-11-02', ?, TIMESTAMP '2026-11-02 10:00:00', 1, 1,
                        TIMESTAMP '2026-11-02 10:00:00')""", id, "key-" + id, "payment-" + id, merchantAccountId, status);
    }

    /** The database is gone with its last connection. */
    @Override
    public void close() {
        pool.close();
        try {
            anchor.close();
        } catch (SQLException e) {
            throw new IllegalStateException("The firm's database cannot be closed.", e);
        }
    }
}
