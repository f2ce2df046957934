-- The connector's own tables, for the embedded demo firm (H2). The same tables and columns as in SQL Server.
-- Ids and keys of ours are VARCHAR, which H2 compares byte by byte. Instants are UTC. Money is DECIMAL(19,2).

CREATE SCHEMA clientpay;
CREATE SCHEMA clientpay_internal;

-- One row: which database this is, and what its system pack can do.
CREATE TABLE clientpay_internal.Installation (
    DatabaseId         VARCHAR(64)  NOT NULL PRIMARY KEY,
    ContractVersion    INT          NOT NULL,
    ScriptVersion      VARCHAR(32)  NOT NULL,
    SystemName         VARCHAR(64)  NOT NULL,
    SystemTitle        VARCHAR(200) NOT NULL,
    Delivery           VARCHAR(16)  NOT NULL CHECK (Delivery IN ('PROCEDURE', 'BATCH')),
    Unapplied          BOOLEAN      NOT NULL,
    KeepsChangeTime    BOOLEAN      NOT NULL,
    HasLedgerCodes     BOOLEAN      NOT NULL,
    HasTransactionTypes BOOLEAN     NOT NULL,
    NeedsSignOff       BOOLEAN      DEFAULT FALSE NOT NULL
);

-- What the firm itself says of its books. Every answer that was ever given is kept in AnswerEvent.
CREATE TABLE clientpay_internal.Answer (
    Subject            VARCHAR(32)  NOT NULL,
    Item               VARCHAR(128) NOT NULL,
    Answer             VARCHAR(32)  NOT NULL,
    AnsweredBy         VARCHAR(256) NOT NULL,
    AnsweredAt         TIMESTAMP(3) NOT NULL,
    Contradiction      VARCHAR(1000),
    Confirmation       VARCHAR(1000),
    PRIMARY KEY (Subject, Item)
);

CREATE TABLE clientpay_internal.AnswerEvent (
    AnswerEventId      BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    Subject            VARCHAR(32)  NOT NULL,
    Item               VARCHAR(128) NOT NULL,
    Answer             VARCHAR(32)  NOT NULL,
    AnsweredBy         VARCHAR(256) NOT NULL,
    AnsweredAt         TIMESTAMP(3) NOT NULL,
    Contradiction      VARCHAR(1000),
    Confirmation       VARCHAR(1000)
);

-- That accounting accepted the mapping's totals, which those were, and what of the mapping it is about.
CREATE TABLE clientpay_internal.MappingSignOff (
    MappingSignOffId   BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    SignedBy           VARCHAR(256) NOT NULL,
    SignedAt           TIMESTAMP(3) NOT NULL,
    EnteredBy          VARCHAR(256) NOT NULL,
    Remark             VARCHAR(1000)
);

CREATE TABLE clientpay_internal.MappingSignOffTotal (
    MappingSignOffId   BIGINT       NOT NULL REFERENCES clientpay_internal.MappingSignOff,
    Name               VARCHAR(32)  NOT NULL,
    FirstCount         BIGINT       NOT NULL,
    FirstTotal         DECIMAL(19, 2) NOT NULL,
    SecondCount        BIGINT,
    SecondTotal        DECIMAL(19, 2),
    DifferentCount     BIGINT,
    DifferentTotal     DECIMAL(19, 2),
    PRIMARY KEY (MappingSignOffId, Name)
);

CREATE TABLE clientpay_internal.MappingSignOffState (
    MappingSignOffId   BIGINT       NOT NULL REFERENCES clientpay_internal.MappingSignOff,
    Part               VARCHAR(16)  NOT NULL,
    Subject            VARCHAR(32)  NOT NULL,
    Item               VARCHAR(128) NOT NULL,
    "VALUE"            VARBINARY(32) NOT NULL,
    PRIMARY KEY (MappingSignOffId, Part, Subject, Item)
);

