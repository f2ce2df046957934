/*
  Pack elite-enterprise, for Elite Enterprise: its books as the connector reads them. From how many independent firms or
  authors a table is known is said at each view; "inferred" is our own reading. Nothing of it has been seen on a live
  system, and the ledger is known from one firm only: reconcile before anybody signs it off.

  MapBankAccount     the accounts that the firm has entered
  MapLedgerSign      whether an entry of a ledger code is a debit or a credit; for the views below
  MapLedgerCode      ledger codes of credits
  MapTransactionType none
  MapMatter          matters with their clients
  MapField, MapMatterField  the Connect fields; none of the system's own
  MapInvoice, MapOpenInvoice  a row for each invoice number and matter, from the ledger
  MapTrustLedger     what the firm's own view MapFirmTrust shows; no rows without it
  MapBooked          ledger entries of the connector's, by their document number
  MapReceiptResult   what the ledger shows of its receipts, and what the firm reports
  AskSubject, AskChoice, AskItem  what the firm must answer
  Comparison, ComparisonItem      what accounting compares before it signs the mapping off

  Keys are text, char in most columns and padded with blanks. Formats of numbers differ between firms, so a client is
  joined by matter.mclient and never by a part of the matter's number.
  Indexes that searches need: matter (mclient), ledger (lmatter) and (linvoice). The type of linvoice is not published,
  so it is converted: a search by the beginning of an invoice number reads all of them, one by a whole number does not
  (NumberKey).

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-enterprise'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-enterprise cannot be put over it.', 1;

DROP VIEW IF EXISTS clientpay_internal.ComparisonItem;
DROP VIEW IF EXISTS clientpay_internal.MapBankAccount;
DROP VIEW IF EXISTS clientpay_internal.MapLedgerCode;
DROP VIEW IF EXISTS clientpay_internal.MapTransactionType;
DROP VIEW IF EXISTS clientpay_internal.MapMatter;
DROP VIEW IF EXISTS clientpay_internal.MapField;
DROP VIEW IF EXISTS clientpay_internal.MapMatterField;
DROP VIEW IF EXISTS clientpay_internal.MapOpenInvoice;
DROP VIEW IF EXISTS clientpay_internal.MapInvoice;
DROP VIEW IF EXISTS clientpay_internal.MapTrustLedger;
DROP VIEW IF EXISTS clientpay_internal.MapBooked;
DROP VIEW IF EXISTS clientpay_internal.MapReceiptResult;
DROP VIEW IF EXISTS clientpay_internal.AskSubject;
DROP VIEW IF EXISTS clientpay_internal.AskChoice;
DROP VIEW IF EXISTS clientpay_internal.AskItem;
DROP VIEW IF EXISTS clientpay_internal.Comparison;
DROP VIEW IF EXISTS clientpay_internal.MapLedgerSign;
GO
/*
  No table of banks is known. The list is the firm's own: each account that it enters as an answer, by the code that the
  receipt file must carry, and whose money lies on it.
*/
CREATE VIEW clientpay_internal.MapBankAccount
AS
SELECT
    CONVERT(nvarchar(64), a.Item) AS BankAccountId,
    CONVERT(nvarchar(200), CONCAT(N'Bank ', a.Item)) AS Name,
    CONVERT(varchar(16), a.Answer) AS Kind,
    CONVERT(bit, 1) AS Active
FROM clientpay_internal.Answer a
WHERE a.Subject = 'BANK_ACCOUNT' AND a.Answer IN ('OPERATING', 'TRUST');
GO
/*
  ledcode [1 organisation, 1 file]: lccode, and lcdebcr 'C' for a credit. That a code has one row only is not published:
  one with a debit and a credit says neither (null), here and in the invoices below. A code without a debit or credit
  has no row.
*/
CREATE VIEW clientpay_internal.MapLedgerSign
AS
SELECT
    k.lccode,
    CASE WHEN MIN(UPPER(k.lcdebcr)) = MAX(UPPER(k.lcdebcr)) THEN MAX(UPPER(k.lcdebcr)) END AS lcdebcr
FROM dbo.ledcode k
WHERE k.lcdebcr <> ''
GROUP BY k.lccode;
GO
-- No other pack has this view: it would make the sign-off of one void, where a DBA's tool goes on after the refusal.
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-enterprise'))
    DROP VIEW IF EXISTS clientpay_internal.MapLedgerSign;
