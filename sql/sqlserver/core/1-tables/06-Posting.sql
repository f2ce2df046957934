/*
  Tables of postings: Posting, PostingAllocation, PostingReason, PostingEvent and Effect.

  Posting            a payment that was charged, and where its posting stands. What was not sent and has no default yet is
                     null. Two unique keys, on IdempotencyKey and on PaymentId, are what "exactly once" rests on; both are
                     compared byte by byte, whatever the firm's collation, so that no two payments are taken for one.
  PostingAllocation  what was sent (Sent..., exactly one is filled) and what it was resolved to
  PostingReason      why it is INCOMPLETE
  PostingEvent       append-only: who did what to it, and when
  Effect             our ledger: each effect on the firm's books, at most once for each attempt; its key is the last guard

  Ids of the books are kept as text. Instants are UTC.
  May be run again at any time; nothing that was recorded is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.Posting', N'U') IS NULL
BEGIN
    CREATE TABLE clientpay_internal.Posting (
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_Posting PRIMARY KEY,
        IdempotencyKey varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT UQ_Posting_IdempotencyKey UNIQUE,
        BodyHash varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        BodyVersion int NOT NULL,
        PaymentId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT UQ_Posting_PaymentId UNIQUE,
        MerchantAccountId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_Posting_Amount CHECK (Amount > 0),
        Currency varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        PaymentDate date NOT NULL,
        BookDate date NULL,
        PayerName nvarchar(200) COLLATE Latin1_General_CI_AS NULL,
        PayerEmail nvarchar(254) NULL,
        Method varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Reference nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
        ArMessage nvarchar(500) NULL,
        LedgerCode nvarchar(64) NULL,
        TransactionType nvarchar(64) NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Fields nvarchar(4000) NULL,
        Status varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_Posting_Status
            CHECK (Status IN ('PENDING', 'INCOMPLETE', 'QUEUED', 'POSTED', 'REMOVED', 'REVERSING', 'REVERSED')),
        StatusSince datetime2(3) NOT NULL,
        ReversalReason varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Attempt int NOT NULL,
        Version bigint NOT NULL,
        Receipt nvarchar(64) NULL,
        Due varchar(16) COLLATE Latin1_General_100_BIN2 NULL
            CONSTRAINT CK_Posting_Due CHECK (Due IN ('POST', 'RESOLVE')),
        CreatedAt datetime2(3) NOT NULL
    );
    CREATE INDEX PostingByCreation ON clientpay_internal.Posting (CreatedAt, PostingId);
    CREATE INDEX PostingByStatus ON clientpay_internal.Posting (Status, CreatedAt, PostingId);
    CREATE INDEX PostingByMerchantAccount ON clientpay_internal.Posting (MerchantAccountId, CreatedAt, PostingId);
    CREATE INDEX PostingByMerchantAccountAndStatus
        ON clientpay_internal.Posting (MerchantAccountId, Status, CreatedAt, PostingId);
    CREATE INDEX PostingByReference ON clientpay_internal.Posting (Reference);
    CREATE INDEX PostingByPayer ON clientpay_internal.Posting (PayerName);
    CREATE INDEX PostingDue ON clientpay_internal.Posting (Due, CreatedAt, PostingId);
END;
GO
IF OBJECT_ID(N'clientpay_internal.PostingAllocation', N'U') IS NULL
BEGIN
    CREATE TABLE clientpay_internal.PostingAllocation (
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Position int NOT NULL,
        SentInvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        SentInvoiceNumber nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        SentTrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        SentMatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL CONSTRAINT CK_PostingAllocation_Amount CHECK (Amount > 0),
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        CONSTRAINT PK_PostingAllocation PRIMARY KEY (PostingId, Position)
    );
    CREATE INDEX AllocationByInvoice ON clientpay_internal.PostingAllocation (InvoiceId, PostingId) INCLUDE (Amount);
    CREATE INDEX AllocationByTrustLedger
        ON clientpay_internal.PostingAllocation (TrustLedgerId, PostingId) INCLUDE (Amount);
END;
GO
IF OBJECT_ID(N'clientpay_internal.PostingReason', N'U') IS NULL
    CREATE TABLE clientpay_internal.PostingReason (
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Position int NOT NULL,
        Code varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Detail nvarchar(1000) NOT NULL,
        Allocation int NULL,
        CONSTRAINT PK_PostingReason PRIMARY KEY (PostingId, Position)
    );
GO
IF OBJECT_ID(N'clientpay_internal.PostingEvent', N'U') IS NULL
    CREATE TABLE clientpay_internal.PostingEvent (
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Position int NOT NULL,
        At datetime2(3) NOT NULL,
        Actor nvarchar(128) NOT NULL,
        What varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Detail nvarchar(1000) NULL,
        CONSTRAINT PK_PostingEvent PRIMARY KEY (PostingId, Position)
    );
GO
IF OBJECT_ID(N'clientpay_internal.Effect', N'U') IS NULL
BEGIN
    CREATE TABLE clientpay_internal.Effect (
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Attempt int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_Effect_Kind CHECK (Kind IN ('POST', 'REVERSE')),
        Outside bit NOT NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        BookDate date NOT NULL,
        Amount decimal(19, 2) NOT NULL,
        Receipt nvarchar(64) NULL,
        At datetime2(3) NOT NULL,
        CONSTRAINT PK_Effect PRIMARY KEY (PostingId, Attempt, Kind)
    );
    CREATE INDEX EffectByBookDate ON clientpay_internal.Effect (BookDate, BankAccountId);
    CREATE INDEX EffectByKind ON clientpay_internal.Effect (Kind, At DESC);
END;
GO
-- Babelfish 4.2 cannot check a foreign key of a binary collation: its own check then fails on every insert.
IF OBJECT_ID(N'clientpay_internal.FK_PostingAllocation_Posting', N'F') IS NULL AND @@VERSION NOT LIKE '%Babelfish%'
    ALTER TABLE clientpay_internal.PostingAllocation
        ADD CONSTRAINT FK_PostingAllocation_Posting FOREIGN KEY (PostingId)
            REFERENCES clientpay_internal.Posting (PostingId);
GO
IF OBJECT_ID(N'clientpay_internal.FK_PostingReason_Posting', N'F') IS NULL AND @@VERSION NOT LIKE '%Babelfish%'
    ALTER TABLE clientpay_internal.PostingReason
        ADD CONSTRAINT FK_PostingReason_Posting FOREIGN KEY (PostingId) REFERENCES clientpay_internal.Posting (PostingId);
GO
IF OBJECT_ID(N'clientpay_internal.FK_PostingEvent_Posting', N'F') IS NULL AND @@VERSION NOT LIKE '%Babelfish%'
    ALTER TABLE clientpay_internal.PostingEvent
        ADD CONSTRAINT FK_PostingEvent_Posting FOREIGN KEY (PostingId) REFERENCES clientpay_internal.Posting (PostingId);
GO
IF OBJECT_ID(N'clientpay_internal.FK_Effect_Posting', N'F') IS NULL AND @@VERSION NOT LIKE '%Babelfish%'
    ALTER TABLE clientpay_internal.Effect
        ADD CONSTRAINT FK_Effect_Posting FOREIGN KEY (PostingId) REFERENCES clientpay_internal.Posting (PostingId);
GO
PRINT 'Tables Posting, PostingAllocation, PostingReason, PostingEvent and Effect of clientpay_internal are there.';
GO