-- What a sign-off is about, as it is now: every view beside this one, and the firm's answers, each with a SHA-256 of what
-- it is.
CREATE VIEW clientpay_internal.MappingState AS
    SELECT 'VIEW' AS Part, '' AS Subject, CAST(TABLE_NAME AS VARCHAR(128)) AS Item,
           HASH('SHA-256', STRINGTOUTF8(VIEW_DEFINITION)) AS "VALUE"
    FROM INFORMATION_SCHEMA.VIEWS
    WHERE UPPER(TABLE_SCHEMA) = 'CLIENTPAY_INTERNAL' AND UPPER(TABLE_NAME) <> 'MAPPINGSTATE'
    UNION ALL
    SELECT 'ANSWER', Subject, Item, HASH('SHA-256', STRINGTOUTF8(Answer)) FROM clientpay_internal.Answer;

CREATE TABLE clientpay_internal.MerchantAccount (
    MerchantAccountId  VARCHAR(64)  NOT NULL PRIMARY KEY,
    Name               VARCHAR(200) NOT NULL,
    Kind               VARCHAR(16)  NOT NULL CHECK (Kind IN ('OPERATING', 'TRUST')),
    LedgerCode         VARCHAR(64),
    TransactionType    VARCHAR(64),
    BankAccountId      VARCHAR(64)  NOT NULL,
    Version            BIGINT       NOT NULL
);

-- One row (Id 1).
CREATE TABLE clientpay_internal.PostingSettings (
    Id                 INT          NOT NULL PRIMARY KEY CHECK (Id = 1),
    DefaultArMessage   VARCHAR(500),
    UsePostedDate      BOOLEAN      NOT NULL,
    AutomaticPosting   BOOLEAN      NOT NULL,
    TimeZone           VARCHAR(64)  NOT NULL,
    Currency           VARCHAR(3)   NOT NULL,
    FieldsVersion      BIGINT       NOT NULL,
    Version            BIGINT       NOT NULL
);

-- The display of a Connect field; a field without a row comes last and is shown in the Connect section only.
CREATE TABLE clientpay_internal.FieldDisplay (
    Name               VARCHAR(64)  NOT NULL PRIMARY KEY,
    Position           INT          NOT NULL,
    OnConnect          BOOLEAN      NOT NULL,
    OnPaymentPages     BOOLEAN      NOT NULL,
    OnPaymentManager   BOOLEAN      NOT NULL,
    OnReceipts         BOOLEAN      NOT NULL
);

-- Append-only: what was set, by whom, from what to what. Detail is JSON.
CREATE TABLE clientpay_internal.SettingsEvent (
    SettingsEventId    BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    At                 TIMESTAMP(3) NOT NULL,
    Actor              VARCHAR(128) NOT NULL,
    What               VARCHAR(64)  NOT NULL,
    Subject            VARCHAR(64)  NOT NULL,
    Detail             VARCHAR(4000)
);

CREATE TABLE clientpay_internal.ApiKey (
    Name               VARCHAR(64)  NOT NULL PRIMARY KEY,
    Salt               VARCHAR(64)  NOT NULL,
    Hash               VARCHAR(64)  NOT NULL,
    Scopes             VARCHAR(100) NOT NULL,
    Addresses          VARCHAR(4000),
    ExpiresAt          TIMESTAMP(3),
    CreatedAt          TIMESTAMP(3) NOT NULL,
    CreatedBy          VARCHAR(128) NOT NULL,
    RevokedAt          TIMESTAMP(3),
    RevokedBy          VARCHAR(128)
);

