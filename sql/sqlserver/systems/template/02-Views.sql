/*
  Pack template, 2 of 5: the books as the connector reads them. Each view below says column by column what is expected,
  with a worked example for the made-up system of schema acct in a comment; as it stands, it has no rows. "connect
  scripts check" says what is missing, of another type, not unique, without a usable index, or unexpectedly empty.

  Of all of them:
  - Two-part names, no lock hints (WITH (NOLOCK) would show money that is never committed), no functions of one's own,
    no linked servers.
  - An id is a bare column, of exactly the type in 01-Types.sql (where an invoice's cannot be: InvoiceKey). So are
    searched columns: an expression has no index (where an invoice's number must be one: NumberKey). A column that must
    be converted is converted where it is not searched.
  - Text that is joined or compared within a view has one collation: say COLLATE where the system's columns differ.
  - Null is allowed only where it is said; an empty text stands for none.
  - Money is decimal(19, 2) or converts to it without a loss, in the one currency that is set in the connector.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'template'))
    THROW 51010, N'Another system pack is installed in this database: pack template cannot be put over it.', 1;

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
/*
  MapBankAccount: the firm's bank accounts, also those no longer in use. Unique: BankAccountId.

    BankAccountId  as in 01-Types.sql
    Name           text, for the people who choose one
    Kind           varchar(16): TRUST for an account with clients' money, else OPERATING. Never guessed: an account that
                   cannot be told is left out, since client money must not get among the firm's own.
    Active         bit: money may be received on it

    SELECT b.BankId AS BankAccountId, b.BankName AS Name,
           CONVERT(varchar(16), CASE b.IsTrust WHEN 'Y' THEN 'TRUST' ELSE 'OPERATING' END) AS Kind,
           CONVERT(bit, CASE b.Inactive WHEN 'N' THEN 1 ELSE 0 END) AS Active
    FROM acct.Bank b
    WHERE b.IsTrust IN ('Y', 'N');
*/
CREATE VIEW clientpay_internal.MapBankAccount
AS
SELECT
    CONVERT(varchar(64), NULL) AS BankAccountId,
    CONVERT(nvarchar(200), NULL) AS Name,
    CONVERT(varchar(16), NULL) AS Kind,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
/*
  MapLedgerCode: the codes that say what kind of ledger entry a receipt is. No rows where the system has none; then
  HasLedgerCodes is 0 in 05-Installation.sql. Unique: Code.

    Code         text of up to 64 characters, as receipts carry it
    Description  text, for the people who choose one
    Active       bit: new receipts may have it

    SELECT RTRIM(l.Code) AS Code, l.Description, CONVERT(bit, 1) AS Active
    FROM acct.LedgerCode l
    WHERE l.Sign = 'C';
*/
CREATE VIEW clientpay_internal.MapLedgerCode
AS
SELECT
    CONVERT(nvarchar(64), NULL) AS Code,
    CONVERT(nvarchar(200), NULL) AS Description,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
/*
  MapTransactionType: as MapLedgerCode, for systems that want a type on each receipt as well; HasTransactionTypes.
*/
CREATE VIEW clientpay_internal.MapTransactionType
AS
SELECT
    CONVERT(nvarchar(64), NULL) AS Code,
    CONVERT(nvarchar(200), NULL) AS Description,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
