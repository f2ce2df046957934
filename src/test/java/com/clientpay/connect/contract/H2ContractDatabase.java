package com.clientpay.connect.contract;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.demo.DemoFirm;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** An H2 database in memory. */
final class H2ContractDatabase extends ContractDatabase {
    private static final List<String> SCRIPTS = List.of("tables", "reference", "triggers", "procedures");

    private final String url;
    private final Connection anchor;
    private final List<Database> connectors = new ArrayList<>();

    private H2ContractDatabase(String url, Connection anchor) {
        this.url = url;
        this.anchor = anchor;
    }

    static H2ContractDatabase open(String pack) {
        String url = "jdbc:h2:mem:" + UUID.randomUUID() + DemoFirm.OPTIONS;
        try {
            Connection anchor = DriverManager.getConnection(url);
            try (Statement statement = anchor.createStatement()) {
                for (String script : SCRIPTS) {
                    statement.execute("RUNSCRIPT FROM 'classpath:sql/h2/" + script + ".sql'");
                }
                if (pack.equals("reference-batch")) {
                    statement.execute("RUNSCRIPT FROM 'classpath:sql/h2/reference-batch.sql'");
                }
            }
            return new H2ContractDatabase(url, anchor);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    Database connector() {
        Database connector = new Database(DatabasePool.open(new DatabaseSettings(
                url,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                16,
                Duration.ofSeconds(10),
                Duration.ofSeconds(30))));
        connectors.add(connector);
        return connector;
    }

    @Override
    Connection connect() throws SQLException {
        return DriverManager.getConnection(url);
    }

    @Override
    boolean isSomebodyWaiting() {
        return !query("SELECT 1 FROM INFORMATION_SCHEMA.SESSIONS WHERE BLOCKER_ID IS NOT NULL")
                .isEmpty();
    }

    @Override
    void allowSeveralTrustLedgers() {
        execute("ALTER TABLE firm.TrustLedger DROP CONSTRAINT firm.OneTrustLedgerAnAccount");
    }

    @Override
    String mappingState() {
        return "clientpay_internal.MappingState";
    }

    @Override
    public void close() {
        connectors.forEach(Database::close);
        try {
            anchor.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
