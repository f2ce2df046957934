/*
  Tables of batches: Batch and BatchLine, for systems that take receipts by their own import.

  Batch      a file of receipts, kept to its last byte (Content; null when payers were purged). State: SEALED, nothing
             of it
             can be seen in the folder yet; WRITING, it may be seen, and Token names its temporary file; WRITTEN, it
             was;
             UNKNOWN, nobody knows; ABANDONED, it never was, and its lines are free again
  BatchLine  a line of a receipt: what a layout may show of one allocation, as it was when it was queued. All lines of
             one
             handover are one receipt; the same posting handed over once more, after a rejection, is the next handover.
             ReceiptKey is short and unique for ever, for imports that keep little else. BatchNumber and LineNumber are
             null until it is sealed; Answer is null until the import has answered: BOOKED, REJECTED, or REFUSED by the
             layout. Its unique key is the guard against a line that is queued twice

  Ids of the books are kept as text. Instants are UTC.
  May be run again at any time; nothing that was recorded is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.Batch', N'U') IS NULL
BEGIN
    CREATE TABLE clientpay_internal.Batch (
        Number bigint NOT NULL CONSTRAINT PK_Batch PRIMARY KEY,
        FileName nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT UQ_Batch_FileName UNIQUE,
        State varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_Batch_State CHECK (State IN ('SEALED', 'WRITING', 'WRITTEN', 'UNKNOWN', 'ABANDONED')),
        StateSince datetime2(3) NOT NULL,
        StateBy nvarchar(128) NOT NULL,
        Token varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Receipts int NOT NULL CONSTRAINT CK_Batch_Receipts CHECK (Receipts > 0),
        Lines int NOT NULL CONSTRAINT CK_Batch_Lines CHECK (Lines > 0),
        Total decimal(19, 2) NOT NULL,
        Sha256 varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Content varbinary(max) NULL,
        SealedAt datetime2(3) NOT NULL
    );
    CREATE INDEX BatchByState ON clientpay_internal.Batch (State, Number);
END;
GO
IF OBJECT_ID(N'clientpay_internal.BatchLine', N'U') IS NULL
BEGIN
    CREATE TABLE clientpay_internal.BatchLine (
        LineId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_BatchLine PRIMARY KEY,
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Attempt int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_BatchLine_Kind CHECK (Kind IN ('POST', 'REVERSE')),
        Handover int NOT NULL,
        Position int NOT NULL,
        ReceiptKey bigint NOT NULL,
        BatchNumber bigint NULL CONSTRAINT FK_BatchLine_Batch REFERENCES clientpay_internal.Batch (Number),
        LineNumber int NULL,
        Answer varchar(16) COLLATE Latin1_General_100_BIN2 NULL
            CONSTRAINT CK_BatchLine_Answer CHECK (Answer IN ('BOOKED', 'REJECTED', 'REFUSED')),
        QueuedAt datetime2(3) NOT NULL,
        ReceiptDate date NOT NULL,
        BookDate date NOT NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        LedgerCode nvarchar(64) NULL,
        TransactionType nvarchar(64) NULL,
        Reference nvarchar(200) NULL,
        PaymentId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Method varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Payor nvarchar(200) NULL,
        ClientNumber nvarchar(200) NULL,
        MatterNumber nvarchar(200) NULL,
        MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        InvoiceNumber nvarchar(200) NULL,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Description nvarchar(500) NULL,
        Currency varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_BatchLine_Amount CHECK (Amount > 0),
        ReceiptAmount decimal(19, 2) NOT NULL CONSTRAINT CK_BatchLine_ReceiptAmount CHECK (ReceiptAmount > 0),
        CONSTRAINT UQ_BatchLine UNIQUE (PostingId, Attempt, Kind, Handover, Position)
    );
    CREATE INDEX BatchLineByBatch ON clientpay_internal.BatchLine (BatchNumber, Answer, LineId)
        INCLUDE (Position, ReceiptKey);
END;
GO
PRINT 'Tables Batch and BatchLine of clientpay_internal are there.';
GO