/*
  MapMatter: every matter that an invoice or a trust ledger below belongs to, open or closed, with its client. Invoices
  and trust ledgers of matters that are not here are not seen. Unique: MatterId.

    MatterId      as in 01-Types.sql; indexed
    MatterNumber  of type SearchText: the number that people know. Indexed, best with MatterId behind it
    MatterName    of type SearchText. Indexed, best with MatterId behind it
    ClientId      any type
    ClientNumber  of type SearchText; indexed
    ClientName    of type SearchText; indexed. These four may be null or empty, and are then shown as empty: nothing is
                  left out for it
    Status        varchar(16): CLOSED, and nothing can be posted to it; else OPEN
    then, if the firm wants more Connect fields: a column for each, text, named in capitals as in MapField. Dates as
    2026-11-23 (style 23). Null or empty where a matter has none.

    SELECT m.MatterId, m.MatterCode AS MatterNumber, m.MatterName,
           m.ClientId, c.ClientCode AS ClientNumber, c.ClientName,
           CONVERT(varchar(16), CASE WHEN m.ClosedOn IS NULL THEN 'OPEN' ELSE 'CLOSED' END) AS Status,
           CONVERT(nvarchar(100), p.FullName) AS RESPONSIBLE_ATTORNEY, CONVERT(char(10), m.OpenedOn, 23) AS OPENED_ON
    FROM acct.Matter m
    JOIN acct.Client c ON c.ClientId = m.ClientId
    LEFT JOIN acct.Person p ON p.PersonId = m.AttorneyId
    WHERE m.MatterId <> 0;
*/
CREATE VIEW clientpay_internal.MapMatter
AS
SELECT
    CONVERT(varchar(64), NULL) AS MatterId,
    CONVERT(nvarchar(64), NULL) AS MatterNumber,
    CONVERT(nvarchar(200), NULL) AS MatterName,
    CONVERT(varchar(64), NULL) AS ClientId,
    CONVERT(nvarchar(64), NULL) AS ClientNumber,
    CONVERT(nvarchar(200), NULL) AS ClientName,
    CONVERT(varchar(16), NULL) AS Status
WHERE 1 = 0;
GO
/*
  MapField: the Connect fields. The first five are always there; the further columns of MapMatter come behind.

    Name        varchar(64): capitals, digits and _, as the column of MapMatter is named
    Label       nvarchar(200): as people see it
    Type        varchar(16): TEXT, or DATE
    Searchable  bit: a further field only if MapMatterField has its values
    Contains    bit: a search within the value is allowed. It reads every value: for names of up to some 100,000 clients
    Position    int: the order of a firm that has not set its own

        ('RESPONSIBLE_ATTORNEY', N'Responsible attorney', 'TEXT', 1, 0, 6),
        ('OPENED_ON', N'Matter opened on', 'DATE', 0, 0, 7)
*/
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
        ('CLIENT_NAME', N'Client name', 'TEXT', 1, 0, 2),
        ('MATTER_NUMBER', N'Matter number', 'TEXT', 1, 0, 3),
        ('MATTER_NAME', N'Matter name', 'TEXT', 1, 0, 4),
        ('INVOICE_NUMBER', N'Invoice number', 'TEXT', 1, 0, 5)
) f (Name, Label, Type, Searchable, [Contains], Position);
GO
/*
  MapMatterField: the values of the further searchable fields, a row for each matter and field; UNION ALL of one SELECT
  for each field. No rows for a matter without a value.

    Field     varchar(64): its name in MapField
    Value     of type SearchText, all in one collation; indexed, best with MatterId behind it
    MatterId  as in 01-Types.sql

    SELECT CONVERT(varchar(64), 'RESPONSIBLE_ATTORNEY') AS Field, p.FullName AS Value, m.MatterId
    FROM acct.Person p
    JOIN acct.Matter m ON m.AttorneyId = p.PersonId;
*/
CREATE VIEW clientpay_internal.MapMatterField
AS
SELECT
    CONVERT(varchar(64), NULL) AS Field,
    CONVERT(nvarchar(200), NULL) AS Value,
    CONVERT(varchar(64), NULL) AS MatterId
