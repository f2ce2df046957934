package com.clientpay.connect.contract;

import com.clientpay.connect.database.Database;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/**
 * A database on the server that CONNECT_TEST_SQLSERVER_URL names, with the scripts installed by the production runner.
 * All tests of a run share it, and each begins by emptying it.
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
            "clientpay_internal.Answer",
            "clientpay_internal.AnswerEvent",
            "clientpay_internal.MappingSignOffState",
            "clientpay_internal.MappingSignOffTotal",
            "clientpay_internal.MappingSignOff",
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

    private final InstalledFirm installed;
    private int connectors;

    private SqlServerContractDatabase(InstalledFirm installed) {
        this.installed = installed;
    }

    static SqlServerContractDatabase open(String pack, boolean snapshot) {
        SqlServerContractDatabase database = new SqlServerContractDatabase(InstalledFirm.of(pack, snapshot));
        database.empty();
        return database;
    }

    private void empty() {
        StringBuilder batch = new StringBuilder();
        TABLES.forEach(table -> batch.append("IF OBJECT_ID(N'")
                .append(table)
                .append("', N'U') IS NOT NULL DELETE FROM ")
                .append(table)
                .append(";\n"));
        batch.append("UPDATE firm.TriggerSwitch SET IsOn = 0;\n");
        execute(batch.toString());
        execute("IF OBJECT_ID(N'firm.OneTrustLedgerAnAccount') IS NULL ALTER TABLE firm.TrustLedger"
                + " ADD CONSTRAINT OneTrustLedgerAnAccount UNIQUE (MatterId, BankAccountId)");
    }

    @Override
    Database connector() {
        return installed.connector(connectors++);
    }

    @Override
    Connection connect() throws SQLException {
        return installed.connect();
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
    String mappingState() {
        return "clientpay_internal.MappingState()";
    }

    /** The sessions stay for the next test. */
    @Override
    public void close() {}
}
