/*
  Procedure clientpay.SetBatchState: compares and sets the state of a batch.

  @Expected  the state that it must be in
  @Token     with WRITING: names its temporary file; null: as it is

  Columns, one row: Outcome DONE; CHANGED_MEANWHILE, when it is not in the state expected; ANSWERED, when it is to be
  WRITING but the import knows one of its lines already.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SetBatchState;
GO
CREATE PROCEDURE clientpay.SetBatchState
    @BatchNumber bigint,
    @Expected varchar(128),
    @State varchar(128),
    @Token varchar(128),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(32) = 'DONE';

    UPDATE clientpay_internal.Batch
    SET Number = Number
    WHERE Number = @BatchNumber;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    IF @State = 'WRITING'
        AND EXISTS (SELECT 1 FROM clientpay_internal.Batch b WHERE b.Number = @BatchNumber AND b.State = @Expected)
        AND EXISTS (
            SELECT 1
            FROM clientpay_internal.BatchLine l
            WHERE l.BatchNumber = @BatchNumber AND l.Answer IS NOT NULL
        )
        SET @Outcome = 'ANSWERED';
    ELSE
    BEGIN
        UPDATE clientpay_internal.Batch
        SET State = @State, StateSince = @Now, StateBy = @Actor, Token = COALESCE(@Token, Token)
        WHERE Number = @BatchNumber AND State = @Expected;
        IF @@ROWCOUNT <> 1
            SET @Outcome = 'CHANGED_MEANWHILE';
    END;

    SELECT @Outcome AS Outcome;
END;
GO
PRINT 'Procedure clientpay.SetBatchState is there.';
GO
