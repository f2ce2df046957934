package com.clientpay.connect.diagnostics.mapping;

import com.clientpay.connect.config.ConnectConfig.DatabaseSettings;
import com.clientpay.connect.database.DatabaseUnreachableException;
import com.clientpay.connect.database.mapping.MappingDatabase;
import com.clientpay.connect.diagnostics.checks.Check;
import com.clientpay.connect.diagnostics.checks.CheckReport;
import com.clientpay.connect.diagnostics.checks.CheckResult;
import com.clientpay.connect.diagnostics.checks.CheckRunner;
import com.clientpay.connect.sqlserver.TestSqlServer;
import java.time.Duration;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A tiny firm of its own, whose ids are numbers, with a mapping in which nothing is wrong until a test makes it so. */
final class MappedFirm implements AutoCloseable {
    private static final Map<String, String> VIEWS = new LinkedHashMap<>();

    static {
        VIEWS.put("MapBankAccount", "SELECT b.BankAccountId, b.Name, b.Kind, b.Active FROM firm.BankAccount b");
        VIEWS.put(
                "MapLedgerCode",
                "SELECT CONVERT(varchar(16), 'PAY') AS Code, CONVERT(nvarchar(50), N'Payment') AS Description,"
                        + " CONVERT(bit, 1) AS Active");
        VIEWS.put(
                "MapTransactionType",
                "SELECT CONVERT(varchar(16), 'X') AS Code, CONVERT(nvarchar(50), N'') AS Description,"
                        + " CONVERT(bit, 1) AS Active WHERE 1 = 0");
        VIEWS.put(
                "MapMatter",
                "SELECT m.MatterId, m.Number AS MatterNumber, m.Name AS MatterName, c.ClientId, c.Number AS ClientNumber,"
                        + " c.Name AS ClientName, CONVERT(varchar(16), 'OPEN') AS Status, m.Office AS OFFICE"
                        + " FROM firm.Matter m JOIN firm.Client c ON c.ClientId = m.ClientId");
        VIEWS.put(
                "MapField",
                "SELECT CONVERT(varchar(64), f.Name) AS Name, CONVERT(nvarchar(64), f.Name) AS Label,"
                        + " CONVERT(varchar(16), 'TEXT') AS Type, CONVERT(bit, 1) AS Searchable,"
                        + " CONVERT(bit, 0) AS [Contains], f.Position FROM (VALUES ('CLIENT_NUMBER', 1),"
                        + " ('CLIENT_NAME', 2), ('MATTER_NUMBER', 3), ('MATTER_NAME', 4), ('INVOICE_NUMBER', 5),"
                        + " ('OFFICE', 6)) f (Name, Position)");
        VIEWS.put(
                "MapMatterField",
                "SELECT CONVERT(varchar(64), 'OFFICE') AS Field, m.Office AS Value, m.MatterId FROM firm.Matter m");
        VIEWS.put("MapInvoice", invoices(""));
        VIEWS.put("MapOpenInvoice", invoices(" WHERE i.IsOpen = 1"));
        VIEWS.put(
                "MapTrustLedger",
                "SELECT t.TrustLedgerId, t.MatterId, t.BankAccountId, t.Balance FROM firm.TrustLedger t");
        VIEWS.put(
                "MapBooked",
                "SELECT r.PostingId, r.Attempt, r.Kind, r.BankAccountId, r.BookDate, r.Amount FROM firm.Receipt r");
        VIEWS.put(
                "MapReceiptResult",
                "SELECT CONVERT(varchar(64), '') AS PostingId, 1 AS Attempt, CONVERT(varchar(16), '') AS Kind, 1 AS Handover,"
                        + " CONVERT(varchar(16), '') AS Outcome, CONVERT(nvarchar(64), N'') AS Receipt,"
                        + " CONVERT(date, NULL) AS BookedOn, CONVERT(nvarchar(100), N'') AS Detail WHERE 1 = 0");
        VIEWS.put(
                "AskSubject",
                "SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(nvarchar(50), N'Bank accounts') AS Title,"
                        + " CONVERT(nvarchar(50), N'Whose?') AS Question, 1 AS Position, CONVERT(bit, 0) AS NewItems");
        VIEWS.put(
                "AskChoice",
                "SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(varchar(32), 'TRUST') AS Answer,"
                        + " CONVERT(nvarchar(50), N'clients') AS Meaning, 1 AS Position");
        VIEWS.put(
                "AskItem",
                "SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(nvarchar(128), b.BankAccountId) AS Item,"
                        + " b.Name AS Label, b.Active, CONVERT(nvarchar(50), N'nothing') AS Usage,"
                        + " CONVERT(varchar(32), 'TRUST') AS Suggested, CONVERT(varchar(32), NULL) AS Refuted,"
                        + " CONVERT(nvarchar(50), NULL) AS RefutedBecause FROM firm.BankAccount b");
        VIEWS.put(
                "Comparison",
                "SELECT CONVERT(varchar(32), 'BILLS') AS Name, CONVERT(varchar(16), 'AR') AS Measure,"
                        + " CONVERT(nvarchar(50), N'Bills') AS Title, CONVERT(nvarchar(50), N'one') AS FirstWay,"
                        + " CONVERT(nvarchar(50), N'another') AS SecondWay, 1 AS Position");
        VIEWS.put(
                "ComparisonItem",
                "SELECT CONVERT(varchar(32), 'BILLS') AS Name, i.Number AS Item, i.Balance AS FirstAmount,"
                        + " CONVERT(decimal(19, 2), NULL) AS SecondAmount FROM firm.Invoice i");
    }

