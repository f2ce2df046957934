/*
  Pack prolaw, for ProLaw: a start, and not a finished pack. It shows the firm's matters and nothing else. What the
  public knows of ProLaw's database has no amount, no balance, no bank account, no trust ledger, no status of a matter
  and no type of a transaction in it, so the views of money have no rows, and every posting is refused: what is not
  known is not guessed.

  To finish it, with the vendor's data dictionary or the firm's own schema at hand: write the views as
  template/02-Views.sql explains them column by column, name what they use in 00-Preflight.sql, write the hooks, a
  layout (batch.toml) where receipts come in files, and set Delivery and the rest in 05-Installation.sql. "connect
  scripts check" says what is still missing.

  What is known, and from how many independent firms or authors:
    Matters [4]      Matters (the key), MatterID (the number that people know), ShortDesc, AreaOfLaw, ClientSort
    Contacts [2]     Contacts (the key), FullName, Company. Which contact is a matter's client, no known column says, so
                     that no view here reads them
    Professionals [2], MattersProfessionals [2]  Initials; AssignedType, with labels of the firm's own
    StmnLedger [1]   StmnNo, Contacts, LedgerType ('S' is the row of a statement). No amount, date or matter was seen
    Operating and trust checking accounts are set up as accounts, a trust account with a liability account of its own
    [hearsay]: the two can probably be told apart, by a column that nobody has published.
  Columns and tables that begin with Q are the firm's own.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'prolaw'))
    THROW 51010, N'Another system pack is installed in this database: pack prolaw cannot be put over it.', 1;

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
SELECT
    CONVERT(varchar(64), NULL) AS BankAccountId,
    CONVERT(nvarchar(200), NULL) AS Name,
    CONVERT(varchar(16), NULL) AS Kind,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapLedgerCode
AS
SELECT
    CONVERT(nvarchar(64), NULL) AS Code,
    CONVERT(nvarchar(200), NULL) AS Description,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapTransactionType
AS
SELECT
    CONVERT(nvarchar(64), NULL) AS Code,
    CONVERT(nvarchar(200), NULL) AS Description,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
/*
  Matters [4 authors]. ClientSort stands for the client: by its name it is what a matter's client is sorted by
  [inferred]; a client's number was not seen. Status is CLOSED, to which nothing can be posted, since no column of it
  was seen.
*/
CREATE VIEW clientpay_internal.MapMatter
AS
SELECT
    m.Matters AS MatterId,
    m.MatterID AS MatterNumber,
    m.ShortDesc AS MatterName,
    m.ClientSort AS ClientId,
    m.ClientSort AS ClientNumber,
    m.ClientSort AS ClientName,
    CONVERT(varchar(16), 'CLOSED') AS Status,
    CONVERT(nvarchar(200), m.AreaOfLaw) AS AREA_OF_LAW
FROM dbo.Matters m;
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
        ('AREA_OF_LAW', N'Area of law', 'TEXT', 0, 0, 6)
) f (Name, Label, Type, Searchable, [Contains], Position);
GO
CREATE VIEW clientpay_internal.MapMatterField
AS
SELECT
    CONVERT(varchar(64), NULL) AS Field,
    CONVERT(nvarchar(200), NULL) AS Value,
    CONVERT(varchar(36), NULL) AS MatterId
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapInvoice
AS
SELECT
    CONVERT(varchar(64), NULL) AS InvoiceId,
    CONVERT(varchar(64), NULL) AS InvoiceKey,
    CONVERT(nvarchar(64), NULL) AS InvoiceNumber,
    CONVERT(nvarchar(64), NULL) AS NumberKey,
    CONVERT(varchar(36), NULL) AS MatterId,
    CONVERT(date, NULL) AS InvoiceDate,
    CONVERT(decimal(19, 2), NULL) AS Amount,
    CONVERT(decimal(19, 2), NULL) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapOpenInvoice
AS
SELECT
    CONVERT(varchar(64), NULL) AS InvoiceId,
    CONVERT(varchar(64), NULL) AS InvoiceKey,
    CONVERT(nvarchar(64), NULL) AS InvoiceNumber,
    CONVERT(nvarchar(64), NULL) AS NumberKey,
    CONVERT(varchar(36), NULL) AS MatterId,
    CONVERT(date, NULL) AS InvoiceDate,
    CONVERT(decimal(19, 2), NULL) AS Amount,
    CONVERT(decimal(19, 2), NULL) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapTrustLedger
AS
SELECT
    CONVERT(varchar(64), NULL) AS TrustLedgerId,
    CONVERT(varchar(36), NULL) AS MatterId,
    CONVERT(varchar(64), NULL) AS BankAccountId,
    CONVERT(decimal(19, 2), NULL) AS Balance
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapBooked
AS
SELECT
    CONVERT(varchar(64), NULL) COLLATE Latin1_General_100_BIN2 AS PostingId,
    CONVERT(int, NULL) AS Attempt,
    CONVERT(varchar(16), NULL) COLLATE Latin1_General_100_BIN2 AS Kind,
    CONVERT(varchar(64), NULL) AS BankAccountId,
    CONVERT(date, NULL) AS BookDate,
    CONVERT(decimal(19, 2), NULL) AS Amount
WHERE 1 = 0;
GO
CREATE VIEW clientpay_internal.MapReceiptResult
AS
SELECT
    CONVERT(varchar(64), NULL) COLLATE Latin1_General_100_BIN2 AS PostingId,
    CONVERT(int, NULL) AS Attempt,
    CONVERT(varchar(16), NULL) COLLATE Latin1_General_100_BIN2 AS Kind,
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
PRINT 'Views Map..., Ask... and Comparison... of clientpay_internal are those of pack prolaw, a start without money.';
GO
