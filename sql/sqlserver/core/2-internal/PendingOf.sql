/*
  Function PendingOf: what PENDING and QUEUED postings would take of an invoice.

  @InvoiceId  as text, as our tables have it
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.PendingOf;
GO
CREATE FUNCTION clientpay_internal.PendingOf (@InvoiceId nvarchar(64))
RETURNS decimal(19, 2)
AS
BEGIN
    RETURN (
        SELECT COALESCE(SUM(a.Amount), 0)
        FROM clientpay_internal.PostingAllocation a
        JOIN clientpay_internal.Posting p ON p.PostingId = a.PostingId
        WHERE a.InvoiceId = @InvoiceId AND p.Status IN ('PENDING', 'QUEUED')
    );
END;
GO
PRINT 'Function clientpay_internal.PendingOf is there.';
GO
