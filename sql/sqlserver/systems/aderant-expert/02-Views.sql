/*
  Pack aderant-expert, for Aderant Expert: its books as the connector reads them. From how many independent firms or
  authors a table is known is said at each view; "inferred" is our own reading. Nothing of it has been seen on a live
  system.

  MapBankAccount     bank codes, as the firm has classified them
  MapLedgerCode      none
  MapTransactionType receipt types, as the firm has named them
  MapMatter          matters with their clients
  MapField, MapMatterField  the Connect fields, with the matter code as a further one
  MapInvoice, MapOpenInvoice  a row for each bill and matter
  MapTrustLedger     what the firm's own view MapFirmTrust shows; no rows without it
  MapBooked          receipts of the connector's, by their check number
  MapReceiptResult   what the books show of its receipts, and what the firm reports
  AskSubject, AskChoice, AskItem  what the firm must answer
  Comparison, ComparisonItem      what accounting compares before it signs the mapping off

  A key that is 0 belongs to a dummy row of the system's, in every table, and is left out. Codes are char in some
  tables, padded with blanks.
  Indexes that searches need: HBM_MATTER (CLIENT_UNO), BLT_BILLM (MATTER_UNO) and (BILL_TRAN_UNO), BLT_BILL (BILL_NUM),
  BLT_BILL_AMT (BILLM_UNO). Bill numbers are whole numbers: a search by the beginning of one reads them all, one by
  a whole number does not (NumberKey).

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'aderant-expert'))
    THROW 51010, N'Another system pack is installed in this database: pack aderant-expert cannot be put over it.', 1;

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
  TBM_BANK [1 file]: BANK_CODE, and INACTIVE = 'N' for those that receipts may have. No column with a name, an account
  number or the account's purpose was ever seen, so the purpose is the firm's answer alone; without one, a code is not
  here.
*/
CREATE VIEW clientpay_internal.MapBankAccount
AS
SELECT
    CONVERT(varchar(64), RTRIM(b.BANK_CODE)) AS BankAccountId,
    CONVERT(nvarchar(200), CONCAT(N'Bank ', RTRIM(b.BANK_CODE))) AS Name,
    CONVERT(varchar(16), a.Answer) AS Kind,
    CONVERT(bit, CASE b.INACTIVE WHEN 'N' THEN 1 ELSE 0 END) AS Active
FROM dbo.TBM_BANK b
JOIN clientpay_internal.Answer a
    ON a.Subject = 'BANK_ACCOUNT'
    AND a.Item = CONVERT(nvarchar(128), RTRIM(b.BANK_CODE)) COLLATE Latin1_General_100_BIN2
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
  CRT_CASH.RECEIPT_TYPE is known [1 organisation], a table of its codes is not: so the codes are those that the firm has
  answered to be offered.
*/
CREATE VIEW clientpay_internal.MapTransactionType
AS
SELECT
    CONVERT(nvarchar(64), a.Item) AS Code,
    CONVERT(nvarchar(200), CONCAT(N'Receipt type ', a.Item)) AS Description,
    CONVERT(bit, 1) AS Active
FROM clientpay_internal.Answer a
WHERE a.Subject = 'RECEIPT_TYPE' AND a.Answer = 'OFFERED';
GO
/*
  HBM_MATTER and HBM_CLIENT [5 organisations]. MATTER_NUMBER is the number that is searched first; who knows a matter as
  CLIENT_CODE.MATTER_CODE searches by client number and matter code.

  Status: a matter is open while INACTIVE is 'N' and it has no CLOSE_DATE [1 file], unless the firm has answered that
  its status (HBL_STATUS_MATT [2 organisations]; the codes are the firm's own) is one of closed matters. A status that
  nobody has answered closes nothing.
*/
CREATE VIEW clientpay_internal.MapMatter
AS
SELECT
    m.MATTER_UNO AS MatterId,
    m.MATTER_NUMBER AS MatterNumber,
    m.MATTER_NAME AS MatterName,
    c.CLIENT_UNO AS ClientId,
    c.CLIENT_CODE AS ClientNumber,
    c.CLIENT_NAME AS ClientName,
    CONVERT(varchar(16), CASE
        WHEN m.INACTIVE = 'N' AND m.CLOSE_DATE IS NULL AND COALESCE(a.Answer, 'OPEN') <> 'CLOSED' THEN 'OPEN'
        ELSE 'CLOSED'
    END) AS Status,
    CONVERT(nvarchar(64), RTRIM(m.MATTER_CODE)) AS MATTER_CODE
