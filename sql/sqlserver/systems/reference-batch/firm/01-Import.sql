/*
  The reference firm's own import (schema firm), for receipts that come in files. For tests and for trying things out; a
  real firm has its own system's instead. The reference firm's tables (systems/reference/firm) come first.

  ImportFile    a file is imported once, by its name
  ImportLine    what stood in the file, line by line, as the layout batch.toml says; somebody reads it in
  ImportResult  what became of each receipt: booked with the number of it, or rejected with the reason

  firm.ImportReceipts (02-ImportReceipts.sql) books or rejects every receipt of a file that was read in.
  May be run again at any time; no row is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'firm.ImportFile', N'U') IS NULL
    CREATE TABLE firm.ImportFile (
        FileName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_ImportFile PRIMARY KEY,
        ImportedAt datetime2(3) NOT NULL
    );
GO
IF OBJECT_ID(N'firm.ImportLine', N'U') IS NULL
    CREATE TABLE firm.ImportLine (
        FileName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        LineNumber int NOT NULL,
        ReceiptKey varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_ImportLine_Kind CHECK (Kind IN ('POST', 'REVERSE')),
        Position int NOT NULL,
        ReceiptDate date NOT NULL,
        BookDate date NOT NULL,
        BankAccountId varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL,
        TransactionType varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        LedgerCode varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Reference nvarchar(100) NULL,
        Payor nvarchar(200) NULL,
        ClientNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        MatterNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        InvoiceNumber nvarchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_ImportLine_Amount CHECK (Amount > 0),
        Description nvarchar(500) NULL,
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Attempt int NOT NULL,
        Handover int NOT NULL,
        CONSTRAINT PK_ImportLine PRIMARY KEY (FileName, LineNumber)
    );
GO
IF OBJECT_ID(N'firm.ImportResult', N'U') IS NULL
BEGIN
    CREATE TABLE firm.ImportResult (
        ImportResultId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_ImportResult PRIMARY KEY,
        FileName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Attempt int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Handover int NOT NULL,
        Outcome varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_ImportResult_Outcome CHECK (Outcome IN ('BOOKED', 'REJECTED')),
        ReceiptId bigint NULL,
        BookedOn date NULL,
        Detail nvarchar(1000) NULL
    );
    CREATE INDEX ImportResultByPosting ON firm.ImportResult (PostingId, Attempt, Kind, Handover);
END;
GO
PRINT 'The reference firm''s tables of its import are there.';
GO
