/*
  Procedure clientpay.ReallocatePosting: takes the allocations of a PENDING or INCOMPLETE posting away, in one
  transaction with AddAllocation and ResolvePosting, which follow. The history keeps what was there before.

  @ExpectedVersion  null: any

  Columns, one row: Outcome DONE, NOT_FOUND, NOT_ALLOWED or CHANGED_MEANWHILE; Status, the posting's after the move;
  Code, Detail and Allocation are null.

  Errors: 51000 no transaction; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ReallocatePosting;
GO
CREATE PROCEDURE clientpay.ReallocatePosting
    @PostingId varchar(128),
    @ExpectedVersion bigint,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Status varchar(16), @Version bigint, @Before nvarchar(4000);

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.BeginMove
        @PostingId, @ExpectedVersion, 'PENDING INCOMPLETE', '', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL
    BEGIN
        SET @Outcome = 'DONE';
        SET @Before = CONCAT(N'Before: ', clientpay_internal.AllocationWords(@PostingId), N'.');
        DELETE FROM clientpay_internal.PostingAllocation
        WHERE PostingId = @PostingId;
        SELECT @Version = p.Version
        FROM clientpay_internal.Posting p
        WHERE p.PostingId = @PostingId;
        UPDATE clientpay_internal.Posting
        SET Version = Version + 1
        WHERE PostingId = @PostingId AND Status = @Status AND Version = @Version;
        IF @@ROWCOUNT <> 1
            THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, 'REALLOCATED', @Before;
    END;

    SELECT
        @Outcome AS Outcome,
        @Status AS Status,
        CONVERT(varchar(64), NULL) AS Code,
        CONVERT(nvarchar(1000), NULL) AS Detail,
        CONVERT(bigint, NULL) AS Allocation;
END;
GO
PRINT 'Procedure clientpay.ReallocatePosting is there.';
GO