FROM dbo.HBM_MATTER m
JOIN dbo.HBM_CLIENT c ON c.CLIENT_UNO = m.CLIENT_UNO
LEFT JOIN dbo.HBL_STATUS_MATT s ON s.STATUS_CODE = m.STATUS_CODE
LEFT JOIN clientpay_internal.Answer a
    ON a.Subject = 'MATTER_STATUS'
    AND a.Item = CONVERT(nvarchar(128), RTRIM(COALESCE(s.STATUS_CODE, m.STATUS_CODE))) COLLATE Latin1_General_100_BIN2
WHERE m.MATTER_UNO <> 0 AND c.CLIENT_UNO <> 0;
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
        ('MATTER_CODE', N'Matter code', 'TEXT', 1, 0, 6)
) f (Name, Label, Type, Searchable, [Contains], Position);
GO
CREATE VIEW clientpay_internal.MapMatterField
AS
SELECT CONVERT(varchar(64), 'MATTER_CODE') AS Field, m.MATTER_CODE AS Value, m.MATTER_UNO AS MatterId
FROM dbo.HBM_MATTER m
WHERE m.MATTER_UNO <> 0;
GO
/*
  BLT_BILL [3 organisations] and BLT_BILLM, its part of one matter [3 organisations]. BLT_BILLP, its part of one payor,
  is the same money once more: never add the two.

  Left out: prebills (BILL_NUM 0 [2 organisations]), reversed bills (LAST_BILL_ACTION 'REVR'), cancelled parts
  (AR_STATUS 'X' [2 organisations]); and parts without a status (null or blank) or number, or whose bill, matter or
  client is missing. Comparison LISTED names these, and what is owed on settled ones.
  InvoiceDate: 1900-01-01 where there is none. What rounds to 0.00 is not open.
  InvoiceNumber: BLT_BILL.BILL_NUM. It is not unique: a cancelled and a live bill can share it [1 organisation], of
  which only the live one is here; a bill of several matters has a row for each; and two live bills may share one. A
  payment by number alone is then ambiguous, and a person chooses.
  NumberKey: BLT_BILL.BILL_NUM as it is, by whose index a number is found (01-Types.sql).
  Balance: TOTAL_AR of what is open (AR_STATUS 'O') [2 organisations]; nothing is owed on what is settled ('S'). Below
  zero it is a credit. It may have cash in it that was entered and not posted yet [inferred], and is the lower for it;
  Comparison JOURNAL shows that.
*/
CREATE VIEW clientpay_internal.MapInvoice
AS
SELECT
    m.BILLM_UNO AS InvoiceId,
    m.BILLM_UNO AS InvoiceKey,
    CONVERT(varchar(20), b.BILL_NUM) AS InvoiceNumber,
    b.BILL_NUM AS NumberKey,
    m.MATTER_UNO AS MatterId,
    COALESCE(CONVERT(date, b.BILL_DATE), CONVERT(date, '19000101')) AS InvoiceDate,
    CONVERT(decimal(19, 2), COALESCE(m.TOTAL_BIL, 0)) AS Amount,
    CONVERT(decimal(19, 2), CASE m.AR_STATUS WHEN 'O' THEN ROUND(COALESCE(m.TOTAL_AR, 0), 2) ELSE 0 END) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
FROM dbo.BLT_BILLM m
JOIN dbo.BLT_BILL b ON b.TRAN_UNO = m.BILL_TRAN_UNO
WHERE m.BILLM_UNO <> 0 AND m.MATTER_UNO <> 0 AND b.TRAN_UNO <> 0 AND b.BILL_NUM <> 0
    AND COALESCE(b.LAST_BILL_ACTION, '') <> 'REVR'
    AND m.AR_STATUS NOT IN ('', 'X')
    AND EXISTS (
        SELECT 1
        FROM dbo.HBM_MATTER h
        JOIN dbo.HBM_CLIENT c ON c.CLIENT_UNO = h.CLIENT_UNO
        WHERE h.MATTER_UNO = m.MATTER_UNO AND c.CLIENT_UNO <> 0
    );
