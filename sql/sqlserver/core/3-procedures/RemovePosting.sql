/*
  Procedure clientpay.RemovePosting: a PENDING or INCOMPLETE posting was handled outside and will not be posted:
  REMOVED.

  @ExpectedVersion  null: any

  Columns, one row: Outcome DONE, UNCHANGED (it was removed before), NOT_FOUND, NOT_ALLOWED or CHANGED_MEANWHILE;
  Status, the posting's after the move; Code, Detail and Allocation are null.

  Errors: 51000 no transaction; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.RemovePosting;
GO
CREATE PROCEDURE clientpay.RemovePosting
    @PostingId varchar(128),
    @ExpectedVersion bigint,
    @Note nvarchar(4000),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Status varchar(16), @Version bigint;

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.BeginMove
        @PostingId, @ExpectedVersion, 'PENDING INCOMPLETE', 'REMOVED', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL
    BEGIN
        SET @Outcome = 'DONE';
        DELETE FROM clientpay_internal.PostingReason
        WHERE PostingId = @PostingId;
        SELECT @Version = p.Version
        FROM clientpay_internal.Posting p
        WHERE p.PostingId = @PostingId;
        UPDATE clientpay_internal.Posting
        SET Status = 'REMOVED', StatusSince = @Now, Due = NULL, Version = Version + 1
        WHERE PostingId = @PostingId AND Status = @Status AND Version = @Version;
        IF @@ROWCOUNT <> 1
            THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
        SET @Status = 'REMOVED';
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, 'REMOVED', @Note;
    END;

    SELECT
        @Outcome AS Outcome,
        @Status AS Status,
        CONVERT(varchar(64), NULL) AS Code,
        CONVERT(nvarchar(1000), NULL) AS Detail,
        CONVERT(bigint, NULL) AS Allocation;
END;
GO
PRINT 'Procedure clientpay.RemovePosting is there.';
GO
