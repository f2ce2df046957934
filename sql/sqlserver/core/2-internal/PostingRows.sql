/*
  Function PostingRows: a posting with everything that belongs to it, as GetPosting and ListPostings answer it: rows of
  several kinds, told apart by column Part. No rows if there is no such posting.

  Columns: those of the answer, and PartOrder, by which the parts follow each other.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.PostingRows;
GO
CREATE FUNCTION clientpay_internal.PostingRows (@PostingId varchar(128))
RETURNS TABLE
AS
RETURN (
    SELECT
        CONVERT(varchar(16), 'POSTING') AS Part,
        1 AS PartOrder,
        p.PostingId,
        CONVERT(bigint, 0) AS Position,
        p.Status,
        CONVERT(bigint, p.Attempt) AS Attempt,
        p.Version,
        p.IdempotencyKey,
        p.PaymentId,
        p.MerchantAccountId,
        p.Kind,
        p.Amount,
        p.Currency,
        p.PaymentDate,
        p.BookDate,
        p.PayerName,
        p.PayerEmail,
        p.Method,
        p.Reference,
        p.ArMessage,
        p.LedgerCode,
        p.TransactionType,
        p.BankAccountId,
        p.Fields,
        p.Receipt,
        p.Due,
        p.CreatedAt,
        CONVERT(nvarchar(64), NULL) AS InvoiceId,
        CONVERT(nvarchar(64), NULL) AS InvoiceNumber,
        CONVERT(nvarchar(64), NULL) AS TrustLedgerId,
        CONVERT(nvarchar(64), NULL) AS MatterId,
        CONVERT(varchar(64), NULL) AS Code,
        CONVERT(nvarchar(1000), NULL) AS Detail,
        CONVERT(bigint, NULL) AS Allocation,
        CONVERT(datetime2(3), NULL) AS At,
        CONVERT(nvarchar(128), NULL) AS Actor,
        CONVERT(varchar(64), NULL) AS What
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId
    UNION ALL
    -- Of an allocation that is resolved its target, else what was sent.
    SELECT
        'ALLOCATION', 2, a.PostingId, a.Position,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, a.Amount, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL,
        COALESCE(a.InvoiceId, a.SentInvoiceId),
        CONVERT(nvarchar(64), COALESCE(a.SentInvoiceNumber, i.InvoiceNumber COLLATE Latin1_General_100_BIN2)),
        COALESCE(a.TrustLedgerId, a.SentTrustLedgerId),
        CASE WHEN a.TrustLedgerId IS NULL THEN a.SentMatterId END,
        NULL, NULL, NULL, NULL, NULL, NULL
    FROM clientpay_internal.PostingAllocation a
    OUTER APPLY clientpay_internal.InvoiceOfId(COALESCE(a.InvoiceId, a.SentInvoiceId)) i
    WHERE a.PostingId = @PostingId
    UNION ALL
    SELECT
        'REASON', 3, r.PostingId, r.Position,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL,
        r.Code, r.Detail, r.Allocation, NULL, NULL, NULL
    FROM clientpay_internal.PostingReason r
    WHERE r.PostingId = @PostingId
    UNION ALL
    SELECT
        'EVENT', 4, e.PostingId, e.Position,
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL, NULL,
        NULL, NULL, NULL, NULL,
        NULL, e.Detail, NULL, e.At, e.Actor, e.What
    FROM clientpay_internal.PostingEvent e
    WHERE e.PostingId = @PostingId
);
GO
PRINT 'Function clientpay_internal.PostingRows is there.';
GO
