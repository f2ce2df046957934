package com.clientpay.connect.database.scripts;

import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder of scripts: the shipped tables, and a small system of its own named "little", one script in each layer. */
public final class TestScripts {
    public static final String SYSTEM = "little";
    public static final String PREFLIGHT = "systems/little/00-Preflight.sql";
    public static final String PACK = "systems/little/01-Pack.sql";
    public static final String HELPER = "core/2-internal/01-Helper.sql";
    public static final String PROCEDURE = "core/3-procedures/CountThings.sql";
    public static final String FINISH = "core/4-finish/01-Installation.sql";

    private final Path folder;

    public TestScripts(Path folder) {
        this.folder = folder;
        for (Path file : ScriptSet.files(TestSqlServer.SCRIPTS.resolve("core/1-tables"))) {
            write("core/1-tables/" + file.getFileName(), read(file));
        }
        write(PACK, """
                UPDATE clientpay_internal.Installation SET SystemName = 'little', SystemTitle = N'Little';
                GO
                DROP VIEW IF EXISTS clientpay_internal.MapThing;
                GO
                CREATE VIEW clientpay_internal.MapThing AS SELECT 1 AS ThingId;
                GO
                PRINT 'View clientpay_internal.MapThing is there.';
                GO
                """);
        write(HELPER, """
                DROP FUNCTION IF EXISTS clientpay_internal.Thing;
                GO
                CREATE FUNCTION clientpay_internal.Thing () RETURNS TABLE
                AS RETURN (SELECT * FROM clientpay_internal.MapThing);
                GO
                """);
        write(PROCEDURE, """
                DROP PROCEDURE IF EXISTS clientpay.CountThings;
                GO
                CREATE PROCEDURE clientpay.CountThings
                AS
                SET NOCOUNT ON;
                SELECT COUNT(*) AS Things FROM clientpay_internal.Thing();
                GO
                """);
        write(FINISH, """
                UPDATE clientpay_internal.Installation SET ContractVersion = 1, ScriptVersion = '1.0.0';
                GO
                """);
    }

    public Path folder() {
        return folder;
    }

    /** Gives the pack a preflight: that of the template, for tables acct.Bank and acct.Bill. */
    public TestScripts preflight() {
        String template = read(TestSqlServer.SCRIPTS.resolve("systems/template/00-Preflight.sql"));
        String list = template.replaceFirst("(?s)/\\* The list.*?\\*/\n", """
                INSERT INTO @Uses (TableName, ColumnName, Type, Size, Nulls)
                VALUES
                    (N'acct.Bank', N'BankId', 'int', NULL, 0),
                    (N'acct.Bill', N'BillId', 'int', NULL, 0),
                    (N'acct.Bill', N'Number', 'TEXT', 20, 1),
                    (N'acct.Bill', N'Total', 'MONEY', 19, 0),
                    (N'acct.Bill', N'BillDate', 'DATE', NULL, 0);
                """);
        return write(PREFLIGHT, list.replace("N'template'", "N'" + SYSTEM + "'"));
    }

    public TestScripts write(String name, String text) {
        try {
            Path file = folder.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String read(String name) {
        return read(folder.resolve(name));
    }

    public ScriptSet set() {
        return ScriptSet.read(folder, SYSTEM);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
