/*
  Pack elite-3e, for Elite 3E: its books as the connector reads them. From how many independent firms or authors a table
  is known is said at each view ("3 organisations"); "inferred" is our own reading, which nobody has published. Nothing
  of it has been seen on a live system.

  MapBankAccount     bank accounts, as the firm has classified them
  MapLedgerCode      none: 3E's receipts carry no ledger code that is known
  MapTransactionType receipt types
  MapMatter          matters with their clients
  MapField, MapMatterField  the Connect fields; none of 3E's own
  MapInvoice, MapOpenInvoice  a row for each invoice and payor
  MapTrustLedger     client money by matter and trust account
  MapBooked          that nothing can be compared, see there
  MapReceiptResult   what the firm reports of its import
  AskSubject, AskChoice, AskItem  what the firm must answer
  Comparison, ComparisonItem      what accounting compares before it signs the mapping off

  Indexes that searches need, which 3E as a rule has, being foreign keys: Matter (Client), InvPayor (InvMaster),
  InvMaster (LeadMatter), TrustBalance (Matter). "connect scripts check" says which are not there.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-3e'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-3e cannot be put over it.', 1;

DROP VIEW IF EXISTS clientpay_internal.ComparisonItem;
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
GO
/*
  BankAcct [2 organisations]: its key, Name (a short code), Description, EndDate. Whose money lies on an account, no
  column is known to say: BankAcctType, BankModuleList and ArchetypeCode probably do, but no value of theirs was ever
  published. So it is the firm's answer alone; without one, an account is not here.
*/
CREATE VIEW clientpay_internal.MapBankAccount
AS
SELECT
    b.BankAcctIndex AS BankAccountId,
    CONVERT(nvarchar(200), COALESCE(
        NULLIF(LTRIM(RTRIM(CONCAT(RTRIM(b.Name), N' ', b.Description))), N''), CONCAT(N'Account ', b.BankAcctIndex)))
        AS Name,
    CONVERT(varchar(16), a.Answer) AS Kind,
    CONVERT(bit, CASE WHEN b.EndDate < CONVERT(date, GETDATE()) THEN 0 ELSE 1 END) AS Active
FROM dbo.BankAcct b
JOIN clientpay_internal.Answer a
    ON a.Subject = 'BANK_ACCOUNT'
    AND a.Item = CONVERT(nvarchar(128), b.BankAcctIndex) COLLATE Latin1_General_100_BIN2
WHERE a.Answer IN ('OPERATING', 'TRUST');
GO
CREATE VIEW clientpay_internal.MapLedgerCode
AS
SELECT
    CONVERT(nvarchar(64), NULL) AS Code,
    CONVERT(nvarchar(200), NULL) AS Description,
    CONVERT(bit, NULL) AS Active
WHERE 1 = 0;
GO
/*
  ReceiptType [1: the code, as receipts carry it] and TrustReceiptType [1: code and description]. Their codes are the
  firm's own; all of them are offered, and the firm chooses one for each merchant account. A code in both tables is one
  row. Whether a type is still in use, no known column says.
*/
CREATE VIEW clientpay_internal.MapTransactionType
AS
SELECT
    CONVERT(nvarchar(64), c.Code) AS Code,
    CONVERT(nvarchar(200), MAX(c.Description)) AS Description,
    CONVERT(bit, 1) AS Active
