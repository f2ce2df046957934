/*
  Schema firm: the reference firm, a small, complete matter management system that stands for a vendor's. For tests and
  for trying things out; a real firm has its own database instead, and never runs the scripts of this folder.

  BankAccount, LedgerCode, TransactionType  the firm's lists
  Client, Matter, Invoice, TrustLedger      its books; Matter.Unapplied is money received on no invoice yet
  Receipt, ReceiptLine                      money received (POST), or taken back (REVERSE, also with a positive amount), and
                                            what it went to; nothing here keeps a receipt from being entered twice
  ReceiptAudit                              written by a trigger on Receipt
  PeriodClose                               one row (Id 1): nothing is booked on ClosedThrough or before
  TriggerSwitch                             switches for the misbehaviour of the triggers, see 02-Triggers.sql

  Keys are opaque text, compared byte by byte; names ignore case, numbers don't. Money is decimal(19, 2), instants are UTC.
  Every search of the connector is a seek on one of the indexes below, however large the firm is. There are no foreign keys
  on text: Babelfish cannot check one whose collation is not the server's own.
  May be run again at any time; no row is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF SCHEMA_ID(N'firm') IS NULL
    EXEC (N'CREATE SCHEMA firm AUTHORIZATION dbo');
GO
IF OBJECT_ID(N'firm.BankAccount', N'U') IS NULL
    CREATE TABLE firm.BankAccount (
        BankAccountId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_BankAccount PRIMARY KEY,
        Name nvarchar(200) COLLATE Latin1_General_CI_AS NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_BankAccount_Kind CHECK (Kind IN ('OPERATING', 'TRUST')),
        Active bit NOT NULL
    );
GO
IF OBJECT_ID(N'firm.LedgerCode', N'U') IS NULL
    CREATE TABLE firm.LedgerCode (
        Code varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_LedgerCode PRIMARY KEY,
        Description nvarchar(200) COLLATE Latin1_General_CI_AS NOT NULL,
        Active bit NOT NULL
    );
GO
IF OBJECT_ID(N'firm.TransactionType', N'U') IS NULL
    CREATE TABLE firm.TransactionType (
        Code varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_TransactionType PRIMARY KEY,
        Description nvarchar(200) COLLATE Latin1_General_CI_AS NOT NULL,
        Active bit NOT NULL
    );
GO
IF OBJECT_ID(N'firm.Client', N'U') IS NULL
BEGIN
    CREATE TABLE firm.Client (
        ClientId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_Client PRIMARY KEY,
        ClientNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT UniqueClientNumber UNIQUE,
        ClientName nvarchar(200) COLLATE Latin1_General_CI_AS NOT NULL
    );
    CREATE INDEX ClientByName ON firm.Client (ClientName, ClientId);
END;
GO
IF OBJECT_ID(N'firm.Matter', N'U') IS NULL
BEGIN
    CREATE TABLE firm.Matter (
        MatterId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_Matter PRIMARY KEY,
        ClientId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        MatterNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT UniqueMatterNumber UNIQUE,
        MatterName nvarchar(200) COLLATE Latin1_General_CI_AS NOT NULL,
        Status varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_Matter_Status CHECK (Status IN ('OPEN', 'CLOSED')),
        ResponsibleAttorney nvarchar(100) COLLATE Latin1_General_CI_AS NOT NULL,
        Office nvarchar(50) COLLATE Latin1_General_CI_AS NOT NULL,
        PracticeArea nvarchar(50) COLLATE Latin1_General_CI_AS NOT NULL,
        OpenedOn date NOT NULL,
        Unapplied decimal(19, 2) NOT NULL CONSTRAINT CK_Matter_Unapplied CHECK (Unapplied >= 0)
    );
    CREATE INDEX MatterByClient ON firm.Matter (ClientId, MatterId);
    CREATE INDEX MatterByName ON firm.Matter (MatterName, MatterId);
    CREATE INDEX MatterByAttorney ON firm.Matter (ResponsibleAttorney, MatterId);
END;
GO
-- Invoice numbers are not unique. ChangedAt is kept by a trigger, whoever changes an invoice, see 02-Triggers.sql.
IF OBJECT_ID(N'firm.Invoice', N'U') IS NULL
BEGIN
    CREATE TABLE firm.Invoice (
        InvoiceId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_Invoice PRIMARY KEY,
        InvoiceNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        MatterId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        InvoiceDate date NOT NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_Invoice_Amount CHECK (Amount > 0),
        Balance decimal(19, 2) NOT NULL CONSTRAINT CK_Invoice_Balance CHECK (Balance >= 0),
        IsOpen AS CONVERT(bit, CASE WHEN Balance > 0 THEN 1 ELSE 0 END) PERSISTED NOT NULL,
        ChangedAt datetime2(3) NOT NULL CONSTRAINT DF_Invoice_ChangedAt DEFAULT SYSUTCDATETIME()
    );
    CREATE INDEX InvoiceByNumber ON firm.Invoice (InvoiceNumber, MatterId);
    CREATE INDEX InvoiceByMatter ON firm.Invoice (MatterId, IsOpen, InvoiceId);
    CREATE INDEX InvoiceByChange ON firm.Invoice (ChangedAt, InvoiceId);
    CREATE INDEX OpenInvoiceByNumber ON firm.Invoice (IsOpen, InvoiceNumber, InvoiceId);
    CREATE INDEX OpenInvoiceByDate ON firm.Invoice (IsOpen, InvoiceDate, InvoiceId);
    CREATE INDEX OpenInvoiceById ON firm.Invoice (IsOpen, InvoiceId);
END;
GO
-- Client money, by matter and trust account.
IF OBJECT_ID(N'firm.TrustLedger', N'U') IS NULL
    CREATE TABLE firm.TrustLedger (
        TrustLedgerId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_TrustLedger PRIMARY KEY,
        MatterId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        BankAccountId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Balance decimal(19, 2) NOT NULL CONSTRAINT CK_TrustLedger_Balance CHECK (Balance >= 0),
        CONSTRAINT OneTrustLedgerAnAccount UNIQUE (MatterId, BankAccountId)
    );
GO
-- PostingId and Attempt are the connector's; a receipt that was typed in has none.
IF OBJECT_ID(N'firm.Receipt', N'U') IS NULL
BEGIN
    CREATE TABLE firm.Receipt (
        ReceiptId bigint IDENTITY (70001, 1) NOT NULL CONSTRAINT PK_Receipt PRIMARY KEY,
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Attempt int NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_Receipt_Kind CHECK (Kind IN ('POST', 'REVERSE')),
        BankAccountId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        ReceiptDate date NOT NULL,
        BookDate date NOT NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_Receipt_Amount CHECK (Amount > 0),
        LedgerCode varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        TransactionType varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Reference nvarchar(100) NULL,
        Payer nvarchar(200) NULL,
        ArMessage nvarchar(500) NULL
    );
    CREATE INDEX ReceiptByPosting ON firm.Receipt (PostingId, Attempt, Kind);
    CREATE INDEX ReceiptByBookDate ON firm.Receipt (BookDate, BankAccountId);
END;
GO
-- A line goes to an invoice, to a trust ledger, or to a matter's account (unapplied money).
IF OBJECT_ID(N'firm.ReceiptLine', N'U') IS NULL
    CREATE TABLE firm.ReceiptLine (
        ReceiptId bigint NOT NULL CONSTRAINT FK_ReceiptLine_Receipt REFERENCES firm.Receipt (ReceiptId),
        LineNumber int NOT NULL,
        InvoiceId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_ReceiptLine_Amount CHECK (Amount > 0),
        CONSTRAINT PK_ReceiptLine PRIMARY KEY (ReceiptId, LineNumber),
        CONSTRAINT CK_ReceiptLine_Target CHECK (
            (InvoiceId IS NOT NULL AND TrustLedgerId IS NULL AND MatterId IS NULL)
            OR (InvoiceId IS NULL AND TrustLedgerId IS NOT NULL AND MatterId IS NULL)
            OR (InvoiceId IS NULL AND TrustLedgerId IS NULL AND MatterId IS NOT NULL)
        )
    );
GO
IF OBJECT_ID(N'firm.ReceiptAudit', N'U') IS NULL
    CREATE TABLE firm.ReceiptAudit (
        ReceiptAuditId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_ReceiptAudit PRIMARY KEY,
        ReceiptId bigint NOT NULL CONSTRAINT ReceiptAuditLimit CHECK (ReceiptId > 0),
        What varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        At datetime2(3) NOT NULL,
        CONSTRAINT ReceiptAuditNumber UNIQUE (ReceiptId, What)
    );
GO
IF OBJECT_ID(N'firm.PeriodClose', N'U') IS NULL
    CREATE TABLE firm.PeriodClose (
        Id int NOT NULL CONSTRAINT PK_PeriodClose PRIMARY KEY CONSTRAINT CK_PeriodClose_Id CHECK (Id = 1),
        ClosedThrough date NOT NULL
    );
GO
IF NOT EXISTS (SELECT 1 FROM firm.PeriodClose)
    INSERT INTO firm.PeriodClose (Id, ClosedThrough)
    VALUES (1, '2025-12-31');
GO
IF OBJECT_ID(N'firm.TriggerSwitch', N'U') IS NULL
    CREATE TABLE firm.TriggerSwitch (
        Name varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_TriggerSwitch PRIMARY KEY,
        IsOn bit NOT NULL
    );
GO
IF NOT EXISTS (SELECT 1 FROM firm.TriggerSwitch)
    INSERT INTO firm.TriggerSwitch (Name, IsOn)
    VALUES
        ('RAISE', 0),
        ('RAISE_CONSTRAINT', 0),
        ('RAISE_DUPLICATE', 0),
        ('RAISE_TRUNCATION', 0),
        ('RAISE_RIGHTS', 0),
        ('RAISE_LATE', 0),
        ('DEADLOCK_ONCE', 0);
GO
PRINT 'The reference firm''s tables of schema firm are there.';
GO