GO
CREATE VIEW clientpay_internal.MapOpenInvoice
AS
SELECT
    m.BILLM_UNO AS InvoiceId,
    m.BILLM_UNO AS InvoiceKey,
    CONVERT(varchar(20), b.BILL_NUM) AS InvoiceNumber,
    b.BILL_NUM AS NumberKey,
    m.MATTER_UNO AS MatterId,
    COALESCE(CONVERT(date, b.BILL_DATE), CONVERT(date, '19000101')) AS InvoiceDate,
    CONVERT(decimal(19, 2), COALESCE(m.TOTAL_BIL, 0)) AS Amount,
    CONVERT(decimal(19, 2), CASE m.AR_STATUS WHEN 'O' THEN ROUND(COALESCE(m.TOTAL_AR, 0), 2) ELSE 0 END) AS Balance,
    CONVERT(datetime2(3), NULL) AS ChangedAt
FROM dbo.BLT_BILLM m
JOIN dbo.BLT_BILL b ON b.TRAN_UNO = m.BILL_TRAN_UNO
WHERE m.BILLM_UNO <> 0 AND m.MATTER_UNO <> 0 AND b.TRAN_UNO <> 0 AND b.BILL_NUM <> 0
    AND COALESCE(b.LAST_BILL_ACTION, '') <> 'REVR'
    AND m.AR_STATUS = 'O' AND m.TOTAL_AR >= 0.005
    AND EXISTS (
        SELECT 1
        FROM dbo.HBM_MATTER h
        JOIN dbo.HBM_CLIENT c ON c.CLIENT_UNO = h.CLIENT_UNO
        WHERE h.MATTER_UNO = m.MATTER_UNO AND c.CLIENT_UNO <> 0
    );
GO
/*
  MapFirmTrust: the firm's own, and empty until its DBA makes it another: trust money by matter and bank code, from the
  tables that the firm's data dictionary names. No public source has them, and no balance is guessed. This script makes
  it once and never touches it again, and not in a database of another pack's, whose sign-off it would make void: there
  only the first batch ends with the refusal, where a DBA's tool goes on. To fill it:

    DROP VIEW clientpay_internal.MapFirmTrust; and CREATE VIEW with the same columns:
    TrustLedgerId  varchar(64): unique, and always the same for a matter and bank code
    MatterId       int: MATTER_UNO
    BankAccountId  varchar(64): the bank code, which must be answered TRUST
    Balance        decimal(19, 2)

  MapTrustLedger leaves out a row with a null or a blank id, on a code that is not answered TRUST or that TBM_BANK does
  not have, and of a matter that MapMatter does not show: comparison TRUST_LISTED names each.
*/
IF OBJECT_ID(N'clientpay_internal.MapFirmTrust', N'V') IS NULL
    AND EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName = 'aderant-expert')
    EXEC (N'CREATE VIEW clientpay_internal.MapFirmTrust
AS
SELECT
    CONVERT(varchar(64), NULL) AS TrustLedgerId,
    CONVERT(int, NULL) AS MatterId,
    CONVERT(varchar(64), NULL) AS BankAccountId,
    CONVERT(decimal(19, 2), NULL) AS Balance
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
        FROM dbo.TBM_BANK b
        WHERE CONVERT(nvarchar(128), RTRIM(b.BANK_CODE)) COLLATE Latin1_General_100_BIN2 = a.Item
    )
    AND EXISTS (
        SELECT 1
        FROM dbo.HBM_MATTER m
        JOIN dbo.HBM_CLIENT c ON c.CLIENT_UNO = m.CLIENT_UNO
        WHERE m.MATTER_UNO = f.MatterId AND m.MATTER_UNO <> 0 AND c.CLIENT_UNO <> 0
    );
GO
/*
  CRT_CASH [1 organisation in detail]: a row for each receipt. The connector's are known by the check number that its
  file gave them, CP and the receipt's key in ten digits. Reversed ones (REVERSAL other than 'N') are not in the books
  any more, unless it was the connector that reversed them. How a reversal is booked is not known, nor whether money for
  a trust account is here: these are our own entries without an amount, which says that they cannot be compared.
*/
CREATE VIEW clientpay_internal.MapBooked
AS
SELECT
    l.PostingId,
    l.Attempt,
    l.Kind,
    CONVERT(varchar(64), RTRIM(c.BANK_CODE)) COLLATE DATABASE_DEFAULT AS BankAccountId,
    CONVERT(date, c.DEPOSIT_DATE) AS BookDate,
    CONVERT(decimal(19, 2), c.RECEIPT_AMT) AS Amount