GO
/*
  The codes of credits, which is what a receipt is. No column with a description or of codes out of use was seen.
*/
CREATE VIEW clientpay_internal.MapLedgerCode
AS
SELECT
    CONVERT(nvarchar(64), RTRIM(c.lccode)) AS Code,
    CONVERT(nvarchar(200), CONCAT(N'Ledger code ', RTRIM(c.lccode))) AS Description,
    CONVERT(bit, 1) AS Active
FROM clientpay_internal.MapLedgerSign c
WHERE c.lccode <> '' AND c.lcdebcr = 'C';
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
  matter [4 organisations] and client [3]; client.clnum = matter.mclient [2]. mstatus is read by one organisation and
  compared with a list of its own: its codes are the firm's to answer. A status that nobody has answered closes nothing,
  and "connect check" names it.
*/
CREATE VIEW clientpay_internal.MapMatter
AS
SELECT
    m.mmatter AS MatterId,
    m.mmatter AS MatterNumber,
    m.mdesc1 AS MatterName,
    c.clnum AS ClientId,
    c.clnum AS ClientNumber,
    c.clname1 AS ClientName,
    CONVERT(varchar(16), CASE a.Answer WHEN 'CLOSED' THEN 'CLOSED' ELSE 'OPEN' END) AS Status
FROM dbo.matter m
JOIN dbo.client c ON c.clnum = m.mclient
LEFT JOIN clientpay_internal.Answer a
    ON a.Subject = 'MATTER_STATUS'
    AND a.Item = CONVERT(nvarchar(128), RTRIM(m.mstatus)) COLLATE Latin1_General_100_BIN2
WHERE m.mmatter <> '' AND c.clnum <> '';
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
        ('INVOICE_NUMBER', N'Invoice number', 'TEXT', 1, 0, 5)
) f (Name, Label, Type, Searchable, [Contains], Position);
GO
CREATE VIEW clientpay_internal.MapMatterField
AS
SELECT
    CONVERT(varchar(64), NULL) AS Field,
    CONVERT(varchar(200), NULL) AS Value,
    CONVERT(varchar(64), NULL) AS MatterId
WHERE 1 = 0;
GO
/*
  ledger [1 organisation, 2 files] and ledcode. An invoice's balance is the sum of its entries, with a minus where the
  entry's code is a credit (lcdebcr 'C'), over those with lzero N or Y [1 file]; others, such as R, are reversed
  [inferred]. The file sums by client; by invoice number and matter is our own reading.

  Id: lindex of the first entry of an invoice and matter, reversed or not, which stays when entries are added.
  Left out: entries without an invoice number (null, blank or 0) or a matter (null or blank), or whose matter or client
  is missing, and an invoice with an entry whose code ledcode does not have, or without saying debit or credit: its sign
  would be a guess. Comparison LISTED names each.
  NumberKey: linvoice as it is, by whose index a number is found (01-Types.sql).
  Amount: the sum of its debits. InvoiceDate: the earliest of its debits' (ltradat), of credits alone the earliest of
  these; 1900-01-01 where none has one. [both inferred] What rounds to 0.00 is not open.
  The amounts may be in a billing currency: no column says so. A firm with several must not sign the mapping off.

  Each invoice is added up by itself, from its first entry on, so that those of a matter are found by the index of
  lmatter and added up by that of linvoice. A list of all adds up the whole ledger.
*/
CREATE VIEW clientpay_internal.MapInvoice
AS
SELECT
    h.lindex AS InvoiceId,
    h.lindex AS InvoiceKey,
    CONVERT(nvarchar(64), h.linvoice) AS InvoiceNumber,
    h.linvoice AS NumberKey,
    h.lmatter AS MatterId,
    s.InvoiceDate,
    CONVERT(decimal(19, 2), s.Amount) AS Amount,
    CONVERT(decimal(19, 2), ROUND(s.Balance, 2)) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
