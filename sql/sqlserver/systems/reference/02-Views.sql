/*
  Pack reference, for the reference firm (schema firm): its books as the connector reads them.

  MapBankAccount, MapLedgerCode, MapTransactionType  the firm's lists
  MapMatter         the matters with their clients; after Status, the firm's own Connect fields, each a column named as
                    in MapField, as text
  MapField          the Connect fields. Position is the order of a firm that has not set its own; Contains: whether a
                    search within the value is allowed, since it reads every value
  MapMatterField    the values of the searchable fields of the firm's own, of type SearchText and in one collation
  MapInvoice        every invoice; MapOpenInvoice those with a balance above zero, in the way that has an index
  MapTrustLedger    client money
  MapBooked         what the books hold from the connector
  MapReceiptResult  what an import answered: nothing, for the firm books at once
  AskSubject, AskChoice, AskItem  what only the firm can say: nothing, its tables say all
  Comparison, ComparisonItem      two independent ways to the same total: none, its tables have one

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'reference'))
    THROW 51010, N'Another system pack is installed in this database: pack reference cannot be put over it.', 1;

DROP VIEW IF EXISTS clientpay_internal.MapBankAccount;
DROP VIEW IF EXISTS clientpay_internal.MapLedgerCode;
DROP VIEW IF EXISTS clientpay_internal.MapTransactionType;
DROP VIEW IF EXISTS clientpay_internal.MapMatter;
DROP VIEW IF EXISTS clientpay_internal.MapField;
DROP VIEW IF EXISTS clientpay_internal.MapMatterField;
DROP VIEW IF EXISTS clientpay_internal.MapInvoice;
DROP VIEW IF EXISTS clientpay_internal.MapOpenInvoice;
DROP VIEW IF EXISTS clientpay_internal.MapTrustLedger;
DROP VIEW IF EXISTS clientpay_internal.MapBooked;
DROP VIEW IF EXISTS clientpay_internal.MapReceiptResult;
DROP VIEW IF EXISTS clientpay_internal.AskSubject;
DROP VIEW IF EXISTS clientpay_internal.AskChoice;
DROP VIEW IF EXISTS clientpay_internal.AskItem;
DROP VIEW IF EXISTS clientpay_internal.Comparison;
DROP VIEW IF EXISTS clientpay_internal.ComparisonItem;
GO
CREATE VIEW clientpay_internal.MapBankAccount
AS
SELECT b.BankAccountId, b.Name, b.Kind, b.Active
FROM firm.BankAccount b;
GO
CREATE VIEW clientpay_internal.MapLedgerCode
AS
SELECT l.Code, l.Description, l.Active
FROM firm.LedgerCode l;
GO
CREATE VIEW clientpay_internal.MapTransactionType
AS
SELECT t.Code, t.Description, t.Active
FROM firm.TransactionType t;
GO
CREATE VIEW clientpay_internal.MapMatter
AS
SELECT
    m.MatterId,
    m.MatterNumber,
    m.MatterName,
    m.ClientId,
    c.ClientNumber,
    c.ClientName,
    m.Status,
    m.ResponsibleAttorney AS RESPONSIBLE_ATTORNEY,
    m.Office AS OFFICE,
    m.PracticeArea AS PRACTICE_AREA,
    CONVERT(char(10), m.OpenedOn, 23) AS OPENED_ON
FROM firm.Matter m
JOIN firm.Client c ON c.ClientId = m.ClientId;
GO
CREATE VIEW clientpay_internal.MapField
AS
SELECT
    CONVERT(varchar(64), f.Name) AS Name,
    CONVERT(nvarchar(200), f.Label) AS Label,
    CONVERT(varchar(16), f.Type) AS Type,
    CONVERT(bit, f.Searchable) AS Searchable,
    CONVERT(bit, f.[Contains]) AS [Contains],
    CONVERT(int, f.Position) AS Position
FROM (
    VALUES
        ('CLIENT_NUMBER', N'Client number', 'TEXT', 1, 0, 1),
        ('CLIENT_NAME', N'Client name', 'TEXT', 1, 1, 2),
        ('MATTER_NUMBER', N'Matter number', 'TEXT', 1, 0, 3),
        ('MATTER_NAME', N'Matter name', 'TEXT', 1, 1, 4),
        ('INVOICE_NUMBER', N'Invoice number', 'TEXT', 1, 0, 5),
        ('RESPONSIBLE_ATTORNEY', N'Responsible attorney', 'TEXT', 1, 0, 6),
        ('OFFICE', N'Office', 'TEXT', 0, 0, 7),
        ('PRACTICE_AREA', N'Practice area', 'TEXT', 0, 0, 8),
        ('OPENED_ON', N'Matter opened on', 'DATE', 0, 0, 9)
) f (Name, Label, Type, Searchable, [Contains], Position);
GO
CREATE VIEW clientpay_internal.MapMatterField
AS
SELECT CONVERT(varchar(64), 'RESPONSIBLE_ATTORNEY') AS Field, m.ResponsibleAttorney AS Value, m.MatterId
FROM firm.Matter m;
GO
CREATE VIEW clientpay_internal.MapInvoice
AS
SELECT
    i.InvoiceId,
    i.InvoiceId AS InvoiceKey,
    i.InvoiceNumber,
    i.InvoiceNumber AS NumberKey,
    i.MatterId,
    i.InvoiceDate,
    i.Amount,
    i.Balance,
    i.ChangedAt
FROM firm.Invoice i;
GO
CREATE VIEW clientpay_internal.MapOpenInvoice
AS
SELECT
    i.InvoiceId,
    i.InvoiceId AS InvoiceKey,
    i.InvoiceNumber,
    i.InvoiceNumber AS NumberKey,
    i.MatterId,
    i.InvoiceDate,
    i.Amount,
    i.Balance,
    i.ChangedAt
FROM firm.Invoice i
WHERE i.IsOpen = 1;
GO
CREATE VIEW clientpay_internal.MapTrustLedger
AS
SELECT t.TrustLedgerId, t.MatterId, t.BankAccountId, t.Balance
FROM firm.TrustLedger t;
GO
CREATE VIEW clientpay_internal.MapBooked
AS
SELECT r.PostingId, r.Attempt, r.Kind, r.BankAccountId, r.BookDate, r.Amount
FROM firm.Receipt r
WHERE r.PostingId IS NOT NULL;
GO
CREATE VIEW clientpay_internal.MapReceiptResult
AS
SELECT
    CONVERT(varchar(64), NULL) AS PostingId,
    CONVERT(int, NULL) AS Attempt,
    CONVERT(varchar(16), NULL) AS Kind,
    CONVERT(int, NULL) AS Handover,
    CONVERT(varchar(16), NULL) AS Outcome,
    CONVERT(nvarchar(64), NULL) AS Receipt,
    CONVERT(date, NULL) AS BookedOn,
    CONVERT(nvarchar(1000), NULL) AS Detail
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.AskSubject
AS
SELECT
    CONVERT(varchar(32), NULL) AS Subject,
    CONVERT(nvarchar(200), NULL) AS Title,
    CONVERT(nvarchar(1000), NULL) AS Question,
    CONVERT(int, NULL) AS Position,
    CONVERT(bit, NULL) AS NewItems
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.AskChoice
AS
SELECT
    CONVERT(varchar(32), NULL) AS Subject,
    CONVERT(varchar(32), NULL) AS Answer,
    CONVERT(nvarchar(200), NULL) AS Meaning,
    CONVERT(int, NULL) AS Position
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.AskItem
AS
SELECT
    CONVERT(varchar(32), NULL) AS Subject,
    CONVERT(nvarchar(128), NULL) AS Item,
    CONVERT(nvarchar(200), NULL) AS Label,
    CONVERT(bit, NULL) AS Active,
    CONVERT(nvarchar(1000), NULL) AS Usage,
    CONVERT(varchar(32), NULL) AS Suggested,
    CONVERT(varchar(32), NULL) AS Refuted,
    CONVERT(nvarchar(1000), NULL) AS RefutedBecause
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.Comparison
AS
SELECT
    CONVERT(varchar(32), NULL) AS Name,
    CONVERT(varchar(16), NULL) AS Measure,
    CONVERT(nvarchar(200), NULL) AS Title,
    CONVERT(nvarchar(200), NULL) AS FirstWay,
    CONVERT(nvarchar(200), NULL) AS SecondWay,
    CONVERT(int, NULL) AS Position
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.ComparisonItem
AS
SELECT
    CONVERT(varchar(32), NULL) AS Name,
    CONVERT(nvarchar(200), NULL) AS Item,
    CONVERT(decimal(19, 2), NULL) AS FirstAmount,
    CONVERT(decimal(19, 2), NULL) AS SecondAmount
WHERE 1 = 0;
GO
PRINT 'Views Map..., Ask... and Comparison... of clientpay_internal are those of pack reference.';
GO