FROM dbo.CRT_CASH c
JOIN clientpay_internal.BatchLine l
    ON l.LineId = TRY_CAST(SUBSTRING(CONVERT(varchar(64), c.CHECK_NUM), 3, 10) AS bigint)
WHERE CONVERT(varchar(64), c.CHECK_NUM) = 'CP' + RIGHT('0000000000' + CONVERT(varchar(20), l.ReceiptKey), 10)
    AND l.LineId = l.ReceiptKey AND l.Kind = 'POST'
    AND c.BANK_CODE IS NOT NULL AND c.DEPOSIT_DATE IS NOT NULL AND c.RECEIPT_AMT IS NOT NULL
    AND (
        c.REVERSAL = 'N'
        OR EXISTS (
            SELECT 1
            FROM clientpay_internal.Effect e
            WHERE e.PostingId = l.PostingId AND e.Attempt = l.Attempt AND e.Kind = 'REVERSE' AND e.Outside = 0
        )
    )
UNION ALL
SELECT
    e.PostingId,
    e.Attempt,
    e.Kind,
    CONVERT(varchar(64), e.BankAccountId) COLLATE DATABASE_DEFAULT,
    e.BookDate,
    CONVERT(decimal(19, 2), NULL)
FROM clientpay_internal.Effect e
WHERE e.Outside = 0
    AND (
        e.Kind = 'REVERSE'
        OR (
            EXISTS (
                SELECT 1
                FROM clientpay_internal.Answer a
                WHERE a.Subject = 'BANK_ACCOUNT' AND a.Item = e.BankAccountId AND a.Answer = 'TRUST'
            )
            AND NOT EXISTS (
                SELECT 1
                FROM clientpay_internal.BatchLine l
                JOIN dbo.CRT_CASH c
                    ON CONVERT(varchar(64), c.CHECK_NUM)
                    = 'CP' + RIGHT('0000000000' + CONVERT(varchar(20), l.ReceiptKey), 10)
                WHERE l.PostingId = e.PostingId AND l.Attempt = e.Attempt AND l.Kind = e.Kind
            )
        )
    );
GO
/*
  A receipt is booked when its first bill has a cash entry in the journal (BLT_BILL_AMT, TRAN_TYPE 'CR') whose source
  (SOURCE_TRAN_UNO, CRT_CASH.TRAN_UNO [inferred]) is a receipt with its check number, its whole amount, and not
  reversed. What the import rejected, and everything that these tables do not show, such as trust receipts and
  reversals, is reported: EXEC clientpay_internal.ReportReceipt.
*/
CREATE VIEW clientpay_internal.MapReceiptResult
AS
SELECT
    l.PostingId,
    l.Attempt,
    l.Kind,
    l.Handover,
    CONVERT(varchar(16), 'BOOKED') COLLATE Latin1_General_100_BIN2 AS Outcome,
    CONVERT(nvarchar(64), c.RECEIPT_NUM) COLLATE Latin1_General_100_BIN2 AS Receipt,
    CONVERT(date, c.DEPOSIT_DATE) AS BookedOn,
    CONVERT(nvarchar(1000), NULL) COLLATE Latin1_General_100_BIN2 AS Detail
