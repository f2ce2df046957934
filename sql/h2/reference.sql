-- The reference firm: a small, complete matter management system (schema firm), and its mapping for the connector
-- (the views of schema clientpay_internal). Runs after tables.sql.
--
-- Keys are opaque text, compared byte by byte; names ignore case, numbers don't. Money is DECIMAL(19,2), instants are
-- UTC. Every search of the connector is a seek on one of the indexes below, however large the firm is.

CREATE SCHEMA firm;

CREATE TABLE firm.BankAccount (
    BankAccountId      VARCHAR(20)  NOT NULL PRIMARY KEY,
    Name               VARCHAR(200) NOT NULL,
    Kind               VARCHAR(16)  NOT NULL CHECK (Kind IN ('OPERATING', 'TRUST')),
    Active             BOOLEAN      NOT NULL
);

CREATE TABLE firm.LedgerCode (
    Code               VARCHAR(16)  NOT NULL PRIMARY KEY,
    Description        VARCHAR(200) NOT NULL,
    Active             BOOLEAN      NOT NULL
);

CREATE TABLE firm.TransactionType (
    Code               VARCHAR(16)  NOT NULL PRIMARY KEY,
    Description        VARCHAR(200) NOT NULL,
    Active             BOOLEAN      NOT NULL
);

CREATE TABLE firm.Client (
    ClientId           VARCHAR(20)  NOT NULL PRIMARY KEY,
    ClientNumber       VARCHAR(20)  NOT NULL CONSTRAINT UniqueClientNumber UNIQUE,
    ClientName         VARCHAR_IGNORECASE(200) NOT NULL
);
CREATE INDEX firm.ClientByName ON firm.Client (ClientName, ClientId);

-- Unapplied is money on account: received for the matter and on no invoice yet.
CREATE TABLE firm.Matter (
    MatterId           VARCHAR(20)  NOT NULL PRIMARY KEY,
    ClientId           VARCHAR(20)  NOT NULL,
    MatterNumber       VARCHAR(20)  NOT NULL CONSTRAINT UniqueMatterNumber UNIQUE,
    MatterName         VARCHAR_IGNORECASE(200) NOT NULL,
    Status             VARCHAR(16)  NOT NULL CHECK (Status IN ('OPEN', 'CLOSED')),
    ResponsibleAttorney VARCHAR_IGNORECASE(100) NOT NULL,
    Office             VARCHAR(50)  NOT NULL,
    PracticeArea       VARCHAR(50)  NOT NULL,
    OpenedOn           DATE         NOT NULL,
    Unapplied          DECIMAL(19, 2) NOT NULL CHECK (Unapplied >= 0)
);
CREATE INDEX firm.MatterByClient ON firm.Matter (ClientId, MatterId);
CREATE INDEX firm.MatterByName ON firm.Matter (MatterName, MatterId);
CREATE INDEX firm.MatterByAttorney ON firm.Matter (ResponsibleAttorney, MatterId);

-- Numbers are not unique. IsOpen and ChangedAt are kept by the database, whoever changes the balance; ChangedAt is the
-- start of the statement that changed it.
CREATE TABLE firm.Invoice (
    InvoiceId          VARCHAR(20)  NOT NULL PRIMARY KEY,
    InvoiceNumber      VARCHAR(20)  NOT NULL,
    MatterId           VARCHAR(20)  NOT NULL,
    InvoiceDate        DATE         NOT NULL,
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    Balance            DECIMAL(19, 2) NOT NULL CHECK (Balance >= 0),
    IsOpen             BOOLEAN      GENERATED ALWAYS AS (Balance > 0),
    ChangedAt          TIMESTAMP(3) NOT NULL ON UPDATE
        DATEADD(MILLISECOND, CAST(FLOOR(EXTRACT(EPOCH FROM CURRENT_TIMESTAMP) * 1000) AS BIGINT), TIMESTAMP '1970-01-01 00:00:00')
);
CREATE INDEX firm.InvoiceByNumber ON firm.Invoice (InvoiceNumber, MatterId);
CREATE INDEX firm.InvoiceByMatter ON firm.Invoice (MatterId, IsOpen, InvoiceId);
CREATE INDEX firm.InvoiceByChange ON firm.Invoice (ChangedAt, InvoiceId);
CREATE INDEX firm.OpenInvoiceByNumber ON firm.Invoice (IsOpen, InvoiceNumber, InvoiceId);
CREATE INDEX firm.OpenInvoiceByDate ON firm.Invoice (IsOpen, InvoiceDate, InvoiceId);
CREATE INDEX firm.OpenInvoiceById ON firm.Invoice (IsOpen, InvoiceId);

