/*
  Procedure clientpay.SealBatchLine: puts a line that waits into a batch that was sealed in the same transaction.
  Answers
  with no result set, so that many calls go in one.

  @LineNumber  from 1, in the file

  Errors: 51000 no transaction; 51006 the line does not wait any more.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SealBatchLine;
GO
CREATE PROCEDURE clientpay.SealBatchLine
    @LineId bigint,
    @BatchNumber bigint,
    @LineNumber bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Sealed int;

    UPDATE clientpay_internal.BatchLine
    SET BatchNumber = @BatchNumber, LineNumber = @LineNumber
    WHERE LineId = @LineId AND BatchNumber IS NULL AND Answer IS NULL;
    SET @Sealed = @@ROWCOUNT;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    IF @Sealed <> 1
        THROW 51006, N'The line does not wait to be sealed any more. Try again.', 1;
END;
GO
PRINT 'Procedure clientpay.SealBatchLine is there.';
GO