-- A payment that was charged, and where its posting stands. What was not sent and has no default yet is null.
CREATE TABLE clientpay_internal.Posting (
    PostingId          VARCHAR(64)  NOT NULL PRIMARY KEY,
    IdempotencyKey     VARCHAR(64)  NOT NULL CONSTRAINT UniquePostingKey UNIQUE,
    BodyHash           VARCHAR(64)  NOT NULL,
    BodyVersion        INT          NOT NULL,
    PaymentId          VARCHAR(64)  NOT NULL CONSTRAINT UniquePostingPayment UNIQUE,
    MerchantAccountId  VARCHAR(64)  NOT NULL,
    Kind               VARCHAR(16),
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    Currency           VARCHAR(3),
    PaymentDate        DATE         NOT NULL,
    BookDate           DATE,
    PayerName          VARCHAR_IGNORECASE(200),
    PayerEmail         VARCHAR(254),
    Method             VARCHAR(16),
    Reference          VARCHAR(200),
    ArMessage          VARCHAR(500),
    LedgerCode         VARCHAR(64),
    TransactionType    VARCHAR(64),
    BankAccountId      VARCHAR(64),
    Fields             VARCHAR(4000),
    Status             VARCHAR(16)  NOT NULL CHECK (Status IN
                           ('PENDING', 'INCOMPLETE', 'QUEUED', 'POSTED', 'REMOVED', 'REVERSING', 'REVERSED')),
    StatusSince        TIMESTAMP(3) NOT NULL,
    ReversalReason     VARCHAR(16),
    Attempt            INT          NOT NULL,
    Version            BIGINT       NOT NULL,
    Receipt            VARCHAR(64),
    Due                VARCHAR(16)  CHECK (Due IN ('POST', 'RESOLVE')),
    CreatedAt          TIMESTAMP(3) NOT NULL
);
CREATE INDEX PostingByCreation ON clientpay_internal.Posting (CreatedAt, PostingId);
CREATE INDEX PostingByStatus ON clientpay_internal.Posting (Status, CreatedAt, PostingId);
CREATE INDEX PostingByMerchantAccount ON clientpay_internal.Posting (MerchantAccountId, CreatedAt, PostingId);
CREATE INDEX PostingByMerchantAccountAndStatus
    ON clientpay_internal.Posting (MerchantAccountId, Status, CreatedAt, PostingId);
CREATE INDEX PostingByReference ON clientpay_internal.Posting (Reference);
CREATE INDEX PostingByPayer ON clientpay_internal.Posting (PayerName);
CREATE INDEX PostingDue ON clientpay_internal.Posting (Due, CreatedAt);

-- What was sent (Sent…) and what it was resolved to; exactly one of the Sent columns is filled.
CREATE TABLE clientpay_internal.PostingAllocation (
    PostingId          VARCHAR(64)  NOT NULL REFERENCES clientpay_internal.Posting,
    Position           INT          NOT NULL,
    SentInvoiceId      VARCHAR(64),
    SentInvoiceNumber  VARCHAR(64),
    SentTrustLedgerId  VARCHAR(64),
    SentMatterId       VARCHAR(64),
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    InvoiceId          VARCHAR(64),
    TrustLedgerId      VARCHAR(64),
    MatterId           VARCHAR(64),
    PRIMARY KEY (PostingId, Position)
);
CREATE INDEX AllocationByInvoice ON clientpay_internal.PostingAllocation (InvoiceId);
CREATE INDEX AllocationByTrustLedger ON clientpay_internal.PostingAllocation (TrustLedgerId);

CREATE TABLE clientpay_internal.PostingReason (
    PostingId          VARCHAR(64)  NOT NULL REFERENCES clientpay_internal.Posting,
    Position           INT          NOT NULL,
    Code               VARCHAR(64)  NOT NULL,
    Detail             VARCHAR(1000) NOT NULL,
    Allocation         INT,
    PRIMARY KEY (PostingId, Position)
);

-- Append-only: who did what to a posting, and when.
CREATE TABLE clientpay_internal.PostingEvent (
    PostingId          VARCHAR(64)  NOT NULL REFERENCES clientpay_internal.Posting,
    Position           INT          NOT NULL,
    At                 TIMESTAMP(3) NOT NULL,
    Actor              VARCHAR(128) NOT NULL,
    What               VARCHAR(64)  NOT NULL,
    Detail             VARCHAR(1000),
    PRIMARY KEY (PostingId, Position)
);

-- Our ledger: each effect on the books, at most once for each attempt.
CREATE TABLE clientpay_internal.Effect (
    PostingId          VARCHAR(64)  NOT NULL REFERENCES clientpay_internal.Posting,
    Attempt            INT          NOT NULL,
    Kind               VARCHAR(16)  NOT NULL CHECK (Kind IN ('POST', 'REVERSE')),
    Outside            BOOLEAN      NOT NULL,
    BankAccountId      VARCHAR(64)  NOT NULL,
    BookDate           DATE         NOT NULL,
    Amount             DECIMAL(19, 2) NOT NULL,
    Receipt            VARCHAR(64),
    At                 TIMESTAMP(3) NOT NULL,
    PRIMARY KEY (PostingId, Attempt, Kind)
);
CREATE INDEX EffectByBookDate ON clientpay_internal.Effect (BookDate, BankAccountId);
CREATE INDEX EffectByKind ON clientpay_internal.Effect (Kind, At DESC);

