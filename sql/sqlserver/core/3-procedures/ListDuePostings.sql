/*
  Procedure clientpay.ListDuePostings: postings whose next step was interrupted: recorded before an instant and still
  due, oldest first.

  @Limit  how many at most

  Columns: PostingId, Due.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListDuePostings;
GO
CREATE PROCEDURE clientpay.ListDuePostings
    @RecordedBefore datetime2(3),
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT TOP (COALESCE(@Limit, 0)) p.PostingId, p.Due
    FROM clientpay_internal.Posting p
    WHERE p.Due IN ('POST', 'RESOLVE') AND p.CreatedAt < @RecordedBefore
    ORDER BY p.CreatedAt, p.PostingId;
END;
GO
PRINT 'Procedure clientpay.ListDuePostings is there.';
GO
