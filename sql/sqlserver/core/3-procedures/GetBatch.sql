/*
  Procedure clientpay.GetBatch: one batch with the exact bytes of its file; no rows if there is none.

  Columns: those of ListBatches, and Content, null when payers were purged.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetBatch;
GO
CREATE PROCEDURE clientpay.GetBatch
    @BatchNumber bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    SELECT
        b.Number, b.FileName, b.State, b.StateSince, b.StateBy, b.Token, b.Receipts, b.Lines, b.Total, b.Sha256,
        b.SealedAt, b.Waiting, c.Content
    FROM clientpay_internal.BatchRows b
    JOIN clientpay_internal.Batch c ON c.Number = b.Number
    WHERE b.Number = @BatchNumber;
END;
GO
PRINT 'Procedure clientpay.GetBatch is there.';
GO