-- A file of receipts for the firm's import, kept to its last byte. SEALED: nothing of it can be seen in the folder yet.
-- WRITING: it may be seen (Token names its temporary file). WRITTEN: it was. UNKNOWN: nobody knows. ABANDONED: it never was,
-- and its lines are free again. Content is null when payers were purged.
CREATE TABLE clientpay_internal.Batch (
    Number             BIGINT       NOT NULL PRIMARY KEY,
    FileName           VARCHAR(200) NOT NULL CONSTRAINT UniqueBatchFile UNIQUE,
    State              VARCHAR(16)  NOT NULL
        CHECK (State IN ('SEALED', 'WRITING', 'WRITTEN', 'UNKNOWN', 'ABANDONED')),
    StateSince         TIMESTAMP(3) NOT NULL,
    StateBy            VARCHAR(128) NOT NULL,
    Token              VARCHAR(64),
    Receipts           INT          NOT NULL CHECK (Receipts > 0),
    Lines              INT          NOT NULL CHECK (Lines > 0),
    Total              DECIMAL(19, 2) NOT NULL,
    Sha256             VARCHAR(64)  NOT NULL,
    Content            BLOB,
    SealedAt           TIMESTAMP(3) NOT NULL
);
CREATE INDEX BatchByState ON clientpay_internal.Batch (State, Number);

-- A line of a receipt for the firm's import: what the layout of a batch file may show of one allocation, as it was when it
-- was queued. All lines of one handover belong to one receipt: the same posting handed over once more, after a rejection, is
-- the next handover. ReceiptKey is short and unique for ever, for imports that keep little else. BatchNumber and LineNumber
-- are null until it is sealed. Answer is null until the import has answered: BOOKED, REJECTED, or REFUSED by the layout.
CREATE TABLE clientpay_internal.BatchLine (
    LineId             BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    PostingId          VARCHAR(64)  NOT NULL REFERENCES clientpay_internal.Posting,
    Attempt            INT          NOT NULL,
    Kind               VARCHAR(16)  NOT NULL CHECK (Kind IN ('POST', 'REVERSE')),
    Handover           INT          NOT NULL,
    Position           INT          NOT NULL,
    ReceiptKey         BIGINT       NOT NULL,
    BatchNumber        BIGINT       REFERENCES clientpay_internal.Batch,
    LineNumber         INT,
    Answer             VARCHAR(16)  CHECK (Answer IN ('BOOKED', 'REJECTED', 'REFUSED')),
    QueuedAt           TIMESTAMP(3) NOT NULL,
    ReceiptDate        DATE         NOT NULL,
    BookDate           DATE         NOT NULL,
    BankAccountId      VARCHAR(64)  NOT NULL,
    LedgerCode         VARCHAR(64),
    TransactionType    VARCHAR(64),
    Reference          VARCHAR(200),
    PaymentId          VARCHAR(64)  NOT NULL,
    Method             VARCHAR(16),
    Payor              VARCHAR(200),
    ClientNumber       VARCHAR(200),
    MatterNumber       VARCHAR(200),
    MatterId           VARCHAR(64),
    InvoiceNumber      VARCHAR(200),
    InvoiceId          VARCHAR(64),
    TrustLedgerId      VARCHAR(64),
    Description        VARCHAR(500),
    Currency           VARCHAR(3),
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    ReceiptAmount      DECIMAL(19, 2) NOT NULL CHECK (ReceiptAmount > 0),
    CONSTRAINT UniqueBatchLine UNIQUE (PostingId, Attempt, Kind, Handover, Position)
);
CREATE INDEX BatchLineByBatch ON clientpay_internal.BatchLine (BatchNumber, Answer, LineId);

-- H2 has no sp_getapplock: a lock is the row lock on a stripe. LockStripes says whose they are.
CREATE TABLE clientpay_internal.LockStripe (
    Stripe             INT          NOT NULL PRIMARY KEY
);
INSERT INTO clientpay_internal.LockStripe (Stripe) SELECT X FROM SYSTEM_RANGE(0, 1024);