FROM (
    SELECT
        CONVERT(nvarchar(64), RTRIM(r.Code)) COLLATE Latin1_General_100_BIN2 AS Code,
        CONVERT(nvarchar(200), CONCAT(N'Receipt type ', RTRIM(r.Code))) COLLATE Latin1_General_100_BIN2 AS Description
    FROM dbo.ReceiptType r
    WHERE r.Code <> ''
    UNION ALL
    SELECT
        CONVERT(nvarchar(64), RTRIM(t.Code)) COLLATE Latin1_General_100_BIN2,
        CONVERT(nvarchar(200), CONCAT(N'Trust receipt type ', RTRIM(t.Code), N': ' + RTRIM(t.Description)))
            COLLATE Latin1_General_100_BIN2
    FROM dbo.TrustReceiptType t
    WHERE t.Code <> ''
) c
GROUP BY c.Code;
GO
/*
  Matter and Client [3 organisations]; Matter.Client holds Client.ClientIndex. MattStatus [2 organisations]: its codes
  are the firm's own and nowhere published, so its flags decide: a matter takes a posting when its status takes payments
  (IsPayment) and is none of a closed matter (IsClosed). A status without a row, or with flags that are null, takes
  none: safer to ask a person. A matter with index 0 is a placeholder [inferred] and no matter; Comparison LISTED and
  TRUST_LISTED name what is owed or held on it.
*/
CREATE VIEW clientpay_internal.MapMatter
AS
SELECT
    m.MattIndex AS MatterId,
    m.Number AS MatterNumber,
    m.DisplayName AS MatterName,
    c.ClientIndex AS ClientId,
    c.Number AS ClientNumber,
    c.DisplayName AS ClientName,
    CONVERT(varchar(16), CASE WHEN s.IsClosed = 0 AND s.IsPayment = 1 THEN 'OPEN' ELSE 'CLOSED' END) AS Status
FROM dbo.Matter m
JOIN dbo.Client c ON c.ClientIndex = m.Client
LEFT JOIN dbo.MattStatus s ON s.Code = m.MattStatus
WHERE m.MattIndex <> 0;
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
    CONVERT(nvarchar(200), NULL) AS Value,
    CONVERT(int, NULL) AS MatterId
WHERE 1 = 0;
GO
/*
  InvMaster [3 organisations for what is read here] and InvPayor [1 organisation, in five files; and 3E's own screens
  pick what a receipt pays from InvPayor]. A row for each invoice and payor, since a payor owes its own share only: an
  invoice with two payors is here twice, with one number, and a payment by number alone is then ambiguous on purpose.

  Left out, being nothing that is owed: IsReversed = 1, and InvNumber PURGE, which is what purged drafts are called [1
  organisation].
  Left out, since nobody could pay them: a share without a payor, a payor's share of which there are two rows (no source
  says that it cannot be, nor which of them a receipt would pay), an invoice without a number (null or blank) or lead
  matter (null or 0), one whose matter or client is missing, and one whose IsReversed is null. Comparison LISTED names
  each.
  Balance: InvPayor.BalAmt as it stands [1 organisation, 4 reports]; below zero it is a credit, and not open. BalBOA,
  what was billed on account, is neither added nor taken off: whether BalAmt has it in it already is not published, and
  Comparison PARTS shows it for the firm's own invoices.
  InvoiceDate: 1900-01-01 where there is none. What rounds to 0.00 is not open.
  MatterId: the lead matter, the only one that these tables know. An invoice of several matters is found under that one,
  whole; what of it is open for each matter, no public query derives.
  InvoiceKey: InvPayor.InvMaster, by whose index an id is found (01-Types.sql).
*/
CREATE VIEW clientpay_internal.MapInvoice
AS
SELECT
    CONVERT(varchar(23), CONCAT(p.InvMaster, '-', p.Payor)) AS InvoiceId,
    p.InvMaster AS InvoiceKey,
    i.InvNumber AS InvoiceNumber,
    i.InvNumber AS NumberKey,
    i.LeadMatter AS MatterId,
    COALESCE(CONVERT(date, i.InvDate), CONVERT(date, '19000101')) AS InvoiceDate,
    CONVERT(decimal(19, 2), COALESCE(p.OrgAmt, 0)) AS Amount,
    CONVERT(decimal(19, 2), ROUND(COALESCE(p.BalAmt, 0), 2)) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
FROM dbo.InvMaster i
JOIN dbo.InvPayor p ON p.InvMaster = i.InvIndex
WHERE i.IsReversed = 0 AND i.InvNumber NOT IN ('', 'PURGE') AND p.Payor IS NOT NULL AND i.LeadMatter <> 0
    AND (SELECT COUNT(*) FROM dbo.InvPayor x WHERE x.InvMaster = p.InvMaster AND x.Payor = p.Payor) = 1
    AND EXISTS (
        SELECT 1
        FROM dbo.Matter m
        JOIN dbo.Client c ON c.ClientIndex = m.Client
        WHERE m.MattIndex = i.LeadMatter
    );
