/*
  Procedure clientpay.ResolveBatch: what somebody has found out about an UNKNOWN batch, or one that is still SEALED: it
  was
  written (only an UNKNOWN one), or it never was: then it is ABANDONED, and its lines that wait for an answer go into
  the
  next batch.

  Columns, one row: Outcome DONE, UNCHANGED, NOT_FOUND or NOT_ALLOWED; State, the batch's now, null where there is none.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ResolveBatch;
GO
CREATE PROCEDURE clientpay.ResolveBatch
    @BatchNumber bigint,
    @Written bit,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(16) = 'DONE', @State varchar(16);
    DECLARE @Wanted varchar(16) = CASE WHEN @Written = 1 THEN 'WRITTEN' ELSE 'ABANDONED' END;

    UPDATE clientpay_internal.Batch
    SET Number = Number
    WHERE Number = @BatchNumber;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    SELECT @State = b.State
    FROM clientpay_internal.Batch b
    WHERE b.Number = @BatchNumber;

    IF @State IS NULL
        SET @Outcome = 'NOT_FOUND';
    ELSE IF @State = @Wanted
        SET @Outcome = 'UNCHANGED';
    ELSE IF @State <> 'UNKNOWN' AND (@State <> 'SEALED' OR @Written = 1)
        SET @Outcome = 'NOT_ALLOWED';
    ELSE
    BEGIN
        UPDATE clientpay_internal.Batch
        SET State = @Wanted, StateSince = @Now, StateBy = @Actor
        WHERE Number = @BatchNumber;
        IF @Wanted = 'ABANDONED'
            UPDATE clientpay_internal.BatchLine
            SET BatchNumber = NULL, LineNumber = NULL
            WHERE BatchNumber = @BatchNumber AND Answer IS NULL;
        SET @State = @Wanted;
    END;

    SELECT @Outcome AS Outcome, @State AS State;
END;
GO
PRINT 'Procedure clientpay.ResolveBatch is there.';
GO
