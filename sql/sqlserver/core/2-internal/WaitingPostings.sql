/*
  Function WaitingPostings: a sentence that says how many postings still need a merchant account as it is, or null when
  none does: PENDING and INCOMPLETE ones are yet to be posted by it, QUEUED and REVERSING ones wait for the firm's
  import.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.WaitingPostings;
GO
CREATE FUNCTION clientpay_internal.WaitingPostings (@MerchantAccountId varchar(128))
RETURNS nvarchar(1000)
AS
BEGIN
    DECLARE @Postings bigint = (
        SELECT COUNT(*)
        FROM clientpay_internal.Posting p
        WHERE p.MerchantAccountId = @MerchantAccountId
            AND p.Status IN ('PENDING', 'INCOMPLETE', 'QUEUED', 'REVERSING')
    );
    RETURN CASE
        WHEN @Postings = 1 THEN N'1 posting of this merchant account is not finished.'
        WHEN @Postings > 1 THEN CONCAT(@Postings, N' postings of this merchant account are not finished.')
    END;
END;
GO
PRINT 'Function clientpay_internal.WaitingPostings is there.';
GO
