/*
  Procedure clientpay.CountBatches: batches that are not finished, by state, and receipts that wait to be sealed; no row
  where there is none.

  Columns: State SEALED, WRITING, UNKNOWN, or LINES for receipts that wait; Batches, how many; Oldest, since when the
  oldest.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.CountBatches;
GO
CREATE PROCEDURE clientpay.CountBatches
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    SELECT t.State, t.Batches, t.Oldest
    FROM (
        SELECT CONVERT(varchar(16), b.State) AS State, COUNT_BIG(*) AS Batches, MIN(b.StateSince) AS Oldest
        FROM clientpay_internal.Batch b
        WHERE b.State IN ('SEALED', 'WRITING', 'UNKNOWN')
        GROUP BY b.State
        UNION ALL
        SELECT 'LINES', COUNT_BIG(*), MIN(l.QueuedAt)
        FROM clientpay_internal.BatchLine l
        WHERE l.BatchNumber IS NULL AND l.Answer IS NULL AND l.Position = 0
        HAVING COUNT(*) > 0
    ) t
    ORDER BY t.State;
END;
GO
PRINT 'Procedure clientpay.CountBatches is there.';
GO