WHERE 1 = 0;
GO
/*
  MapInvoice: every invoice that was sent, paid or not; no drafts, nothing that was reversed. Unique: InvoiceId, so
  where a bill can be of several matters, a row is the bill's part of one matter, with an id that says both.

    InvoiceId      as in 01-Types.sql; indexed
    InvoiceKey     the same column again. Only where no column alone is unique, and InvoiceId so an expression of
                   several, one of those: indexed, and filled. An id is looked for by both
    InvoiceNumber  of type SearchText: as it is on paper; need not be unique. Indexed
    NumberKey      the same column again. Only where InvoiceNumber is an expression, such as a whole number as text, the
                   column that it is made of: indexed, and filled. A number is looked for by both
    MatterId       as in 01-Types.sql; indexed
    InvoiceDate    date
    Amount         decimal(19, 2): what was billed
    Balance        decimal(19, 2): what is owed still. The same that ApplyPosting reduces
    ChangedAt      datetime or datetime2, UTC: when the row was last written, whoever wrote it; null where the system
                   keeps none, and KeepsChangeTime is 0 then. Indexed, and a bare column for that. A local time is
                   converted; the hour that comes twice in autumn to the later of the two instants, so that no change
                   looks older than it is. A time that can be much older than the writing itself, such as when a form
                   was opened, is none.

    SELECT b.BillId AS InvoiceId, b.BillId AS InvoiceKey, b.BillNumber AS InvoiceNumber,
           b.BillNumber AS NumberKey, b.MatterId, CONVERT(date, b.BillDate) AS InvoiceDate, b.Billed AS Amount,
           b.OpenAmount AS Balance, b.ModifiedUtc AS ChangedAt
    FROM acct.Bill b
    WHERE b.Reversed = 'N' AND b.BillNumber <> '';
*/
CREATE VIEW clientpay_internal.MapInvoice
AS
SELECT
    CONVERT(varchar(64), NULL) AS InvoiceId,
    CONVERT(varchar(64), NULL) AS InvoiceKey,
    CONVERT(nvarchar(64), NULL) AS InvoiceNumber,
    CONVERT(nvarchar(64), NULL) AS NumberKey,
    CONVERT(varchar(64), NULL) AS MatterId,
    CONVERT(date, NULL) AS InvoiceDate,
    CONVERT(decimal(19, 2), NULL) AS Amount,
    CONVERT(decimal(19, 2), NULL) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
WHERE 1 = 0;
GO
/*
  MapOpenInvoice: of MapInvoice the rows whose Balance is above zero, and the same columns. A view of its own, so that
  the condition can be written as the system's indexes have it: by a status of open bills, for instance.

    ... the SELECT of MapInvoice ...
    WHERE b.Reversed = 'N' AND b.BillNumber <> '' AND b.Status = 'O' AND b.OpenAmount > 0;
*/
CREATE VIEW clientpay_internal.MapOpenInvoice
AS
SELECT
    CONVERT(varchar(64), NULL) AS InvoiceId,
    CONVERT(varchar(64), NULL) AS InvoiceKey,
    CONVERT(nvarchar(64), NULL) AS InvoiceNumber,
    CONVERT(nvarchar(64), NULL) AS NumberKey,
    CONVERT(varchar(64), NULL) AS MatterId,
    CONVERT(date, NULL) AS InvoiceDate,
    CONVERT(decimal(19, 2), NULL) AS Amount,
    CONVERT(decimal(19, 2), NULL) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
WHERE 1 = 0;
GO
/*
  MapTrustLedger: clients' money, by matter and trust account. No rows where the firm takes none through the connector.
  Unique: TrustLedgerId.

    TrustLedgerId  as in 01-Types.sql; indexed. Where the system has no such id but a row for each matter and account:
                   one that is made of both
    MatterId       as in 01-Types.sql; indexed
    BankAccountId  as in 01-Types.sql: an account of Kind TRUST
    Balance        decimal(19, 2)

    SELECT t.TrustId AS TrustLedgerId, t.MatterId, t.BankId AS BankAccountId, t.Balance
    FROM acct.Trust t;
*/
CREATE VIEW clientpay_internal.MapTrustLedger
AS
SELECT
    CONVERT(varchar(64), NULL) AS TrustLedgerId,
    CONVERT(varchar(64), NULL) AS MatterId,
    CONVERT(varchar(64), NULL) AS BankAccountId,
    CONVERT(decimal(19, 2), NULL) AS Balance