-- Client money, by matter and trust account.
CREATE TABLE firm.TrustLedger (
    TrustLedgerId      VARCHAR(20)  NOT NULL PRIMARY KEY,
    MatterId           VARCHAR(20)  NOT NULL,
    BankAccountId      VARCHAR(20)  NOT NULL,
    Balance            DECIMAL(19, 2) NOT NULL CHECK (Balance >= 0),
    CONSTRAINT OneTrustLedgerAnAccount UNIQUE (MatterId, BankAccountId)
);

-- Money received (POST), and taken back again (REVERSE, also with a positive amount). PostingId and Attempt are the
-- connector's; a receipt that was typed in has none. Nothing here keeps a receipt from being entered twice.
CREATE TABLE firm.Receipt (
    ReceiptId          BIGINT GENERATED ALWAYS AS IDENTITY (START WITH 70001) PRIMARY KEY,
    PostingId          VARCHAR(64),
    Attempt            INT,
    Kind               VARCHAR(16)  NOT NULL CHECK (Kind IN ('POST', 'REVERSE')),
    BankAccountId      VARCHAR(20)  NOT NULL REFERENCES firm.BankAccount,
    ReceiptDate        DATE         NOT NULL,
    BookDate           DATE         NOT NULL,
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    LedgerCode         VARCHAR(16)  REFERENCES firm.LedgerCode,
    TransactionType    VARCHAR(16)  REFERENCES firm.TransactionType,
    Reference          VARCHAR(100),
    Payer              VARCHAR(200),
    ArMessage          VARCHAR(500)
);
CREATE INDEX firm.ReceiptByPosting ON firm.Receipt (PostingId, Attempt, Kind);
CREATE INDEX firm.ReceiptByBookDate ON firm.Receipt (BookDate, BankAccountId);

-- What a receipt went to: an invoice, a trust ledger, or a matter's account (unapplied money).
CREATE TABLE firm.ReceiptLine (
    ReceiptId          BIGINT       NOT NULL REFERENCES firm.Receipt,
    LineNumber         INT          NOT NULL,
    InvoiceId          VARCHAR(20)  REFERENCES firm.Invoice,
    TrustLedgerId      VARCHAR(20)  REFERENCES firm.TrustLedger,
    MatterId           VARCHAR(20)  REFERENCES firm.Matter,
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    PRIMARY KEY (ReceiptId, LineNumber),
    CHECK ((InvoiceId IS NOT NULL AND TrustLedgerId IS NULL AND MatterId IS NULL)
        OR (InvoiceId IS NULL AND TrustLedgerId IS NOT NULL AND MatterId IS NULL)
        OR (InvoiceId IS NULL AND TrustLedgerId IS NULL AND MatterId IS NOT NULL))
);

-- Written by a trigger on Receipt.
CREATE TABLE firm.ReceiptAudit (
    ReceiptAuditId     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ReceiptId          BIGINT       NOT NULL,
    What               VARCHAR(16)  NOT NULL,
    At                 TIMESTAMP(3) NOT NULL
);

-- One row (Id 1): nothing is booked on this day or before.
CREATE TABLE firm.PeriodClose (
    Id                 INT          NOT NULL PRIMARY KEY CHECK (Id = 1),
    ClosedThrough      DATE         NOT NULL
);
INSERT INTO firm.PeriodClose (Id, ClosedThrough) VALUES (1, DATE '2025-12-31');

-- Switches for the misbehaviour of the receipt triggers. RAISE: every receipt is refused with an error.
CREATE TABLE firm.TriggerSwitch (
    Name               VARCHAR(32)  NOT NULL PRIMARY KEY,
    IsOn               BOOLEAN      NOT NULL
);
INSERT INTO firm.TriggerSwitch (Name, IsOn) VALUES ('RAISE', FALSE);

-- The mapping.

CREATE VIEW clientpay_internal.MapBankAccount AS
    SELECT BankAccountId, Name, Kind, Active FROM firm.BankAccount;

CREATE VIEW clientpay_internal.MapLedgerCode AS
    SELECT Code, Description, Active FROM firm.LedgerCode;

CREATE VIEW clientpay_internal.MapTransactionType AS
    SELECT Code, Description, Active FROM firm.TransactionType;

-- The firm's own Connect fields come after Status, each a column named as in MapField.
CREATE VIEW clientpay_internal.MapMatter AS
    SELECT m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, c.ClientNumber, c.ClientName, m.Status,
           m.ResponsibleAttorney AS RESPONSIBLE_ATTORNEY, m.Office AS OFFICE, m.PracticeArea AS PRACTICE_AREA,
           m.OpenedOn AS OPENED_ON
    FROM firm.Matter m JOIN firm.Client c ON c.ClientId = m.ClientId;

