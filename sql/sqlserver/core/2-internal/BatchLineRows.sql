/*
  View BatchLineRows: lines of receipts with the columns and types in which procedures answer them.
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
    l.InvoiceNumber, l.InvoiceId, l.TrustLedgerId, l.Description, l.Currency, l.Amount, l.ReceiptAmount
FROM clientpay_internal.BatchLine l;
GO
PRINT 'View clientpay_internal.BatchLineRows is there.';
GO