    private final TestSqlServer server = TestSqlServer.create();

    private MappedFirm() {}

    static MappedFirm create() {
        MappedFirm firm = new MappedFirm();
        firm.server.runFile(TestSqlServer.SCRIPTS.resolve("core/1-tables/01-Schemas.sql"));
        firm.server.runFile(TestSqlServer.SCRIPTS.resolve("core/1-tables/03-Installation.sql"));
        firm.execute("CREATE SCHEMA firm");
        firm.execute("""
                CREATE TABLE firm.BankAccount (BankAccountId int NOT NULL PRIMARY KEY, Name nvarchar(50) NOT NULL,
                    Kind varchar(16) NOT NULL, Active bit NOT NULL);
                CREATE TABLE firm.Client (ClientId int NOT NULL PRIMARY KEY, Number varchar(20) NOT NULL UNIQUE,
                    Name nvarchar(50) NOT NULL);
                CREATE INDEX ClientByName ON firm.Client (Name);
                CREATE TABLE firm.Matter (MatterId int NOT NULL PRIMARY KEY, ClientId int NOT NULL,
                    Number varchar(20) NOT NULL UNIQUE, Name nvarchar(50) NULL, Office nvarchar(50) NOT NULL);
                CREATE INDEX MatterByClient ON firm.Matter (ClientId);
                CREATE INDEX MatterByName ON firm.Matter (Name);
                CREATE INDEX MatterByOffice ON firm.Matter (Office, MatterId);
                CREATE TABLE firm.Invoice (InvoiceId int NOT NULL PRIMARY KEY, Number varchar(20) NOT NULL,
                    MatterId int NOT NULL, InvoiceDate date NOT NULL, Amount decimal(19, 2) NOT NULL,
                    Balance decimal(19, 2) NOT NULL, IsOpen bit NOT NULL);
                CREATE INDEX InvoiceByNumber ON firm.Invoice (Number);
                CREATE INDEX OpenInvoiceByNumber ON firm.Invoice (IsOpen, Number);
                CREATE INDEX InvoiceByMatter ON firm.Invoice (MatterId);
                CREATE TABLE firm.TrustLedger (TrustLedgerId int NOT NULL PRIMARY KEY, MatterId int NOT NULL,
                    BankAccountId int NOT NULL, Balance decimal(19, 2) NOT NULL);
                CREATE INDEX TrustLedgerByMatter ON firm.TrustLedger (MatterId);
                CREATE TABLE firm.Receipt (PostingId varchar(64) NOT NULL, Attempt int NOT NULL, Kind varchar(16) NOT NULL,
                    BankAccountId int NOT NULL, BookDate date NOT NULL, Amount decimal(19, 2) NOT NULL);
                CREATE INDEX ReceiptByPosting ON firm.Receipt (PostingId);
                CREATE INDEX ReceiptByDay ON firm.Receipt (BookDate);
                INSERT INTO firm.BankAccount VALUES (1, N'Operating', 'OPERATING', 1), (2, N'Trust', 'TRUST', 1);
                INSERT INTO firm.Client VALUES (10, '10010', N'Baker');
                INSERT INTO firm.Matter VALUES (100, 10, '10010-1', N'Lease', N'Boston');
                INSERT INTO firm.Invoice VALUES (1000, 'A-1', 100, '2026-01-31', 50, 50, 1);
                INSERT INTO firm.TrustLedger VALUES (5000, 100, 2, 75);
                UPDATE clientpay_internal.Installation SET SystemName = 'tiny', SystemTitle = N'Tiny', HasLedgerCodes = 1;
                """);
        VIEWS.forEach((name, select) -> firm.execute("CREATE VIEW clientpay_internal." + name + " AS " + select));
        for (String id : new String[] {"BankAccountId", "MatterId", "InvoiceId", "InvoiceKey", "TrustLedgerId"}) {
            firm.execute("CREATE FUNCTION clientpay_internal.To" + id + " (@Text nvarchar(4000)) RETURNS int AS BEGIN"
                    + " RETURN TRY_CONVERT(int, @Text) END");
        }
        firm.execute(
                "CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000)) RETURNS varchar(20) AS BEGIN"
                        + " RETURN CONVERT(varchar(20), @Text) END");
        firm.execute("CREATE PROCEDURE clientpay_internal.ApplyPosting AS SELECT 1");
        firm.execute("CREATE PROCEDURE clientpay_internal.ReversePosting AS SELECT 1");
        return firm;
    }

