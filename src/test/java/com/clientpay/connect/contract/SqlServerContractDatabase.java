package com.clientpay.connect.contract;

import com.clientpay.connect.database.Database;
import com.clientpay.connect.database.DatabasePool;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A database on the server that CONNECT_TEST_SQLSERVER_URL names, with the scripts installed by the production runner.
 * Installing takes seconds, so that all tests of a run share one database, and each begins by emptying it.
 */
final class SqlServerContractDatabase extends ContractDatabase {
    /** In an order in which nothing refers to what is gone already. */
    private static final List<String> TABLES = List.of(
            "clientpay_internal.BatchLine",
            "clientpay_internal.Batch",
            "firm.ImportResult",
            "firm.ImportLine",
            "firm.ImportFile",
            "clientpay_internal.Effect",
            "clientpay_internal.PostingEvent",
            "clientpay_internal.PostingReason",
            "clientpay_internal.PostingAllocation",
            "clientpay_internal.Posting",
            "clientpay_internal.MerchantAccount",
            "clientpay_internal.PostingSettings",
            "clientpay_internal.FieldDisplay",
            "clientpay_internal.SettingsEvent",
            "clientpay_internal.ApiKey",
            "clientpay_internal.Installation",
            "firm.ReceiptAudit",
            "firm.ReceiptLine",
            "firm.Receipt",
            "firm.TrustLedger",
            "firm.Invoice",
            "firm.Matter",
            "firm.Client",
            "firm.TransactionType",
            "firm.LedgerCode",
            "firm.BankAccount");

    private static final Map<String, TestSqlServer> SHARED = new HashMap<>();

    private final TestSqlServer server;
    private final List<Database> connectors = new ArrayList<>();

    private SqlServerContractDatabase(TestSqlServer server) {
        this.server = server;
    }

    static SqlServerContractDatabase open(String pack) {
        SqlServerContractDatabase database = new SqlServerContractDatabase(installed(pack));
        database.empty();
        return database;
    }

    private static synchronized TestSqlServer installed(String pack) {
        return SHARED.computeIfAbsent(pack, system -> {
            TestSqlServer server = TestSqlServer.create();
            Runtime.getRuntime().addShutdownHook(new Thread(server::close));
            if (system.equals("reference-batch")) {
                server.installFirm("reference");
            }
            return server.install(system);
        });
    }

    private void empty() {
        StringBuilder batch = new StringBuilder();
        TABLES.forEach(table -> batch.append("IF OBJECT_ID(N'")
                .append(table)
                .append("', N'U') IS NOT NULL DELETE FROM ")
                .append(table)
                .append(";\n"));
        batch.append("UPDATE firm.TriggerSwitch SET IsOn = 0;\n");
        server.execute(batch.toString());
        server.execute("IF OBJECT_ID(N'firm.OneTrustLedgerAnAccount') IS NULL ALTER TABLE firm.TrustLedger"
                + " ADD CONSTRAINT OneTrustLedgerAnAccount UNIQUE (MatterId, BankAccountId)");
    }

    @Override
    Database connector() {
        Database connector = new Database(DatabasePool.open(server.settings()));
        connectors.add(connector);
        return connector;
    }

    @Override
    Connection connect() throws SQLException {
        return server.connect();
    }

    /** Babelfish has no sys.dm_exec_requests, but PostgreSQL's own view. */
    @Override
    boolean isSomebodyWaiting() {
        boolean isBabelfish = query("SELECT @@VERSION").get(0).contains("Babelfish");
        return !query(
                        isBabelfish
                                ? "SELECT pid FROM pg_catalog.pg_stat_activity WHERE wait_event_type = 'Lock'"
                                : "SELECT session_id FROM sys.dm_exec_requests WHERE blocking_session_id <> 0")
                .isEmpty();
    }

    @Override
    void allowSeveralTrustLedgers() {
        execute("ALTER TABLE firm.TrustLedger DROP CONSTRAINT OneTrustLedgerAnAccount");
    }

    @Override
    public void close() {
        connectors.forEach(Database::close);
    }
}