WHERE 1 = 0;
GO
/*
  MapBooked: what the books hold from the connector, for reconciliation: a row for each receipt and each reversal that
  the hooks wrote, found by what they left in it (a reference, a batch, a column that is free for it).

    PostingId      varchar(64), COLLATE Latin1_General_100_BIN2
    Attempt        int: of the posting; 1 where it is not kept
    Kind           varchar(16), COLLATE Latin1_General_100_BIN2: POST, or REVERSE
    BankAccountId  as in 01-Types.sql
    BookDate       date; indexed
    Amount         decimal(19, 2), positive, also of a reversal

  What the system's tables cannot show, such as its reversals, must not look as if it were missing: a row of
  clientpay_internal.Effect (Outside = 0) with its BankAccountId and BookDate and without an Amount says that it cannot
  be compared.

    SELECT CONVERT(varchar(64), r.ExternalId) COLLATE Latin1_General_100_BIN2 AS PostingId,
           r.ExternalAttempt AS Attempt,
           CONVERT(varchar(16), CASE WHEN r.Amount < 0 THEN 'REVERSE' ELSE 'POST' END) COLLATE Latin1_General_100_BIN2
               AS Kind,
           r.BankId AS BankAccountId, CONVERT(date, r.PostDate) AS BookDate, ABS(r.Amount) AS Amount
    FROM acct.Receipt r
    WHERE r.Source = 'CLIENTPAY';
*/
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
/*
  MapReceiptResult: what the system's import answered to a posting that ApplyPosting QUEUED. Rows stay; none for systems
  that book at once.

    PostingId, Attempt, Kind  as in MapBooked
    Handover  int: of the posting, as the batch file had it: which of several tries is answered
    Outcome   varchar(16): BOOKED, or REJECTED
    Receipt   nvarchar(64): the books' number of it, or null
    BookedOn  date: or null where it was rejected
    Detail    nvarchar(1000): why it was rejected, in the import's words, or null

    SELECT CONVERT(varchar(64), l.ExternalId) COLLATE Latin1_General_100_BIN2 AS PostingId,
           l.ExternalAttempt AS Attempt,
           CONVERT(varchar(16), l.ExternalKind) COLLATE Latin1_General_100_BIN2 AS Kind,
           l.ExternalHandover AS Handover,
           CONVERT(varchar(16), CASE l.Status WHEN 'P' THEN 'BOOKED' ELSE 'REJECTED' END) AS Outcome,
           CONVERT(nvarchar(64), l.ReceiptId) AS Receipt, CONVERT(date, l.PostDate) AS BookedOn,
           CONVERT(nvarchar(1000), l.ErrorText) AS Detail
    FROM acct.ImportLine l
    WHERE l.Status IN ('P', 'E');
*/
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
/*
  The next three views ask the firm what no table says, such as which bank account is a trust account. No rows where the
  system says it all. "connect scripts answers" asks by them, and keeps the answers in table clientpay_internal.Answer
  (Subject, Item, Answer); the views above read that table, and leave out what nobody has answered:

    FROM acct.Bank b
    JOIN clientpay_internal.Answer a ON a.Subject = 'BANK_ACCOUNT'
        AND a.Item = CONVERT(nvarchar(128), b.BankId) COLLATE Latin1_General_100_BIN2
    WHERE a.Answer IN ('OPERATING', 'TRUST')

  AskSubject: what is asked, a row for each kind of thing. Unique: Subject.

    Subject   varchar(32): capitals, digits and _
    Title     nvarchar(200): as people say it, in the plural: Bank accounts
    Question  nvarchar(1000): one question for all its items
    Position  int: the order in which they are asked
    NewItems  bit: 1 where the system keeps no list, so that the firm enters the items itself; AskItem then shows what
              was entered

        ('BANK_ACCOUNT', N'Bank accounts', N'Whose money is on this account?', 1, 0)
*/
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
/*
  AskChoice: the answers that a subject allows. Unique: Subject, Answer.

    Answer    varchar(32): capitals, digits and _
    Meaning   nvarchar(200): what it does

        ('BANK_ACCOUNT', 'OPERATING', N'the firm''s own', 1),
        ('BANK_ACCOUNT', 'TRUST', N'clients'' money', 2),
        ('BANK_ACCOUNT', 'NONE', N'never offered', 3)
*/
CREATE VIEW clientpay_internal.AskChoice
AS
SELECT
    CONVERT(varchar(32), NULL) AS Subject,
    CONVERT(varchar(32), NULL) AS Answer,
    CONVERT(nvarchar(200), NULL) AS Meaning,
    CONVERT(int, NULL) AS Position