FROM dbo.ledger h
CROSS APPLY (
    SELECT
        COALESCE(
            MIN(CASE WHEN l.lzero IN ('N', 'Y') AND c.lcdebcr <> 'C' THEN CONVERT(date, l.ltradat) END),
            CASE
                WHEN SUM(CASE WHEN l.lzero IN ('N', 'Y') AND c.lcdebcr <> 'C' THEN 1 ELSE 0 END) = 0
                    THEN MIN(CASE WHEN l.lzero IN ('N', 'Y') THEN CONVERT(date, l.ltradat) END)
            END,
            CONVERT(date, '19000101')) AS InvoiceDate,
        SUM(CASE WHEN l.lzero IN ('N', 'Y') AND c.lcdebcr <> 'C' THEN COALESCE(l.lamount, 0) ELSE 0 END)
            AS Amount,
        SUM(CASE
            WHEN l.lzero NOT IN ('N', 'Y') OR l.lzero IS NULL THEN 0
            WHEN c.lcdebcr = 'C' THEN -COALESCE(l.lamount, 0)
            ELSE COALESCE(l.lamount, 0)
        END) AS Balance
    FROM dbo.ledger l
    LEFT JOIN clientpay_internal.MapLedgerSign c ON c.lccode = l.llcode
    WHERE l.linvoice = h.linvoice AND l.lmatter = h.lmatter
    HAVING SUM(CASE WHEN l.lzero IN ('N', 'Y') THEN 1 ELSE 0 END) > 0
        AND SUM(CASE WHEN l.lzero IN ('N', 'Y') AND c.lcdebcr IS NULL THEN 1 ELSE 0 END) = 0
) s
WHERE CONVERT(varchar(64), h.linvoice) NOT IN ('', '0')
    AND EXISTS (
        SELECT 1
        FROM dbo.matter m
        JOIN dbo.client k ON k.clnum = m.mclient
        WHERE m.mmatter = h.lmatter AND m.mmatter <> '' AND k.clnum <> ''
    )
    AND NOT EXISTS (
        SELECT 1
        FROM dbo.ledger e
        WHERE e.linvoice = h.linvoice AND e.lmatter = h.lmatter AND e.lindex < h.lindex
    );
GO
CREATE VIEW clientpay_internal.MapOpenInvoice
AS
SELECT
    i.InvoiceId,
    i.InvoiceKey,
    i.InvoiceNumber,
    i.NumberKey,
    i.MatterId,
    i.InvoiceDate,
    i.Amount,
    i.Balance,
    i.ChangedAt