-- Position is the order of a firm that has not set its own. Contains: whether a search within the value is allowed.
CREATE VIEW clientpay_internal.MapField (Name, Label, Type, Searchable, Contains, Position) AS VALUES
    ('CLIENT_NUMBER',        'Client number',        'TEXT', TRUE,  FALSE, 1),
    ('CLIENT_NAME',          'Client name',          'TEXT', TRUE,  TRUE,  2),
    ('MATTER_NUMBER',        'Matter number',        'TEXT', TRUE,  FALSE, 3),
    ('MATTER_NAME',          'Matter name',          'TEXT', TRUE,  TRUE,  4),
    ('INVOICE_NUMBER',       'Invoice number',       'TEXT', TRUE,  FALSE, 5),
    ('RESPONSIBLE_ATTORNEY', 'Responsible attorney', 'TEXT', TRUE,  FALSE, 6),
    ('OFFICE',               'Office',               'TEXT', FALSE, FALSE, 7),
    ('PRACTICE_AREA',        'Practice area',        'TEXT', FALSE, FALSE, 8),
    ('OPENED_ON',            'Matter opened on',     'DATE', FALSE, FALSE, 9);

CREATE VIEW clientpay_internal.MapInvoice AS
    SELECT InvoiceId, InvoiceNumber, MatterId, InvoiceDate, Amount, Balance, ChangedAt FROM firm.Invoice;

CREATE VIEW clientpay_internal.MapTrustLedger AS
    SELECT TrustLedgerId, MatterId, BankAccountId, Balance FROM firm.TrustLedger;

CREATE VIEW clientpay_internal.MapBooked AS
    SELECT PostingId, Attempt, Kind, BankAccountId, BookDate, Amount FROM firm.Receipt WHERE PostingId IS NOT NULL;

-- The firm books at once: there is no import to answer.
CREATE VIEW clientpay_internal.MapReceiptResult AS
    SELECT CAST(NULL AS VARCHAR(64)) AS PostingId, CAST(NULL AS INT) AS Attempt, CAST(NULL AS VARCHAR(16)) AS Kind,
           CAST(NULL AS INT) AS Handover, CAST(NULL AS VARCHAR(16)) AS Outcome, CAST(NULL AS VARCHAR(64)) AS Receipt, CAST(NULL AS DATE) AS BookedOn,
           CAST(NULL AS VARCHAR(1000)) AS Detail
    WHERE FALSE;

-- The firm's tables say all that the connector must know, and have one way to each total: nothing is asked or compared.
CREATE VIEW clientpay_internal.AskSubject AS
    SELECT CAST(NULL AS VARCHAR(32)) AS Subject, CAST(NULL AS VARCHAR(200)) AS Title,
           CAST(NULL AS VARCHAR(1000)) AS Question, CAST(NULL AS INT) AS Position, CAST(NULL AS BOOLEAN) AS NewItems
    WHERE FALSE;

CREATE VIEW clientpay_internal.AskChoice AS
    SELECT CAST(NULL AS VARCHAR(32)) AS Subject, CAST(NULL AS VARCHAR(32)) AS Answer,
           CAST(NULL AS VARCHAR(200)) AS Meaning, CAST(NULL AS INT) AS Position
    WHERE FALSE;

CREATE VIEW clientpay_internal.AskItem AS
    SELECT CAST(NULL AS VARCHAR(32)) AS Subject, CAST(NULL AS VARCHAR(128)) AS Item, CAST(NULL AS VARCHAR(200)) AS Label,
           CAST(NULL AS BOOLEAN) AS Active, CAST(NULL AS VARCHAR(1000)) AS Usage,
           CAST(NULL AS VARCHAR(32)) AS Suggested, CAST(NULL AS VARCHAR(32)) AS Refuted,
           CAST(NULL AS VARCHAR(1000)) AS RefutedBecause
    WHERE FALSE;

CREATE VIEW clientpay_internal.Comparison AS
    SELECT CAST(NULL AS VARCHAR(32)) AS Name, CAST(NULL AS VARCHAR(16)) AS Measure, CAST(NULL AS VARCHAR(200)) AS Title,
           CAST(NULL AS VARCHAR(200)) AS FirstWay, CAST(NULL AS VARCHAR(200)) AS SecondWay,
           CAST(NULL AS INT) AS Position
    WHERE FALSE;

CREATE VIEW clientpay_internal.ComparisonItem AS
    SELECT CAST(NULL AS VARCHAR(32)) AS Name, CAST(NULL AS VARCHAR(200)) AS Item,
           CAST(NULL AS DECIMAL(19, 2)) AS FirstAmount, CAST(NULL AS DECIMAL(19, 2)) AS SecondAmount
    WHERE FALSE;