    private static String invoices(String where) {
        return "SELECT i.InvoiceId, i.InvoiceId AS InvoiceKey, i.Number AS InvoiceNumber, i.Number AS NumberKey, i.MatterId, i.InvoiceDate, i.Amount, i.Balance,"
                + " CONVERT(datetime2(3), NULL) AS ChangedAt FROM firm.Invoice i" + where;
    }

    /** Runs a shipped script. */
    MappedFirm run(String script) {
        server.runFile(TestSqlServer.SCRIPTS.resolve(script));
        return this;
    }

    MappedFirm execute(String sql) {
        server.execute(sql);
        return this;
    }

    /** The same view with another text, by a replacement in the present one. */
    MappedFirm change(String view, String part, String instead) {
        String select = VIEWS.get(view);
        if (!select.contains(part)) {
            throw new IllegalArgumentException(part + " is not in " + select);
        }
        execute("DROP VIEW clientpay_internal." + view);
        return execute("CREATE VIEW clientpay_internal." + view + " AS " + select.replace(part, instead));
    }

    CheckReport report() {
        DatabaseSettings settings = server.settings();
        try (MappingDatabase database = MappingDatabase.open(settings)) {
            return MappingChecks.run(database);
        } catch (DatabaseUnreachableException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One check, run with those that it needs only: its status and what it has seen. */
    String check(String name) {
        try (MappingDatabase database = MappingDatabase.open(server.settings())) {
            List<Check> all = MappingChecks.checks(database);
            Set<String> names = new HashSet<>();
            addWithNeeds(name, all, names);
            CheckReport report = new CheckRunner(Duration.ofMinutes(2), Duration.ofMinutes(2))
                    .run(all.stream()
                            .filter(check -> names.contains(check.name()))
                            .toList());
            CheckResult result = report.checks().stream()
                    .filter(check -> check.name().equals(name))
                    .findFirst()
                    .orElseThrow();
            return result.status() + " " + result.seen();
        } catch (DatabaseUnreachableException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void addWithNeeds(String name, List<Check> all, Set<String> names) {
        if (names.add(name)) {
            all.stream()
                    .filter(check -> check.name().equals(name))
                    .flatMap(check -> check.needs().stream())
                    .forEach(need -> addWithNeeds(need, all, names));
        }
    }

    @Override
    public void close() {
        server.close();
    }
}