FROM clientpay_internal.BatchLine l
JOIN dbo.BLT_BILL_AMT j ON j.BILLM_UNO = TRY_CAST(l.InvoiceId AS int)
JOIN dbo.CRT_CASH c ON c.TRAN_UNO = j.SOURCE_TRAN_UNO
WHERE l.LineId = l.ReceiptKey AND l.Kind = 'POST' AND j.TRAN_TYPE = 'CR' AND c.REVERSAL = 'N'
    AND c.RECEIPT_AMT = l.ReceiptAmount
    AND CONVERT(varchar(64), c.CHECK_NUM) = 'CP' + RIGHT('0000000000' + CONVERT(varchar(20), l.ReceiptKey), 10)
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
        ('BANK_ACCOUNT', N'Bank accounts', N'Whose money is on this account, the firm''s own or clients''?', 1, 0),
        ('RECEIPT_TYPE', N'Receipt types', N'May a receipt of ClientPay have this type?', 2, 1),
        ('MATTER_STATUS', N'Statuses of matters', N'May a payment be posted to matters of this status?', 3, 0)
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
        ('RECEIPT_TYPE', 'OFFERED', N'yes: it can be chosen for a merchant account', 1),
        ('RECEIPT_TYPE', 'NONE', N'no', 2),
        ('MATTER_STATUS', 'OPEN', N'yes, while the matter is active and has no closing date', 1),
        ('MATTER_STATUS', 'CLOSED', N'no: its payments wait for a person', 2)
) c (Subject, Answer, Meaning, Position);
GO
/*
  Bank codes with the receipts that were deposited there, which does not say whose money it was; but trust ledgers of
  MapFirmTrust do; codes that only these have are listed too. Receipt types that receipts have, and those that the firm
  has entered. Statuses with their matters, also those that HBL_STATUS_MATT does not have: one whose matters all have a
  closing date is probably one of closed matters. Dummy rows, whose code is blank, are left out.
*/
CREATE VIEW clientpay_internal.AskItem
AS
SELECT
    CONVERT(varchar(32), 'BANK_ACCOUNT') AS Subject,
    CONVERT(nvarchar(128), RTRIM(b.BANK_CODE)) COLLATE Latin1_General_100_BIN2 AS Item,
    CONVERT(nvarchar(200), CONCAT(N'Bank ', RTRIM(b.BANK_CODE))) COLLATE Latin1_General_100_BIN2 AS Label,
    CONVERT(bit, CASE b.INACTIVE WHEN 'N' THEN 1 ELSE 0 END) AS Active,
    CONVERT(nvarchar(1000), CONCAT(
        COALESCE(c.Receipts, 0), N' receipts', N', the last deposited on ' + CONVERT(nvarchar(10), c.Latest, 23),
        CASE WHEN t.Ledgers > 0 THEN CONCAT(N'; ', t.Ledgers, N' trust ledgers in MapFirmTrust') END)) AS Usage,
    CONVERT(varchar(32), CASE WHEN t.Ledgers > 0 THEN 'TRUST' END) AS Suggested,
    CONVERT(varchar(32), CASE WHEN t.Ledgers > 0 THEN 'OPERATING' END) AS Refuted,
    CONVERT(nvarchar(1000), CASE
        WHEN t.Ledgers > 0 THEN CONCAT(t.Ledgers, N' trust ledgers of view MapFirmTrust are on it.')
    END) AS RefutedBecause
