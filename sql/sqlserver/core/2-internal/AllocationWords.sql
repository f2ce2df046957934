/*
  Function AllocationWords: a posting's allocations as they were sent, for the history: as many as its 1,000 characters
  take.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.AllocationWords;
GO
CREATE FUNCTION clientpay_internal.AllocationWords (@PostingId varchar(128))
RETURNS nvarchar(4000)
AS
BEGIN
    DECLARE @Words nvarchar(4000), @One nvarchar(4000);
    DECLARE @Position int = (
        SELECT MIN(a.Position)
        FROM clientpay_internal.PostingAllocation a
        WHERE a.PostingId = @PostingId
    );
    IF @Position IS NULL
        RETURN N'no allocations';

    WHILE @Position IS NOT NULL AND COALESCE(LEN(@Words), 0) < 1000
    BEGIN
        SET @One = (
            SELECT CONCAT(
                CASE
                    WHEN a.SentInvoiceId IS NOT NULL THEN N'invoice id ' + a.SentInvoiceId
                    WHEN a.SentInvoiceNumber IS NOT NULL THEN N'invoice ' + a.SentInvoiceNumber
                    WHEN a.SentTrustLedgerId IS NOT NULL THEN N'trust ledger ' + a.SentTrustLedgerId
                    ELSE N'matter ' + a.SentMatterId
                END,
                N' ', a.Amount)
            FROM clientpay_internal.PostingAllocation a
            WHERE a.PostingId = @PostingId AND a.Position = @Position
        );
        SET @Words = CONCAT(@Words + N', ', @One);
        SET @Position = (
            SELECT MIN(a.Position)
            FROM clientpay_internal.PostingAllocation a
            WHERE a.PostingId = @PostingId AND a.Position > @Position
        );
    END;
    RETURN @Words;
END;
GO
PRINT 'Function clientpay_internal.AllocationWords is there.';
GO
