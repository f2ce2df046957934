package com.clientpay.connect.sqlserver;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLWarning;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * The script that compares owners. Babelfish tells no dependencies, so that there the script reads them from a table that
 * the test fills; what follows from them is the same.
 */
class OwnersScriptTest {
    private static final Path SCRIPT = TestSqlServer.SCRIPTS.resolve("core/2-internal/00-Owners.sql");

    private final TestSqlServer server = TestSqlServer.create();
    private final boolean isBabelfish = server.query("SELECT @@VERSION").get(0).startsWith("Babelfish");

    @AfterEach
    void close() {
        server.close();
    }

    @Test
    void what_belongs_to_dbo_passes() throws Exception {
        books();

        assertEquals(List.of("Everything that the mapping and the hooks reach belongs to dbo."), run());
    }

    @Test
    void a_table_of_another_owner_behind_a_view_of_the_vendors_stops_it_with_the_list() throws Exception {
        books();
        vendorOwns("vendor");

        SQLException stopped = assertThrows(SQLException.class, this::run);

        assertEquals(51011, stopped.getErrorCode());
        String text = stopped.getMessage().toLowerCase();
        assertTrue(text.contains("[vendor].[invoice] belongs to [vendor_owner]"), text);
        assertTrue(text.contains("it is reached from [clientpay_internal].[mapinvoice]"), text);
    }

    @Test
    void the_triggers_of_a_table_that_is_reached_are_followed() throws Exception {
        books();
        server.execute("CREATE SCHEMA audit");
        server.execute("CREATE TABLE audit.Trail (Id int NOT NULL)");
        server.execute("CREATE TRIGGER vendor.InvoiceTrail ON vendor.Invoice AFTER UPDATE AS"
                + " INSERT INTO audit.Trail (Id) SELECT InvoiceId FROM inserted");
        depends(
                "(SELECT t.object_id FROM sys.triggers t WHERE t.parent_id = OBJECT_ID('vendor.Invoice'))",
                "OBJECT_ID('audit.Trail')");
        assertEquals(List.of("Everything that the mapping and the hooks reach belongs to dbo."), run());

        vendorOwns("audit");

        assertTrue(assertThrows(SQLException.class, this::run)
                .getMessage()
                .toLowerCase()
                .contains("[audit].[trail] belongs to [vendor_owner]"));
    }

    @Test
    void what_is_in_another_database_stops_it() throws Exception {
        books();
        if (isBabelfish) {
            server.execute("INSERT INTO fake.Dependencies VALUES (OBJECT_ID('clientpay_internal.MapInvoice'), NULL, 1,"
                    + " NULL, 'otherdb', 'dbo', 'Invoice')");
        } else {
            server.execute("CREATE VIEW clientpay_internal.MapOther AS SELECT * FROM otherdb.dbo.Invoice");
        }

        String text = assertThrows(SQLException.class, this::run).getMessage();

        assertTrue(text.contains("[otherdb].[dbo].[Invoice] is in another database"), text);
    }

    @Test
    void who_has_signed_the_procedures_is_told_and_not_stopped() throws Exception {
        books();
        vendorOwns("vendor");
        server.execute(
                "EXEC sys.sp_addextendedproperty N'ClientPayOwners', N'signed', N'SCHEMA', N'clientpay_internal'");

        List<String> said = run();

        assertEquals(3, said.size(), said::toString);
        assertTrue(said.get(2).endsWith("Sign them again now."), said.get(2));
    }

    @Test
    void babelfish_is_told_that_nothing_was_compared() throws Exception {
        books();
        if (isBabelfish) {
            assertEquals(
                    List.of(
                            "Owners were not compared: Babelfish has no ownership chaining, and tells no dependencies."),
                    run(text()));
        }
    }

    /** A mapping view over a vendor's view over a vendor's table. */
    private void books() {
        server.execute("CREATE SCHEMA clientpay");
        server.execute("CREATE SCHEMA clientpay_internal");
        server.execute("CREATE SCHEMA vendor");
        server.execute("CREATE TABLE vendor.Invoice (InvoiceId int NOT NULL)");
        server.execute("CREATE VIEW vendor.OpenInvoice AS SELECT InvoiceId FROM vendor.Invoice");
        server.execute("CREATE VIEW clientpay_internal.MapInvoice AS SELECT InvoiceId FROM vendor.OpenInvoice");
        server.execute("CREATE SCHEMA fake");
        server.execute("CREATE TABLE fake.Dependencies (referencing_id int, referenced_id int, referenced_class int,"
                + " referenced_server_name nvarchar(128), referenced_database_name nvarchar(128),"
                + " referenced_schema_name nvarchar(128), referenced_entity_name nvarchar(128))");
        server.execute("CREATE TABLE fake.Owners (schema_id int, principal_id int)");
        depends("OBJECT_ID('clientpay_internal.MapInvoice')", "OBJECT_ID('vendor.OpenInvoice')");
        depends("OBJECT_ID('vendor.OpenInvoice')", "OBJECT_ID('vendor.Invoice')");
    }

    private void depends(String referencing, String referenced) {
        server.execute("INSERT INTO fake.Dependencies VALUES (" + referencing + ", " + referenced
                + ", 1, NULL, NULL, NULL, NULL)");
    }

    private void vendorOwns(String schema) {
        server.execute("CREATE ROLE vendor_owner");
        if (isBabelfish) {
            server.execute("INSERT INTO fake.Owners SELECT SCHEMA_ID('" + schema
                    + "'), DATABASE_PRINCIPAL_ID('vendor_owner')");
        } else {
            server.execute("ALTER AUTHORIZATION ON SCHEMA::" + schema + " TO vendor_owner");
        }
    }

    private List<String> run() throws IOException, SQLException {
        return run(
                isBabelfish
                        ? text().replace("SERVERPROPERTY(N'BabelfishVersion')", "NULL")
                                .replace("sys.sql_expression_dependencies", "fake.Dependencies")
                                .replace(
                                        "JOIN sys.schemas s ON s.schema_id = o.schema_id",
                                        "JOIN (SELECT x.schema_id, COALESCE(f.principal_id, x.principal_id) AS principal_id"
                                                + " FROM sys.schemas x LEFT JOIN fake.Owners f ON f.schema_id = x.schema_id)"
                                                + " s ON s.schema_id = o.schema_id")
                        : text());
    }

    private static String text() throws IOException {
        return Files.readString(SCRIPT);
    }

    /** What it prints. */
    private List<String> run(String script) throws SQLException {
        List<String> said = new ArrayList<>();
        try (Connection connection = server.connect();
                Statement statement = connection.createStatement()) {
            for (String batch : script.split("(?m)^GO$")) {
                for (boolean isResults = statement.execute(batch);
                        isResults || statement.getUpdateCount() != -1;
                        isResults = statement.getMoreResults()) {
                    continue;
                }
                for (SQLWarning line = statement.getWarnings(); line != null; line = line.getNextWarning()) {
                    said.add(line.getMessage());
                }
                statement.clearWarnings();
            }
        }
        return said;
    }
}
