/*
  Procedure clientpay.NextBatchNumber: the number that the next batch gets, one above the highest. Two that are told the
  same cannot both seal it.

  Columns, one row: BatchNumber.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.NextBatchNumber;
GO
CREATE PROCEDURE clientpay.NextBatchNumber
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    SELECT COALESCE(MAX(b.Number), 0) + 1 AS BatchNumber
    FROM clientpay_internal.Batch b;
END;
GO
PRINT 'Procedure clientpay.NextBatchNumber is there.';
GO
