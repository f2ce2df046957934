/*
  Procedure clientpay.GetSyncWatermark: an instant such that every change of an invoice that is not visible now will carry a
  later one. Who has read all that changed up to now, and asks from this instant on the next time, may see a change twice,
  but misses none.

  Columns, one row: Watermark, or null where the books keep no time of change.

  A change carries the time at which it was made, but is visible at its commit: one that is open now may carry any time since
  its transaction began. Which transactions are open, and since when, only an administrator may see. But that none is open
  in the invoices can be seen, by a lock that nobody gets beside a writer (clientpay_internal.SeeInvoicesAtRest). Writers
  are quick, so that such a moment comes soon; ten times it is waited for.

  At such a moment every change that was made is visible, and whatever is made later carries a later time, but for two
  things: a statement takes its time before it has its locks, and books may write the time of another machine. The clocks
  of a Windows domain differ by 5 minutes at most (more, and Kerberos would refuse logins), so that much is taken off.
  Books that write a time from long before, such as when a form was opened, keep none in this sense: KeepsChangeTime is 0.

  Without such a moment, a long transaction is open. A day is taken off then: no accounting program keeps a transaction open
  for a day, since it would keep everybody else from the rows, and the log from being cleared. All of that day's changes
  come again, which is a few thousand at most. On a system that ignores lock hints (Babelfish) every moment looks like
  rest: there a transaction may be open for 5 minutes.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetSyncWatermark;
GO
CREATE PROCEDURE clientpay.GetSyncWatermark
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT OFF;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    DECLARE @Now datetime2(3), @Turn int = 1, @IsAtRest bit = 0;

    WHILE @Turn <= 10 AND @IsAtRest = 0
    BEGIN
        SET @Now = SYSUTCDATETIME();
        BEGIN TRY
            EXEC clientpay_internal.SeeInvoicesAtRest;
            SET @IsAtRest = 1;
        END TRY
        BEGIN CATCH
            -- Whatever the error is, rest was not seen.
            SET @IsAtRest = 0;
        END CATCH;
        SET @Turn = @Turn + 1;
    END;

    SELECT
        CONVERT(datetime2(3), CASE
            WHEN i.KeepsChangeTime = 0 THEN NULL
            WHEN @IsAtRest = 1 THEN DATEADD(MINUTE, -5, @Now)
            ELSE DATEADD(DAY, -1, @Now)
        END) AS Watermark
    FROM clientpay_internal.Installation i;
END;
GO
PRINT 'Procedure clientpay.GetSyncWatermark is there.';
GO
