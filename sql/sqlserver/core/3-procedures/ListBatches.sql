/*
  Procedure clientpay.ListBatches: batches, the newest first.

  @Unfinished    1: only SEALED, WRITING and UNKNOWN ones
  @BeforeNumber  those with a lower number; null: all
  @Limit         at most so many

  Columns: Number, FileName, State, StateSince, StateBy, Token, Receipts, Lines, Total, Sha256, SealedAt, Waiting (how
  many of
  its receipts the import has not answered).
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListBatches;
GO
CREATE PROCEDURE clientpay.ListBatches
    @Unfinished bit,
    @BeforeNumber bigint,
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Below bigint = COALESCE(@BeforeNumber, 9223372036854775807);
    DECLARE @Batch TABLE (Number bigint NOT NULL PRIMARY KEY);

    IF @Unfinished = 1
        INSERT INTO @Batch (Number)
        SELECT TOP (COALESCE(@Limit, 0)) b.Number
        FROM clientpay_internal.Batch b
        WHERE b.State IN ('SEALED', 'WRITING', 'UNKNOWN') AND b.Number < @Below
        ORDER BY b.Number DESC;
    ELSE
        INSERT INTO @Batch (Number)
        SELECT TOP (COALESCE(@Limit, 0)) b.Number
        FROM clientpay_internal.Batch b
        WHERE b.Number < @Below
        ORDER BY b.Number DESC;

    SELECT
        b.Number, b.FileName, b.State, b.StateSince, b.StateBy, b.Token, b.Receipts, b.Lines, b.Total, b.Sha256,
        b.SealedAt, b.Waiting
    FROM @Batch t
    JOIN clientpay_internal.BatchRows b ON b.Number = t.Number
    ORDER BY b.Number DESC;
END;
GO
PRINT 'Procedure clientpay.ListBatches is there.';
GO
