/*
  View BatchLineRows: lines of receipts with the columns and types in which procedures answer them. OriginalReceiptKey is
  that of the receipt which a reversal takes back: the handover of the same attempt that the import has booked.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP VIEW IF EXISTS clientpay_internal.BatchLineRows;
GO
CREATE VIEW clientpay_internal.BatchLineRows
AS
SELECT
    l.LineId, l.ReceiptKey, l.PostingId, CONVERT(bigint, l.Attempt) AS Attempt, l.Kind,
    CONVERT(bigint, l.Handover) AS Handover, CONVERT(bigint, l.Position) AS Position, l.BatchNumber,
    CONVERT(bigint, l.LineNumber) AS LineNumber, l.Answer, l.ReceiptDate, l.BookDate, l.BankAccountId, l.LedgerCode,
    l.TransactionType, l.Reference, l.PaymentId, l.Method, l.Payor, l.ClientNumber, l.MatterNumber, l.MatterId,
    l.InvoiceNumber, l.InvoiceId, l.TrustLedgerId, l.Description, l.Currency, l.Amount, l.ReceiptAmount,
    CASE WHEN l.Kind = 'REVERSE' THEN (
        SELECT TOP (1) o.ReceiptKey
        FROM clientpay_internal.BatchLine o
        WHERE o.PostingId = l.PostingId AND o.Attempt = l.Attempt AND o.Kind = 'POST'
        ORDER BY CASE WHEN o.Answer = 'BOOKED' THEN 0 ELSE 1 END, o.Handover DESC
    ) END AS OriginalReceiptKey
FROM clientpay_internal.BatchLine l;
GO
PRINT 'View clientpay_internal.BatchLineRows is there.';
GO
