package com.clientpay.connect.database.scripts;

import com.clientpay.connect.sqlserver.TestSqlServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

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

    /**
     * Gives the pack questions, comparisons and the need of a sign-off, over a table of its own: acct.Bank (BankId, Name,
     * Ledgers), acct.Bill (Number, Header, Entries). The core's scripts that these need come with it.
     */
    public TestScripts questions() {
        for (String name : List.of("MappingState", "MappingStateChanges", "SaveAnswer", "SignOffStanding")) {
            String script = "core/2-internal/" + name + ".sql";
            write(script, read(TestSqlServer.SCRIPTS.resolve(script)));
        }
        String check = "core/3-procedures/CheckMapping.sql";
        write(check, read(TestSqlServer.SCRIPTS.resolve(check)));
        return write("systems/little/02-Questions.sql", """
                UPDATE clientpay_internal.Installation SET NeedsSignOff = 1;
                DROP VIEW IF EXISTS clientpay_internal.AskSubject;
                DROP VIEW IF EXISTS clientpay_internal.AskChoice;
                DROP VIEW IF EXISTS clientpay_internal.AskItem;
                DROP VIEW IF EXISTS clientpay_internal.Comparison;
                DROP VIEW IF EXISTS clientpay_internal.ComparisonItem;
                DROP VIEW IF EXISTS clientpay_internal.MapOpenInvoice;
                DROP VIEW IF EXISTS clientpay_internal.MapTrustLedger;
                DROP VIEW IF EXISTS clientpay_internal.MapMatter;
                GO
                CREATE VIEW clientpay_internal.AskSubject AS
                SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(nvarchar(200), N'Bank accounts') AS Title,
                    CONVERT(nvarchar(1000), N'Whose money is on it?') AS Question, 1 AS Position,
                    CONVERT(bit, 0) AS NewItems
                UNION ALL
                SELECT 'RECEIPT_TYPE', N'Receipt types', N'Which are offered?', 2, CONVERT(bit, 1);
                GO
                CREATE VIEW clientpay_internal.AskChoice AS
                SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(varchar(32), v.Answer) AS Answer,
                    CONVERT(nvarchar(200), v.Meaning) AS Meaning, v.Position
                FROM (VALUES ('OPERATING', N'the firm''s own', 1), ('TRUST', N'clients'' money', 2), ('NONE', N'never', 3))
                    v (Answer, Meaning, Position)
                UNION ALL
                SELECT 'RECEIPT_TYPE', 'OFFERED', N'may be chosen', 1;
                GO
                CREATE VIEW clientpay_internal.AskItem AS
                SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(nvarchar(128), b.BankId) AS Item,
                    CONVERT(nvarchar(200), b.Name) AS Label, CONVERT(bit, 1) AS Active,
                    CONVERT(nvarchar(1000), CONCAT(b.Ledgers, N' trust ledgers')) AS Usage,
                    CONVERT(varchar(32), CASE WHEN b.Ledgers > 0 THEN 'TRUST' END) AS Suggested,
                    CONVERT(varchar(32), CASE WHEN b.Ledgers > 0 THEN 'OPERATING' END) AS Refuted,
                    CONVERT(nvarchar(1000), CASE WHEN b.Ledgers > 0 THEN N'Trust ledgers lie on it.' END) AS RefutedBecause
                FROM acct.Bank b
                UNION ALL
                SELECT a.Subject, a.Item, a.Item, CONVERT(bit, 1), NULL, NULL, NULL, NULL
                FROM clientpay_internal.Answer a
                WHERE a.Subject = 'RECEIPT_TYPE';
                GO
                CREATE VIEW clientpay_internal.Comparison AS
                SELECT CONVERT(varchar(32), 'BILLS') AS Name, CONVERT(varchar(16), 'AR') AS Measure,
                    CONVERT(nvarchar(200), N'Open bills') AS Title, CONVERT(nvarchar(200), N'acct.Bill.Header') AS FirstWay,
                    CONVERT(nvarchar(200), N'acct.Bill.Entries') AS SecondWay, 1 AS Position;
                GO
                CREATE VIEW clientpay_internal.ComparisonItem AS
                SELECT CONVERT(varchar(32), 'BILLS') AS Name, CONVERT(nvarchar(200), b.Number) AS Item,
                    b.Header AS FirstAmount, b.Entries AS SecondAmount
                FROM acct.Bill b;
                GO
                CREATE VIEW clientpay_internal.MapOpenInvoice AS
                SELECT b.Number AS InvoiceId, 1 AS MatterId, b.Header AS Balance FROM acct.Bill b WHERE b.Header > 0;
                GO
                CREATE VIEW clientpay_internal.MapMatter AS
                SELECT 1 AS MatterId;
                GO
                CREATE VIEW clientpay_internal.MapTrustLedger AS
                SELECT b.BankId AS TrustLedgerId, 1 AS MatterId, CONVERT(decimal(19, 2), b.Ledgers) AS Balance
                FROM acct.Bank b
                JOIN clientpay_internal.Answer a ON a.Subject = 'BANK_ACCOUNT'
                    AND a.Item = CONVERT(nvarchar(128), b.BankId) COLLATE Latin1_General_100_BIN2
                WHERE a.Answer = 'TRUST';
                GO
                """);
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
