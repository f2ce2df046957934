/*
  Procedure clientpay.LockBatches: makes the caller's transaction the only one that writes batches, until it ends. Never
  waits.

  Columns, one row: Outcome DONE, or TAKEN by another connector.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.LockBatches;
GO
CREATE PROCEDURE clientpay.LockBatches
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Touched int, @Result int;

    SELECT @Touched = COUNT(*)
    FROM clientpay_internal.Installation;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC @Result = sys.sp_getapplock
        @Resource = N'clientpay:batches',
        @LockMode = 'Exclusive',
        @LockOwner = 'Transaction',
        @LockTimeout = 0;

    SELECT CONVERT(varchar(16), CASE WHEN @Result >= 0 THEN 'DONE' ELSE 'TAKEN' END) AS Outcome;
END;
GO
PRINT 'Procedure clientpay.LockBatches is there.';
GO