GO
CREATE VIEW clientpay_internal.MapOpenInvoice
AS
SELECT
    CONVERT(varchar(23), CONCAT(p.InvMaster, '-', p.Payor)) AS InvoiceId,
    p.InvMaster AS InvoiceKey,
    i.InvNumber AS InvoiceNumber,
    i.InvNumber AS NumberKey,
    i.LeadMatter AS MatterId,
    COALESCE(CONVERT(date, i.InvDate), CONVERT(date, '19000101')) AS InvoiceDate,
    CONVERT(decimal(19, 2), COALESCE(p.OrgAmt, 0)) AS Amount,
    CONVERT(decimal(19, 2), ROUND(COALESCE(p.BalAmt, 0), 2)) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
FROM dbo.InvMaster i
JOIN dbo.InvPayor p ON p.InvMaster = i.InvIndex
WHERE i.IsReversed = 0 AND i.InvNumber NOT IN ('', 'PURGE') AND p.Payor IS NOT NULL AND i.LeadMatter <> 0
    AND (SELECT COUNT(*) FROM dbo.InvPayor x WHERE x.InvMaster = p.InvMaster AND x.Payor = p.Payor) = 1
    AND EXISTS (
        SELECT 1
        FROM dbo.Matter m
        JOIN dbo.Client c ON c.ClientIndex = m.Client
        WHERE m.MattIndex = i.LeadMatter
    )
    AND p.BalAmt >= 0.005;
GO
/*
  TrustBalance [1 organisation, in eight files and a view of 3E's]: signed movements. The balance of a matter on an
  account is the plain sum of all of its rows: a reversal is a row of its own with the other sign [inferred: no report
  filters them], which Comparison TRUST checks against the documents.

  Only accounts that the firm has called trust accounts, and matters that are there with their clients: comparison
  TRUST_LISTED names the others. A matter has a ledger here once money has moved on it: the
  first receipt of a new matter is entered in 3E.
  Part of the money may be reserved by an intended use (TrustIntendedUse, on receipts, disbursements and transfers [3
  organisations]; whether TrustBalance carries it was not seen): Balance is the whole. The connector only brings money
  in, and takes out by a reversal what it brought in itself, so nobody spends what is reserved through it.
*/
CREATE VIEW clientpay_internal.MapTrustLedger
AS
SELECT
    t.TrustBalanceIndex AS TrustLedgerId,
    t.Matter AS MatterId,
    t.BankAcctTrust AS BankAccountId,
    CONVERT(decimal(19, 2), ROUND(s.Balance, 2)) AS Balance
FROM dbo.TrustBalance t
JOIN clientpay_internal.Answer a
    ON a.Subject = 'BANK_ACCOUNT'
    AND a.Item = CONVERT(nvarchar(128), t.BankAcctTrust) COLLATE Latin1_General_100_BIN2
    AND a.Answer = 'TRUST'
CROSS APPLY (
    SELECT COALESCE(SUM(x.Amount), 0) AS Balance
    FROM dbo.TrustBalance x
    WHERE x.Matter = t.Matter AND x.BankAcctTrust = t.BankAcctTrust
) s
WHERE t.Matter <> 0
    AND EXISTS (
        SELECT 1
        FROM dbo.Matter m
        JOIN dbo.Client c ON c.ClientIndex = m.Client
        WHERE m.MattIndex = t.Matter
    )
    AND NOT EXISTS (
        SELECT 1
        FROM dbo.TrustBalance e
        WHERE e.Matter = t.Matter AND e.BankAcctTrust = t.BankAcctTrust AND e.TrustBalanceIndex < t.TrustBalanceIndex
    );
GO
/*
  Our own entries without an amount, which says that they cannot be compared: of RcptMaster the document number,
  narrative, amount and the flag of a reversal are known by name, but not its key, bank, date or client, and no public
  SQL reads it. What the connector posted is compared by receipt type and reference in 3E itself.
*/
CREATE VIEW clientpay_internal.MapBooked
AS
SELECT
    e.PostingId,
    e.Attempt,
    e.Kind,
    TRY_CAST(e.BankAccountId AS int) AS BankAccountId,
    e.BookDate,
    CONVERT(decimal(19, 2), NULL) AS Amount
