/*
  Procedure clientpay.SealBatch: keeps a batch and the exact bytes of its file. SealBatchLine follows in the same
  transaction, once for each of its lines.

  @BatchNumber  as NextBatchNumber answered it; null: nothing is sealed
  @Sha256       of @Content, lower-case hexadecimal

  Columns, one row: Outcome DONE.

  Errors: 51000 no transaction; 2627 another batch has the number or the file name.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SealBatch;
GO
CREATE PROCEDURE clientpay.SealBatch
    @BatchNumber bigint,
    @FileName nvarchar(4000),
    @Receipts bigint,
    @Lines bigint,
    @Total decimal(19, 2),
    @Sha256 varchar(128),
    @Content varbinary(max),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Touched int;

    SELECT @Touched = COUNT(*)
    FROM clientpay_internal.Installation;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    IF @BatchNumber IS NOT NULL
        INSERT INTO clientpay_internal.Batch (
            Number, FileName, State, StateSince, StateBy, Receipts, Lines, Total, Sha256, Content, SealedAt
        )
        VALUES (@BatchNumber, @FileName, 'SEALED', @Now, @Actor, @Receipts, @Lines, @Total, @Sha256, @Content, @Now);

    SELECT CONVERT(varchar(16), 'DONE') AS Outcome;
END;
GO
PRINT 'Procedure clientpay.SealBatch is there.';
GO
