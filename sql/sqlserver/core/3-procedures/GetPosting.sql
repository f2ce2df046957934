/*
  Procedure clientpay.GetPosting: one posting with its allocations, reasons and history; no rows if there is none.

  Columns: Part, PostingId, Position, and those that a Part fills; the others are null. POSTING comes first, then its
  ALLOCATIONs, REASONs and EVENTs, each by Position from 0.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetPosting;
GO
CREATE PROCEDURE clientpay.GetPosting
    @PostingId varchar(128)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        r.Part, r.PostingId, r.Position, r.Status, r.Attempt, r.Version, r.IdempotencyKey, r.PaymentId,
        r.MerchantAccountId, r.Kind, r.Amount, r.Currency, r.PaymentDate, r.BookDate, r.PayerName, r.PayerEmail, r.Method,
        r.Reference, r.ArMessage, r.LedgerCode, r.TransactionType, r.BankAccountId, r.Fields, r.Receipt, r.Due,
        r.CreatedAt, r.InvoiceId, r.InvoiceNumber, r.TrustLedgerId, r.MatterId, r.Code, r.Detail, r.Allocation, r.At,
        r.Actor, r.What
    FROM clientpay_internal.PostingRows(@PostingId) r
    ORDER BY r.PartOrder, r.Position;
END;
GO
PRINT 'Procedure clientpay.GetPosting is there.';
GO