FROM clientpay_internal.Effect e
WHERE e.Outside = 0;
GO
/*
  Nothing public says where 3E leaves an import's results, so the firm's own job, or a person, reports them:
  EXEC clientpay_internal.ReportReceipt.
*/
CREATE VIEW clientpay_internal.MapReceiptResult
AS
SELECT
    l.PostingId, l.Attempt, l.Kind, l.Handover, r.Outcome, r.Receipt, r.BookedOn, r.Detail
FROM clientpay_internal.ImportReport r
JOIN clientpay_internal.BatchLine l ON l.LineId = r.ReceiptKey;
GO
CREATE VIEW clientpay_internal.AskSubject
AS
SELECT
    CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject,
    CONVERT(nvarchar(200), N'Bank accounts') AS Title,
    CONVERT(nvarchar(1000), N'Whose money is on this account, the firm''s own or clients''?') AS Question,
    CONVERT(int, 1) AS Position,
    CONVERT(bit, 0) AS NewItems;
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
        ('BANK_ACCOUNT', 'NONE', N'never offered', 3)
) c (Subject, Answer, Meaning, Position);
GO
/*
  An account that trust movements refer to (TrustBalance.BankAcctTrust, TrustDisbursement.BankAcctTrust [1
  organisation]) is a trust account by its use: that is proposed, and to call it operating is refused unless confirmed
  in writing. One that none refers to may be either; its use says nothing.
*/
CREATE VIEW clientpay_internal.AskItem
AS
SELECT
    CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject,
    CONVERT(nvarchar(128), b.BankAcctIndex) AS Item,
    CONVERT(nvarchar(200), COALESCE(
        NULLIF(LTRIM(RTRIM(CONCAT(RTRIM(b.Name), N' ', b.Description))), N''), CONCAT(N'Account ', b.BankAcctIndex)))
        AS Label,
    CONVERT(bit, CASE WHEN b.EndDate < CONVERT(date, GETDATE()) THEN 0 ELSE 1 END) AS Active,
    CONVERT(nvarchar(1000), CASE
        WHEN m.Movements > 0 OR d.Disbursements > 0 THEN CONCAT(
            COALESCE(m.Movements, 0), N' trust movements, ', COALESCE(d.Disbursements, 0), N' trust disbursements')
        ELSE N'no trust movements'
    END) AS Usage,
    CONVERT(varchar(32), CASE WHEN m.Movements > 0 OR d.Disbursements > 0 THEN 'TRUST' END) AS Suggested,
    CONVERT(varchar(32), CASE WHEN m.Movements > 0 OR d.Disbursements > 0 THEN 'OPERATING' END) AS Refuted,
    CONVERT(nvarchar(1000), CASE
        WHEN m.Movements > 0 OR d.Disbursements > 0 THEN CONCAT(
            COALESCE(m.Movements, 0), N' trust movements (TrustBalance) and ', COALESCE(d.Disbursements, 0),
            N' trust disbursements (TrustDisbursement) are on it.')
    END) AS RefutedBecause