FROM clientpay_internal.MapInvoice i
WHERE i.Balance > 0;
GO
/*
  MapFirmTrust: the firm's own, and empty until its DBA makes it another: trust money by matter and bank account, from
  the tables that the vendor's data dictionary names. No public source has them, and no balance is guessed. This script
  makes it once and never touches it again, and not in a database of another pack's, whose sign-off it would make void:
  there only the first batch ends with the refusal, where a DBA's tool goes on. To fill it:

    DROP VIEW clientpay_internal.MapFirmTrust; and CREATE VIEW with the same columns:
    TrustLedgerId  varchar(64): unique, and always the same for a matter and account
    MatterId       varchar(64): mmatter
    BankAccountId  nvarchar(64): the account's code, which must be answered TRUST
    Balance        decimal(19, 2)

  MapTrustLedger leaves out a row with a null or a blank id, on a code that is not answered TRUST, and of a matter that
  MapMatter does not show: comparison TRUST_LISTED names each.
*/
IF OBJECT_ID(N'clientpay_internal.MapFirmTrust', N'V') IS NULL
    AND EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName = 'elite-enterprise')
    EXEC (N'CREATE VIEW clientpay_internal.MapFirmTrust
AS
SELECT
    CONVERT(varchar(64), NULL) AS TrustLedgerId,
    CONVERT(varchar(64), m.mmatter) AS MatterId,
    CONVERT(nvarchar(64), NULL) AS BankAccountId,
    CONVERT(decimal(19, 2), NULL) AS Balance
FROM dbo.matter m
WHERE 1 = 0;');
GO
CREATE VIEW clientpay_internal.MapTrustLedger
AS
SELECT f.TrustLedgerId, f.MatterId, f.BankAccountId, CONVERT(decimal(19, 2), f.Balance) AS Balance
FROM clientpay_internal.MapFirmTrust f
JOIN clientpay_internal.Answer a
    ON a.Subject = 'BANK_ACCOUNT'
    AND a.Item = CONVERT(nvarchar(128), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2
    AND a.Answer = 'TRUST'
WHERE f.TrustLedgerId <> '' AND f.Balance IS NOT NULL
    AND EXISTS (
        SELECT 1
        FROM dbo.matter m
        JOIN dbo.client c ON c.clnum = m.mclient
        WHERE m.mmatter = f.MatterId AND m.mmatter <> '' AND c.clnum <> ''
    );
GO
/*
  Entries with a document number (ledger.ldocumnt) of the connector's: CP and the receipt's key in ten digits, as the
  receipt file gave it. That receipts become ledger entries with a credit code, and keep the file's document number, is
  inferred. The ledger names no bank: the account is the one that was asked for.
  Amount: of a receipt the credits less the debits, of a reversal the other way round, so that a reversal that was booked
  as one more credit is below zero and differs from ours.
  Whether money for a trust account is in the ledger is not known: where it is not, our own entry is here without an
  amount, which says that it cannot be compared.
*/
CREATE VIEW clientpay_internal.MapBooked
AS
SELECT
    r.PostingId,
    r.Attempt,
    r.Kind,
    r.BankAccountId,
    CONVERT(date, MAX(g.ltradat)) AS BookDate,
    CONVERT(decimal(19, 2), SUM(
        CASE c.lcdebcr WHEN 'C' THEN g.lamount ELSE -g.lamount END * CASE r.Kind WHEN 'POST' THEN 1 ELSE -1 END))
        AS Amount
FROM dbo.ledger g
JOIN clientpay_internal.MapLedgerSign c ON c.lccode = g.llcode
JOIN clientpay_internal.BatchLine r
    ON r.LineId = TRY_CAST(SUBSTRING(CONVERT(varchar(64), g.ldocumnt), 3, 10) AS bigint)
WHERE CONVERT(varchar(64), g.ldocumnt) = 'CP' + RIGHT('0000000000' + CONVERT(varchar(20), r.ReceiptKey), 10)
    AND r.LineId = r.ReceiptKey AND g.lzero IN ('N', 'Y') AND g.ltradat IS NOT NULL
GROUP BY r.PostingId, r.Attempt, r.Kind, r.BankAccountId
HAVING SUM(CASE c.lcdebcr WHEN 'C' THEN -g.lamount ELSE g.lamount END) <> 0
UNION ALL
SELECT
    e.PostingId,
    e.Attempt,
    e.Kind,
    e.BankAccountId,
    e.BookDate,
    CONVERT(decimal(19, 2), NULL)
FROM clientpay_internal.Effect e
WHERE e.Outside = 0
    AND EXISTS (
        SELECT 1
        FROM clientpay_internal.Answer a
        WHERE a.Subject = 'BANK_ACCOUNT' AND a.Item = e.BankAccountId AND a.Answer = 'TRUST'
    )
    AND NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.BatchLine l
        JOIN dbo.ledger g
            ON CONVERT(varchar(64), g.ldocumnt) = 'CP' + RIGHT('0000000000' + CONVERT(varchar(20), l.ReceiptKey), 10)
        WHERE l.PostingId = e.PostingId AND l.Attempt = e.Attempt AND l.Kind = e.Kind
    );
GO
/*
  A receipt is booked when the entries with its document number, on the invoices that it pays, make up its whole amount:
  as a credit, or as a debit where it is a reversal. What the import rejected, and what the ledger does not show, such
  as trust receipts, is reported: EXEC clientpay_internal.ReportReceipt.
*/
CREATE VIEW clientpay_internal.MapReceiptResult
AS
SELECT
    r.PostingId,
    r.Attempt,
    r.Kind,
    r.Handover,
    CONVERT(varchar(16), 'BOOKED') COLLATE Latin1_General_100_BIN2 AS Outcome,
    CONVERT(nvarchar(64), s.FirstEntry) COLLATE Latin1_General_100_BIN2 AS Receipt,
    s.BookedOn,
    CONVERT(nvarchar(1000), NULL) COLLATE Latin1_General_100_BIN2 AS Detail
FROM clientpay_internal.BatchLine r
CROSS APPLY (
    SELECT
        MIN(g.lindex) AS FirstEntry,
        CONVERT(date, MAX(g.ltradat)) AS BookedOn,
        SUM(CASE c.lcdebcr WHEN 'C' THEN -g.lamount ELSE g.lamount END) AS Signed
    FROM (
        SELECT DISTINCT h.linvoice, h.lmatter
        FROM clientpay_internal.BatchLine x
        JOIN dbo.ledger h ON h.lindex = TRY_CAST(x.InvoiceId AS bigint)
        WHERE x.PostingId = r.PostingId AND x.Attempt = r.Attempt AND x.Kind = r.Kind AND x.Handover = r.Handover
    ) i
    JOIN dbo.ledger g ON g.linvoice = i.linvoice AND g.lmatter = i.lmatter
    JOIN clientpay_internal.MapLedgerSign c ON c.lccode = g.llcode
    WHERE g.lzero IN ('N', 'Y')
        AND CONVERT(varchar(64), g.ldocumnt) = 'CP' + RIGHT('0000000000' + CONVERT(varchar(20), r.ReceiptKey), 10)
) s
WHERE r.LineId = r.ReceiptKey
    AND s.Signed = CASE r.Kind WHEN 'POST' THEN -r.ReceiptAmount ELSE r.ReceiptAmount END
UNION ALL
SELECT
    l.PostingId,
    l.Attempt,
    l.Kind,
    l.Handover,
    r.Outcome,
    CONVERT(nvarchar(64), r.Receipt) COLLATE Latin1_General_100_BIN2,
    r.BookedOn,
    CONVERT(nvarchar(1000), r.Detail) COLLATE Latin1_General_100_BIN2
FROM clientpay_internal.ImportReport r
JOIN clientpay_internal.BatchLine l ON l.LineId = r.ReceiptKey;
GO
CREATE VIEW clientpay_internal.AskSubject
AS
SELECT
    CONVERT(varchar(32), s.Subject) AS Subject,
    CONVERT(nvarchar(200), s.Title) AS Title,
    CONVERT(nvarchar(1000), s.Question) AS Question,
    CONVERT(int, s.Position) AS Position,
    CONVERT(bit, s.NewItems) AS NewItems
FROM (
    VALUES
        ('BANK_ACCOUNT', N'Bank accounts',
            N'Which bank codes may receipts have, and whose money is on each, the firm''s own or clients''?', 1, 1),
        ('MATTER_STATUS', N'Statuses of matters', N'May a payment be posted to matters of this status?', 2, 0)
) s (Subject, Title, Question, Position, NewItems);
GO
CREATE VIEW clientpay_internal.AskChoice
AS
SELECT
    CONVERT(varchar(32), c.Subject) AS Subject,
    CONVERT(varchar(32), c.Answer) AS Answer,
    CONVERT(nvarchar(200), c.Meaning) AS Meaning,
    CONVERT(int, c.Position) AS Position
FROM (
    VALUES
        ('BANK_ACCOUNT', 'OPERATING', N'the firm''s own money', 1),
        ('BANK_ACCOUNT', 'TRUST', N'clients'' money', 2),
        ('BANK_ACCOUNT', 'NONE', N'never offered', 3),
        ('MATTER_STATUS', 'OPEN', N'yes', 1),
        ('MATTER_STATUS', 'CLOSED', N'no: its payments wait for a person', 2)
) c (Subject, Answer, Meaning, Position);
GO
/*
  The accounts that the firm has entered, with the trust ledgers of MapFirmTrust on them, and those on which there are
  such ledgers without an answer. The statuses that matters have.
*/
CREATE VIEW clientpay_internal.AskItem
AS
SELECT
    CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject,
    k.Item,
    CONVERT(nvarchar(200), CONCAT(N'Bank ', k.Item)) COLLATE Latin1_General_100_BIN2 AS Label,
    CONVERT(bit, 1) AS Active,
    CONVERT(nvarchar(1000), CONCAT(SUM(k.Ledgers), N' trust ledgers in MapFirmTrust')) AS Usage,
    CONVERT(varchar(32), CASE WHEN SUM(k.Ledgers) > 0 THEN 'TRUST' END) AS Suggested,
    CONVERT(varchar(32), CASE WHEN SUM(k.Ledgers) > 0 THEN 'OPERATING' END) AS Refuted,
    CONVERT(nvarchar(1000), CASE
        WHEN SUM(k.Ledgers) > 0 THEN CONCAT(SUM(k.Ledgers), N' trust ledgers of view MapFirmTrust are on it.')
    END) AS RefutedBecause
FROM (
    SELECT a.Item, CONVERT(bigint, 0) AS Ledgers
    FROM clientpay_internal.Answer a
    WHERE a.Subject = 'BANK_ACCOUNT'
    UNION ALL
    SELECT CONVERT(nvarchar(128), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2, CONVERT(bigint, 1)
    FROM clientpay_internal.MapFirmTrust f
    WHERE f.BankAccountId <> ''
) k
GROUP BY k.Item
UNION ALL
SELECT
    CONVERT(varchar(32), 'MATTER_STATUS'),
    CONVERT(nvarchar(128), RTRIM(m.mstatus)) COLLATE Latin1_General_100_BIN2,
    CONVERT(nvarchar(200), CONCAT(
        N'Status ', CONVERT(nvarchar(128), RTRIM(m.mstatus)) COLLATE Latin1_General_100_BIN2))
        COLLATE Latin1_General_100_BIN2,
    CONVERT(bit, 1),
    CONVERT(nvarchar(1000), CONCAT(COUNT_BIG(*), N' matters have it')),
    CONVERT(varchar(32), NULL),
    CONVERT(varchar(32), NULL),
    CONVERT(nvarchar(1000), NULL)
FROM dbo.matter m
WHERE m.mstatus <> ''
GROUP BY CONVERT(nvarchar(128), RTRIM(m.mstatus)) COLLATE Latin1_General_100_BIN2;
GO
/*
  LEDGER  the signed ledger (lzero N and Y, minus for credits), which is what is offered, against what lzero 'N' alone
          gives: if Y means that an item is zeroed out, the two agree [inferred]. Both ways count what the invoices
          above leave out; an entry whose code is in no ledcode, or without debit or credit, counts in the second way
          only, as a debit.
  LISTED  every invoice with a debit balance over all entries that are not reversed (lzero other than R, also null [1
          file]), an entry of unknown sign as a debit, and what of it the connector lists: where they differ, nobody
          finds it to pay, or its balance is not sure, and its name says why.
  TRUST_LISTED  the same of trust money: every row of MapFirmTrust, and why it is not listed. One without a balance
          counts as 0.01, so that it is shown.
*/
CREATE VIEW clientpay_internal.Comparison
AS
SELECT
    CONVERT(varchar(32), c.Name) AS Name,
    CONVERT(varchar(16), c.Measure) AS Measure,
    CONVERT(nvarchar(200), c.Title) AS Title,
    CONVERT(nvarchar(200), c.FirstWay) AS FirstWay,
    CONVERT(nvarchar(200), c.SecondWay) AS SecondWay,
    CONVERT(int, c.Position) AS Position
FROM (
    VALUES
        ('LEDGER', 'AR', N'Open invoices, the signed ledger against its zero flags',
            N'sum of ledger.lamount, minus for credits, lzero N and Y', N'the same, lzero N only', 1),
        ('LISTED', 'AR', N'Invoices with a debit balance, and what of them can be found',
            N'sum of ledger.lamount, minus for credits, lzero not R', N'the same, as listed under a matter', 2),
        ('TRUST_LISTED', 'TRUST', N'Trust money, and what of it can be found', N'MapFirmTrust.Balance',
            N'the same, as listed under a matter', 3)
) c (Name, Measure, Title, FirstWay, SecondWay, Position);
GO
CREATE VIEW clientpay_internal.ComparisonItem
AS
SELECT
    CONVERT(varchar(32), 'LEDGER') AS Name,
    CONVERT(nvarchar(200), CONCAT(N'invoice ', RTRIM(CONVERT(nvarchar(64), s.linvoice)), N', matter ', RTRIM(s.lmatter)))
        COLLATE Latin1_General_100_BIN2 AS Item,
    CONVERT(decimal(19, 2), s.Signed) AS FirstAmount,
    CONVERT(decimal(19, 2), s.Flagged) AS SecondAmount
FROM (
    SELECT
        g.linvoice,
        g.lmatter,
        SUM(CASE WHEN c.lcdebcr = 'C' THEN -g.lamount WHEN c.lcdebcr IS NOT NULL THEN g.lamount END) AS Signed,
        SUM(CASE WHEN g.lzero <> 'N' THEN NULL WHEN c.lcdebcr = 'C' THEN -g.lamount ELSE g.lamount END) AS Flagged
    FROM dbo.ledger g
    LEFT JOIN clientpay_internal.MapLedgerSign c ON c.lccode = g.llcode
    WHERE g.linvoice IS NOT NULL AND g.lzero IN ('N', 'Y')
    GROUP BY g.linvoice, g.lmatter
) s
WHERE s.Signed <> 0 OR s.Flagged <> 0
UNION ALL
SELECT
    CONVERT(varchar(32), 'LISTED'),
    CONVERT(nvarchar(200), CONCAT(
        N'invoice ', RTRIM(CONVERT(nvarchar(64), s.linvoice)), N', matter ', RTRIM(s.lmatter), CASE
            WHEN o.Balance = ROUND(s.Signed, 2) THEN N''
            WHEN CONVERT(varchar(64), s.linvoice) IN ('', '0') THEN N', it has no number'
            WHEN COALESCE(s.lmatter, '') = '' THEN N', it has no matter'
            WHEN h.mmatter IS NULL THEN N', its matter is missing'
            WHEN k.clnum IS NULL THEN N', its client is missing'
            WHEN s.Unsigned > 0 THEN N', an entry is neither debit nor credit'
            ELSE N', an entry has neither N nor Y for lzero'
        END)) COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), ROUND(s.Signed, 2)),
    CONVERT(decimal(19, 2), ROUND(o.Balance, 2))
