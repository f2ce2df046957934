/*
  Procedure clientpay.PurgeBatches: blanks the payors of lines whose posting is posted, removed or reversed and was
  recorded
  before an instant, and the content of batches that have no other lines. Such a file cannot be written again.

  Columns, one row: Purged, how many lines.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.PurgeBatches;
GO
CREATE PROCEDURE clientpay.PurgeBatches
    @RecordedBefore datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Purged bigint;

    UPDATE clientpay_internal.BatchLine
    SET Payor = NULL
    WHERE Payor IS NOT NULL
        AND PostingId IN (
            SELECT p.PostingId
            FROM clientpay_internal.Posting p
            WHERE p.CreatedAt < @RecordedBefore AND p.Status IN ('POSTED', 'REMOVED', 'REVERSED')
        );
    SET @Purged = @@ROWCOUNT;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    UPDATE clientpay_internal.Batch
    SET Content = NULL
    WHERE Content IS NOT NULL
        AND SealedAt < @RecordedBefore
        AND State IN ('WRITTEN', 'ABANDONED')
        AND NOT EXISTS (
            SELECT 1
            FROM clientpay_internal.BatchLine l
            JOIN clientpay_internal.Posting p ON p.PostingId = l.PostingId
            WHERE l.BatchNumber = Number
                AND (p.CreatedAt >= @RecordedBefore OR p.Status NOT IN ('POSTED', 'REMOVED', 'REVERSED'))
        );

    SELECT @Purged AS Purged;
END;
GO
PRINT 'Procedure clientpay.PurgeBatches is there.';
GO