FROM dbo.TBM_BANK b
LEFT JOIN (
    SELECT x.BANK_CODE, COUNT_BIG(*) AS Receipts, CONVERT(date, MAX(x.DEPOSIT_DATE)) AS Latest
    FROM dbo.CRT_CASH x
    GROUP BY x.BANK_CODE
) c ON c.BANK_CODE = b.BANK_CODE
LEFT JOIN (
    SELECT
        CONVERT(nvarchar(64), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2 AS Code,
        COUNT_BIG(*) AS Ledgers
    FROM clientpay_internal.MapFirmTrust f
    GROUP BY CONVERT(nvarchar(64), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2
) t ON t.Code = CONVERT(nvarchar(64), RTRIM(b.BANK_CODE)) COLLATE Latin1_General_100_BIN2
WHERE b.BANK_CODE <> ''
UNION ALL
SELECT
    CONVERT(varchar(32), 'BANK_ACCOUNT'),
    k.Item,
    CONVERT(nvarchar(200), CONCAT(N'Bank ', k.Item)) COLLATE Latin1_General_100_BIN2,
    CONVERT(bit, 1),
    CONVERT(nvarchar(1000), CONCAT(k.Ledgers, N' trust ledgers in MapFirmTrust; TBM_BANK does not have this code')),
    CONVERT(varchar(32), 'TRUST'),
    CONVERT(varchar(32), 'OPERATING'),
    CONVERT(nvarchar(1000), CONCAT(k.Ledgers, N' trust ledgers of view MapFirmTrust are on it.'))
FROM (
    SELECT
        CONVERT(nvarchar(128), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2 AS Item,
        COUNT_BIG(*) AS Ledgers
    FROM clientpay_internal.MapFirmTrust f
    WHERE f.BankAccountId <> ''
    GROUP BY CONVERT(nvarchar(128), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2
) k
WHERE NOT EXISTS (
    SELECT 1
    FROM dbo.TBM_BANK b
    WHERE CONVERT(nvarchar(128), RTRIM(b.BANK_CODE)) COLLATE Latin1_General_100_BIN2 = k.Item
)
UNION ALL
SELECT
    CONVERT(varchar(32), 'RECEIPT_TYPE'),
    k.Item,
    CONVERT(nvarchar(200), CONCAT(N'Receipt type ', k.Item)) COLLATE Latin1_General_100_BIN2,
    CONVERT(bit, 1),
    CONVERT(nvarchar(1000), CONCAT(SUM(k.Receipts), N' receipts have it')),
    CONVERT(varchar(32), NULL),
    CONVERT(varchar(32), NULL),
    CONVERT(nvarchar(1000), NULL)
FROM (
    SELECT
        CONVERT(nvarchar(128), RTRIM(x.RECEIPT_TYPE)) COLLATE Latin1_General_100_BIN2 AS Item,
        COUNT_BIG(*) AS Receipts
    FROM dbo.CRT_CASH x
    WHERE x.RECEIPT_TYPE <> ''
    GROUP BY CONVERT(nvarchar(128), RTRIM(x.RECEIPT_TYPE)) COLLATE Latin1_General_100_BIN2
    UNION ALL
    SELECT a.Item, CONVERT(bigint, 0)
    FROM clientpay_internal.Answer a
    WHERE a.Subject = 'RECEIPT_TYPE'
) k
GROUP BY k.Item
UNION ALL
SELECT
    CONVERT(varchar(32), 'MATTER_STATUS'),
    CONVERT(nvarchar(128), RTRIM(s.STATUS_CODE)) COLLATE Latin1_General_100_BIN2,
    CONVERT(nvarchar(200), CONCAT(RTRIM(s.STATUS_CODE), N' ', RTRIM(s.STATUS_DESC))) COLLATE Latin1_General_100_BIN2,
    CONVERT(bit, CASE WHEN m.Matters > 0 THEN 1 ELSE 0 END),
    CONVERT(nvarchar(1000), CONCAT(
        COALESCE(m.Matters, 0), N' matters, ', COALESCE(m.Closed, 0), N' of them with a closing date')),
    CONVERT(varchar(32), CASE WHEN m.Matters > 0 AND m.Closed = m.Matters THEN 'CLOSED' END),
    CONVERT(varchar(32), NULL),
    CONVERT(nvarchar(1000), NULL)
FROM (
    SELECT c.STATUS_CODE, c.STATUS_DESC
    FROM dbo.HBL_STATUS_MATT c
    UNION ALL
    SELECT DISTINCT y.STATUS_CODE, NULL
    FROM dbo.HBM_MATTER y
    WHERE y.MATTER_UNO <> 0
        AND NOT EXISTS (SELECT 1 FROM dbo.HBL_STATUS_MATT c WHERE c.STATUS_CODE = y.STATUS_CODE)
) s
LEFT JOIN (
    SELECT x.STATUS_CODE, COUNT_BIG(*) AS Matters, COUNT_BIG(x.CLOSE_DATE) AS Closed
    FROM dbo.HBM_MATTER x
    WHERE x.MATTER_UNO <> 0
    GROUP BY x.STATUS_CODE
) m ON m.STATUS_CODE = s.STATUS_CODE
WHERE s.STATUS_CODE <> '';
GO
/*
  PAYORS   the open parts of matters (BLT_BILLM) against the open parts of payors (BLT_BILLP), by bill.
  JOURNAL  the same against the balance that the journal of all A/R entries gives (BLT_BILL_AMT: SIGN times each amount
           [4 organisations; the sum: 2]), by bill and matter. Entries with DRUNO below -1 are none of the books yet [1
           organisation].
  LISTED   every part of a bill on which something is owed, whatever its status, and what of it the connector lists:
           where they differ, nobody finds it to pay, and its name says why.
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
        ('PAYORS', 'AR', N'Open bills, by matter against by payor', N'BLT_BILLM.TOTAL_AR', N'BLT_BILLP.TOTAL_AR', 1),
        ('JOURNAL', 'AR', N'Open bills, as stored against the journal', N'BLT_BILLM.TOTAL_AR',
            N'sum of BLT_BILL_AMT, SIGN times each amount', 2),
        ('LISTED', 'AR', N'Parts of bills with something owed, and what of them can be found',
            N'BLT_BILLM.TOTAL_AR above zero', N'the same, as listed under a matter', 3),
        ('TRUST_LISTED', 'TRUST', N'Trust money, and what of it can be found', N'MapFirmTrust.Balance',
            N'the same, as listed under a matter', 4)
) c (Name, Measure, Title, FirstWay, SecondWay, Position);
GO
CREATE VIEW clientpay_internal.ComparisonItem
AS
SELECT
    CONVERT(varchar(32), 'PAYORS') AS Name,
    CONVERT(nvarchar(200), CONCAT(N'bill ', b.BILL_NUM, N' of ', CONVERT(nvarchar(10), b.BILL_DATE, 23)))
        COLLATE Latin1_General_100_BIN2 AS Item,
    CONVERT(decimal(19, 2), m.Total) AS FirstAmount,
    CONVERT(decimal(19, 2), p.Total) AS SecondAmount
FROM dbo.BLT_BILL b
LEFT JOIN (
    SELECT x.BILL_TRAN_UNO, SUM(x.TOTAL_AR) AS Total
    FROM dbo.BLT_BILLM x
    WHERE x.BILLM_UNO <> 0 AND x.MATTER_UNO <> 0 AND x.AR_STATUS = 'O'
    GROUP BY x.BILL_TRAN_UNO
) m ON m.BILL_TRAN_UNO = b.TRAN_UNO
LEFT JOIN (
    SELECT x.BILL_TRAN_UNO, SUM(x.TOTAL_AR) AS Total
    FROM dbo.BLT_BILLP x
    GROUP BY x.BILL_TRAN_UNO
) p ON p.BILL_TRAN_UNO = b.TRAN_UNO
WHERE b.TRAN_UNO <> 0 AND b.BILL_NUM <> 0 AND COALESCE(b.LAST_BILL_ACTION, '') <> 'REVR'
    AND (m.Total <> 0 OR p.Total <> 0)
UNION ALL
SELECT
    CONVERT(varchar(32), 'JOURNAL'),
    CONVERT(nvarchar(200), CONCAT(N'bill ', b.BILL_NUM, N', matter ', RTRIM(h.MATTER_NUMBER)))
        COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), SUM(s.Stored)),
    CONVERT(decimal(19, 2), SUM(s.Entered))
FROM (
    SELECT x.BILL_TRAN_UNO, x.MATTER_UNO, x.TOTAL_AR AS Stored, CONVERT(decimal(19, 4), NULL) AS Entered
    FROM dbo.BLT_BILLM x
    WHERE x.BILLM_UNO <> 0 AND x.MATTER_UNO <> 0 AND x.AR_STATUS = 'O'
    UNION ALL
    SELECT
        j.BILL_TRAN_UNO,
        j.MATTER_UNO,
        NULL,
        j.SIGN * (
            COALESCE(j.FEES_AMT, 0)
            + COALESCE(j.HARD_AMT, 0)
            + COALESCE(j.SOFT_AMT, 0)
            + COALESCE(j.OAFEE_AMT, 0)
            + COALESCE(j.OADISB_AMT, 0)
            + COALESCE(j.RETAINER_AMT, 0)
            + COALESCE(j.PREMDISC_AMT, 0)
            + COALESCE(j.TAX_AMT, 0)
            + COALESCE(j.INTEREST_AMT, 0)
        )
    FROM dbo.BLT_BILL_AMT j
    WHERE j.DRUNO >= -1 AND j.MATTER_UNO <> 0
) s
JOIN dbo.BLT_BILL b ON b.TRAN_UNO = s.BILL_TRAN_UNO
LEFT JOIN dbo.HBM_MATTER h ON h.MATTER_UNO = s.MATTER_UNO
WHERE b.TRAN_UNO <> 0 AND b.BILL_NUM <> 0 AND COALESCE(b.LAST_BILL_ACTION, '') <> 'REVR'
GROUP BY b.TRAN_UNO, b.BILL_NUM, s.MATTER_UNO, h.MATTER_NUMBER
HAVING SUM(s.Stored) <> 0 OR SUM(s.Entered) <> 0
UNION ALL
SELECT
    CONVERT(varchar(32), 'LISTED'),
    CONVERT(nvarchar(200), CONCAT(
        N'bill ', b.BILL_NUM, N' (BILLM_UNO ', x.BILLM_UNO, N', status ', RTRIM(x.AR_STATUS), N'), matter ',
        RTRIM(h.MATTER_NUMBER), N' (MATTER_UNO ', x.MATTER_UNO, N')', CASE
            WHEN o.InvoiceId IS NOT NULL THEN N''
            WHEN b.TRAN_UNO IS NULL THEN N', its bill is missing'
            WHEN b.BILL_NUM IS NULL THEN N', it has no number'
            WHEN COALESCE(x.MATTER_UNO, 0) = 0 THEN N', it has no matter'
            WHEN h.MATTER_UNO IS NULL THEN N', its matter is missing'
            WHEN c.CLIENT_UNO IS NULL THEN N', its client is missing'
            WHEN COALESCE(x.AR_STATUS, '') = '' THEN N', it has no status'
            WHEN x.AR_STATUS = 'S' THEN N', it is settled'
            ELSE N', its status is not that of open ones'
        END)) COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), ROUND(x.TOTAL_AR, 2)),
    CONVERT(decimal(19, 2), ROUND(o.Balance, 2))
FROM dbo.BLT_BILLM x
LEFT JOIN dbo.BLT_BILL b ON b.TRAN_UNO = x.BILL_TRAN_UNO
LEFT JOIN dbo.HBM_MATTER h ON h.MATTER_UNO = x.MATTER_UNO
LEFT JOIN dbo.HBM_CLIENT c ON c.CLIENT_UNO = h.CLIENT_UNO AND c.CLIENT_UNO <> 0
LEFT JOIN (
    SELECT v.InvoiceId, v.Balance
    FROM clientpay_internal.MapOpenInvoice v
    JOIN clientpay_internal.MapMatter m ON m.MatterId = v.MatterId
) o ON o.InvoiceId = x.BILLM_UNO
WHERE x.BILLM_UNO <> 0 AND x.TOTAL_AR >= 0.005 AND COALESCE(x.AR_STATUS, '') <> 'X'
    AND COALESCE(b.BILL_NUM, -1) <> 0 AND COALESCE(b.LAST_BILL_ACTION, '') <> 'REVR'
UNION ALL
SELECT
    CONVERT(varchar(32), 'TRUST_LISTED'),
    CONVERT(nvarchar(200), CONCAT(
        N'trust ledger ', RTRIM(f.TrustLedgerId), N', matter ', RTRIM(h.MATTER_NUMBER), N' (MATTER_UNO ', f.MatterId,
        N'), bank ', RTRIM(f.BankAccountId), CASE
            WHEN l.TrustLedgerId IS NOT NULL THEN N''
            WHEN f.Balance IS NULL THEN N', its balance is null'
            WHEN COALESCE(f.TrustLedgerId, '') = '' THEN N', it has no id'
            WHEN COALESCE(f.MatterId, 0) = 0 THEN N', it has no matter'
            WHEN COALESCE(f.BankAccountId, '') = '' THEN N', it has no bank'
            WHEN h.MATTER_UNO IS NULL THEN N', its matter is missing'
            WHEN c.CLIENT_UNO IS NULL THEN N', its client is missing'
            WHEN a.Item IS NULL THEN N', its bank is not answered TRUST'
            ELSE N', its bank is not in TBM_BANK'
        END)) COLLATE Latin1_General_100_BIN2,
    CONVERT(decimal(19, 2), COALESCE(ROUND(f.Balance, 2), 0.01)),
    CONVERT(decimal(19, 2), CASE WHEN l.TrustLedgerId IS NOT NULL THEN ROUND(f.Balance, 2) END)
FROM clientpay_internal.MapFirmTrust f
LEFT JOIN dbo.HBM_MATTER h ON h.MATTER_UNO = f.MatterId
LEFT JOIN dbo.HBM_CLIENT c ON c.CLIENT_UNO = h.CLIENT_UNO AND c.CLIENT_UNO <> 0
LEFT JOIN clientpay_internal.Answer a
    ON a.Subject = 'BANK_ACCOUNT'
    AND a.Item = CONVERT(nvarchar(128), RTRIM(f.BankAccountId)) COLLATE Latin1_General_100_BIN2
    AND a.Answer = 'TRUST'
LEFT JOIN (
    SELECT DISTINCT v.TrustLedgerId, v.MatterId, v.BankAccountId
    FROM clientpay_internal.MapTrustLedger v
    JOIN clientpay_internal.MapMatter x ON x.MatterId = v.MatterId
) l ON l.TrustLedgerId = f.TrustLedgerId AND l.MatterId = f.MatterId AND l.BankAccountId = f.BankAccountId
    AND f.Balance IS NOT NULL;
GO
PRINT 'Views Map..., Ask... and Comparison... of clientpay_internal are those of pack aderant-expert.';
GO
