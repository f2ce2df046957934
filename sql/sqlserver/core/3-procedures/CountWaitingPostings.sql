/*
  Procedure clientpay.CountWaitingPostings: postings that have waited since before an instant for a repair (INCOMPLETE)
  or for the firm's import (QUEUED, REVERSING), by status; no row for a status in which none has.

  Columns: Status, Postings, Oldest (since when the oldest has been so).
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.CountWaitingPostings;
GO
CREATE PROCEDURE clientpay.CountWaitingPostings
    @WaitingBefore datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT p.Status, COUNT_BIG(*) AS Postings, MIN(p.StatusSince) AS Oldest
    FROM clientpay_internal.Posting p
    WHERE p.Status IN ('INCOMPLETE', 'QUEUED', 'REVERSING') AND p.StatusSince < @WaitingBefore
    GROUP BY p.Status
    ORDER BY p.Status;
END;
GO
PRINT 'Procedure clientpay.CountWaitingPostings is there.';
GO