WHERE 1 = 0;
GO
/*
  AskItem: what is asked about, a row for each: the live list of the system. Unique: Subject, Item.

    Item            nvarchar(128): its id as text, without blanks at its end
    Label           nvarchar(200): as people know it
    Active          bit: it is in use; "connect check" names the unanswered ones of these
    Usage           nvarchar(1000): what the database says of its use, in words with counts
    Suggested       varchar(32): the answer that its use speaks for, or null. Proposed to a person, never taken by itself
    Refuted         varchar(32): the answer that its use contradicts, or null: refused unless confirmed in writing
    RefutedBecause  nvarchar(1000): why, a sentence, or null

  It is read whenever somebody asks and by every "connect check": look for use by EXISTS where an index helps.

    SELECT CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject, CONVERT(nvarchar(128), b.BankId) AS Item,
           b.BankName AS Label, CONVERT(bit, CASE b.Inactive WHEN 'N' THEN 1 ELSE 0 END) AS Active,
           CONCAT(t.Ledgers, N' trust ledgers') AS Usage,
           CASE WHEN t.Ledgers > 0 THEN 'TRUST' END AS Suggested,
           CASE WHEN t.Ledgers > 0 THEN 'OPERATING' END AS Refuted,
           CASE WHEN t.Ledgers > 0 THEN CONCAT(t.Ledgers, N' trust ledgers lie on it.') END AS RefutedBecause
    FROM acct.Bank b
    CROSS APPLY (SELECT COUNT(*) AS Ledgers FROM acct.Trust x WHERE x.BankId = b.BankId) t;
*/
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
/*
  The next two views compute the same total in two independent ways, so that a mapping that reads the books wrongly is
  noticed before money is posted by it. "connect scripts check" shows both totals and the largest differences, and
  "connect scripts sign-off" records that accounting accepted them. No rows where a system has one way only.

  Comparison: a row for each. Unique: Name.

    Name       varchar(32): short, such as INVOICES
    Measure    varchar(16): AR, or TRUST
    Title      nvarchar(200): what is compared
    FirstWay, SecondWay  nvarchar(200): in a few words, tables named

        ('INVOICES', 'AR', N'Open invoices', N'acct.Bill.OpenAmount', N'sum of acct.BillEntry', 1)
*/
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
/*
  ComparisonItem: the parts of each total, a row for each invoice, bill or trust ledger that one of the ways has.

    Name          varchar(32): of Comparison
    Item          nvarchar(200): as people know it: an invoice number, a matter with an account
    FirstAmount, SecondAmount  decimal(19, 2), null where that way has none

    SELECT CONVERT(varchar(32), 'INVOICES') AS Name, b.BillNumber AS Item, b.OpenAmount AS FirstAmount,
           e.Total AS SecondAmount
    FROM acct.Bill b
    FULL JOIN (SELECT x.BillId, SUM(x.Amount) AS Total FROM acct.BillEntry x GROUP BY x.BillId) e
        ON e.BillId = b.BillId;
*/
CREATE VIEW clientpay_internal.ComparisonItem
AS
SELECT
    CONVERT(varchar(32), NULL) AS Name,
    CONVERT(nvarchar(200), NULL) AS Item,
    CONVERT(decimal(19, 2), NULL) AS FirstAmount,
    CONVERT(decimal(19, 2), NULL) AS SecondAmount
WHERE 1 = 0;
GO
PRINT 'Views Map..., Ask... and Comparison... of clientpay_internal are those of pack template.';
GO
