package com.clientpay.connect.process;

import com.clientpay.connect.contract.Books;
import com.clientpay.connect.demo.FilledFirm;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** On the server that CONNECT_TEST_SQLSERVER_URL names. */
final class SqlServerFirm implements SharedFirm {
    private static final String PASSWORD = "CONNECT_TEST_DATABASE_PASSWORD";

    private final TestSqlServer server;
    private final FirmRecords records;
    private final String key;

    private SqlServerFirm(TestSqlServer server, Books books, String key) {
        this.server = server;
        this.records = new FirmRecords(server::url, books);
        this.key = key;
    }

    /**
     * In a database of its own.
     *
     * @param scripts the folder of the scripts to install
     */
    static SqlServerFirm create(Path scripts) throws SQLException {
        TestSqlServer server = TestSqlServer.create().install(scripts, "reference");
        try (Connection connection = server.connect()) {
            connection.setAutoCommit(false);
            FilledFirm.fill(connection);
            Books books = Books.open(connection);
            connection.commit();
            return new SqlServerFirm(server, books, SharedFirm.createKey(server.settings()));
        }
    }

    @Override
    public String key() {
        return key;
    }

    @Override
    public String databaseSection() {
        return """
                [database]
                url = "%s"
                user = "%s"
                password = "env:%s"
                pool_size = 4
                """.formatted(server.urlWithoutLogin(), server.user(), PASSWORD);
    }

    @Override
    public Map<String, String> environment() {
        return Map.of(PASSWORD, server.password());
    }

    /** The database's owner, who runs scripts, with the password in {@link #ownersEnvironment}. */
    String owner() {
        return server.user();
    }

    Map<String, String> ownersEnvironment() {
        return Map.of(PASSWORD, server.password(), "CONNECT_DBA_PASSWORD", server.password());
    }

    @Override
    public FirmRecords records() {
        return records;
    }

    /** The server, as it names itself. */
    String product() {
        return server.query("SELECT @@VERSION").get(0).lines().findFirst().orElseThrow();
    }

    /** PostgreSQL that speaks T-SQL. */
    boolean isBabelfish() {
        return product().startsWith("Babelfish");
    }

    /** Contract and version of the scripts. */
    List<String> installed() {
        return server.query("SELECT ContractVersion, ScriptVersion FROM clientpay_internal.Installation");
    }

    @Override
    public void close() {
        server.close();
    }
}