FROM dbo.BankAcct b
LEFT JOIN (
    SELECT t.BankAcctTrust, COUNT_BIG(*) AS Movements
    FROM dbo.TrustBalance t
    GROUP BY t.BankAcctTrust
) m ON m.BankAcctTrust = b.BankAcctIndex
LEFT JOIN (
    SELECT t.BankAcctTrust, COUNT_BIG(*) AS Disbursements
    FROM dbo.TrustDisbursement t
    GROUP BY t.BankAcctTrust
) d ON d.BankAcctTrust = b.BankAcctIndex;
GO
/*
  INVOICES  an invoice's total against the sum of its payors' shares: two columns that 3E keeps apart.
  PARTS     a payor's share against its parts without what was billed on account: where they differ by BalBOA, BalAmt
            has it in it, and accounting decides whether that is due.
  TRUST     the plain sum of the movements against those whose document is there and not reversed: they are the same
            when each reversal left a movement of its own, and each movement its document.
  LISTED    every open share of a payor, and what of it the connector lists: where they differ, nobody finds it to pay,
            and its name says why.
  TRUST_LISTED  the same of trust money: of a matter that is missing, and on accounts that are not answered TRUST.
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
        ('INVOICES', 'AR', N'Open invoices, the whole against its payors', N'InvMaster.BalAmt',
            N'sum of InvPayor.BalAmt', 1),
        ('PARTS', 'AR', N'Open invoices with and without what was billed on account', N'InvPayor.BalAmt',
            N'BalFee, BalHCo, BalSCo, BalOth, BalInt and BalTax of InvPayor, without BalBOA', 2),
        ('TRUST', 'TRUST', N'Trust balances', N'sum of TrustBalance.Amount',
            N'the same of documents that are there and not reversed', 3),
        ('LISTED', 'AR', N'Open shares of payors, and what of them can be found', N'InvPayor.BalAmt above zero',
            N'the same, as listed under a matter', 4),
        ('TRUST_LISTED', 'TRUST', N'Trust money, and what of it can be found', N'sum of TrustBalance.Amount',
            N'the same, as listed under a matter', 5)
) c (Name, Measure, Title, FirstWay, SecondWay, Position);
GO
CREATE VIEW clientpay_internal.ComparisonItem
AS
SELECT
    CONVERT(varchar(32), 'INVOICES') AS Name,
    CONVERT(nvarchar(200), CONCAT(N'invoice ', RTRIM(i.InvNumber))) COLLATE Latin1_General_100_BIN2 AS Item,
    CONVERT(decimal(19, 2), ROUND(i.BalAmt, 2)) AS FirstAmount,
    CONVERT(decimal(19, 2), ROUND(p.BalAmt, 2)) AS SecondAmount
FROM dbo.InvMaster i
LEFT JOIN (
    SELECT x.InvMaster, SUM(x.BalAmt) AS BalAmt
    FROM dbo.InvPayor x
    GROUP BY x.InvMaster
) p ON p.InvMaster = i.InvIndex
WHERE i.IsReversed = 0 AND i.InvNumber <> 'PURGE' AND (i.BalAmt <> 0 OR p.BalAmt <> 0)
UNION ALL
SELECT
    CONVERT(varchar(32), 'PARTS'),
    CONVERT(nvarchar(200), CONCAT(N'invoice ', RTRIM(i.InvNumber), N', payor ', p.Payor, N', BOA ', p.BalBOA))
        COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), p.BalAmt),
    CONVERT(decimal(19, 2),
        COALESCE(p.BalFee, 0) + COALESCE(p.BalHCo, 0) + COALESCE(p.BalSCo, 0) + COALESCE(p.BalOth, 0)
        + COALESCE(p.BalInt, 0) + COALESCE(p.BalTax, 0))
FROM dbo.InvMaster i
JOIN dbo.InvPayor p ON p.InvMaster = i.InvIndex
WHERE i.IsReversed = 0 AND i.InvNumber <> 'PURGE' AND (p.BalAmt <> 0 OR p.BalBOA <> 0)
UNION ALL
SELECT
    CONVERT(varchar(32), 'TRUST'),
    CONVERT(nvarchar(200), CONCAT(N'matter ', RTRIM(m.Number), N', account ', RTRIM(b.Name)))
        COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), s.Plain),
    CONVERT(decimal(19, 2), s.Documented)
FROM (
    SELECT
        t.Matter,
        t.BankAcctTrust,
        SUM(t.Amount) AS Plain,
        SUM(CASE
            WHEN r.IsReversed = 0 OR d.IsReversed = 0 OR j.IsReversed = 0 OR f.IsReversed = 0 THEN t.Amount
            ELSE 0
        END) AS Documented
    FROM dbo.TrustBalance t
    LEFT JOIN dbo.TrustReceiptDetail rd ON rd.TrustRcptDetIndex = t.TrustReceiptDetail
    LEFT JOIN dbo.TrustReceipt r ON r.TrustRcptIndex = rd.TrustReceipt
    LEFT JOIN dbo.TrustDisbursement d ON d.TrustDsbmtIndex = t.TrustDisbursement
    LEFT JOIN dbo.TrustAdjustment j ON j.TrustAdjIndex = t.TrustAdjustment
    LEFT JOIN dbo.TrustTransferDetail fd ON fd.TrustTransferDetIndex = t.TrustTransferDetail
    LEFT JOIN dbo.TrustTransfer f ON f.TrustTrsfIndex = fd.TrustTransfer
    GROUP BY t.Matter, t.BankAcctTrust
) s
LEFT JOIN dbo.Matter m ON m.MattIndex = s.Matter
LEFT JOIN dbo.BankAcct b ON b.BankAcctIndex = s.BankAcctTrust
UNION ALL
SELECT
    CONVERT(varchar(32), 'LISTED'),
    CONVERT(nvarchar(200), CONCAT(
        N'invoice ', RTRIM(i.InvNumber), N' (InvMaster ', p.InvMaster, N'), payor ', p.Payor, N', matter ', i.LeadMatter,
        CASE
            WHEN o.InvoiceId IS NOT NULL THEN N''
            WHEN i.InvIndex IS NULL THEN N', its invoice is missing'
            WHEN p.Payor IS NULL THEN N', it has no payor'
            WHEN COALESCE(i.InvNumber, '') = '' THEN N', it has no number'
            WHEN COALESCE(i.LeadMatter, 0) = 0 THEN N', it has no matter'
            WHEN i.IsReversed IS NULL THEN N', it may be reversed'
            WHEN m.MattIndex IS NULL THEN N', its matter is missing'
            WHEN c.ClientIndex IS NULL THEN N', its client is missing'
            ELSE N', its payor has several shares'
        END)) COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), ROUND(p.BalAmt, 2)),
    CONVERT(decimal(19, 2), CASE WHEN o.InvoiceId IS NOT NULL THEN ROUND(p.BalAmt, 2) END)
FROM dbo.InvPayor p
LEFT JOIN dbo.InvMaster i ON i.InvIndex = p.InvMaster
LEFT JOIN dbo.Matter m ON m.MattIndex = i.LeadMatter
LEFT JOIN dbo.Client c ON c.ClientIndex = m.Client
LEFT JOIN (
    SELECT DISTINCT v.InvoiceId
    FROM clientpay_internal.MapOpenInvoice v
    JOIN clientpay_internal.MapMatter m ON m.MatterId = v.MatterId
) o ON o.InvoiceId = CONVERT(varchar(23), CONCAT(p.InvMaster, '-', p.Payor))
WHERE p.BalAmt >= 0.005 AND COALESCE(i.IsReversed, 0) = 0 AND COALESCE(i.InvNumber, '') <> 'PURGE'
UNION ALL
SELECT
    CONVERT(varchar(32), 'TRUST_LISTED'),
    CONVERT(nvarchar(200), CONCAT(
        N'matter ', RTRIM(m.Number), N' (MattIndex ', s.Matter, N'), account ', RTRIM(b.Name), N' (BankAcctIndex ',
        s.BankAcctTrust, N')', CASE
            WHEN l.MatterId IS NOT NULL THEN N''
            WHEN COALESCE(s.Matter, 0) = 0 THEN N', it has no matter'
            WHEN s.BankAcctTrust IS NULL THEN N', it has no account'
            WHEN m.MattIndex IS NULL THEN N', its matter is missing'
            WHEN c.ClientIndex IS NULL THEN N', its client is missing'
            WHEN b.BankAcctIndex IS NULL THEN N', its account is missing'
            ELSE N', its account is not answered TRUST'
        END)) COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), ROUND(s.Plain, 2)),
    CONVERT(decimal(19, 2), ROUND(l.Balance, 2))
FROM (
    SELECT t.Matter, t.BankAcctTrust, SUM(t.Amount) AS Plain
    FROM dbo.TrustBalance t
    GROUP BY t.Matter, t.BankAcctTrust
) s
LEFT JOIN dbo.Matter m ON m.MattIndex = s.Matter
LEFT JOIN dbo.Client c ON c.ClientIndex = m.Client
LEFT JOIN dbo.BankAcct b ON b.BankAcctIndex = s.BankAcctTrust
LEFT JOIN (
    SELECT v.MatterId, v.BankAccountId, v.Balance
    FROM clientpay_internal.MapTrustLedger v
    JOIN clientpay_internal.MapMatter x ON x.MatterId = v.MatterId
) l ON l.MatterId = s.Matter AND l.BankAccountId = s.BankAcctTrust
WHERE s.Plain <> 0;
GO
PRINT 'Views Map..., Ask... and Comparison... of clientpay_internal are those of pack elite-3e.';
GO