FROM (
    SELECT
        g.linvoice,
        g.lmatter,
        SUM(CASE c.lcdebcr WHEN 'C' THEN -g.lamount ELSE g.lamount END) AS Signed,
        SUM(CASE WHEN c.lcdebcr IS NULL THEN 1 ELSE 0 END) AS Unsigned
    FROM dbo.ledger g
    LEFT JOIN clientpay_internal.MapLedgerSign c ON c.lccode = g.llcode
    WHERE g.linvoice IS NOT NULL AND COALESCE(g.lzero, '') <> 'R'
    GROUP BY g.linvoice, g.lmatter
) s
LEFT JOIN (
    SELECT v.InvoiceNumber, v.MatterId, v.Balance
    FROM clientpay_internal.MapOpenInvoice v
    JOIN clientpay_internal.MapMatter m ON m.MatterId = v.MatterId
) o ON o.InvoiceNumber = CONVERT(nvarchar(64), s.linvoice) AND o.MatterId = s.lmatter
LEFT JOIN dbo.matter h ON h.mmatter = s.lmatter
LEFT JOIN dbo.client k ON k.clnum = h.mclient AND k.clnum <> ''
WHERE s.Signed >= 0.005 OR o.Balance >= 0.005
UNION ALL
SELECT
    CONVERT(varchar(32), 'TRUST_LISTED'),
    CONVERT(nvarchar(200), CONCAT(
        N'trust ledger ', RTRIM(f.TrustLedgerId), N', matter ', RTRIM(f.MatterId), N', bank ', RTRIM(f.BankAccountId),
        CASE
            WHEN l.TrustLedgerId IS NOT NULL THEN N''
            WHEN f.Balance IS NULL THEN N', its balance is null'
            WHEN COALESCE(f.TrustLedgerId, '') = '' THEN N', it has no id'
            WHEN COALESCE(f.MatterId, '') = '' THEN N', it has no matter'
            WHEN COALESCE(f.BankAccountId, N'') = N'' THEN N', it has no bank'
            WHEN h.mmatter IS NULL THEN N', its matter is missing'
            WHEN c.clnum IS NULL THEN N', its client is missing'
            ELSE N', its bank is not answered TRUST'
        END)) COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), COALESCE(ROUND(f.Balance, 2), 0.01)),
    CONVERT(decimal(19, 2), CASE WHEN l.TrustLedgerId IS NOT NULL THEN ROUND(f.Balance, 2) END)
FROM clientpay_internal.MapFirmTrust f
LEFT JOIN dbo.matter h ON h.mmatter = f.MatterId
LEFT JOIN dbo.client c ON c.clnum = h.mclient AND c.clnum <> ''
LEFT JOIN (
    SELECT DISTINCT v.TrustLedgerId, v.MatterId, v.BankAccountId
    FROM clientpay_internal.MapTrustLedger v
    JOIN clientpay_internal.MapMatter x ON x.MatterId = v.MatterId
) l ON l.TrustLedgerId = f.TrustLedgerId AND l.MatterId = f.MatterId AND l.BankAccountId = f.BankAccountId
    AND f.Balance IS NOT NULL;
GO
PRINT 'Views Map..., Ask... and Comparison... of clientpay_internal are those of pack elite-enterprise.';
GO
