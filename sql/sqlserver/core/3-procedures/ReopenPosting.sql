/*
  Procedure clientpay.ReopenPosting: the next attempt of a posting that was removed, or reversed as a CORRECTION:
  PENDING and due to be resolved. ResolvePosting follows in the same transaction.

  @ExpectedVersion  null: any

  Columns, one row: Outcome DONE, UNCHANGED (nobody has done anything since it was reopened before), NOT_FOUND,
  NOT_ALLOWED or CHANGED_MEANWHILE; Status, the posting's after the move; Code, Detail and Allocation are null.

  Errors: 51000 no transaction; 51003 a lock was not obtained; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ReopenPosting;
GO
CREATE PROCEDURE clientpay.ReopenPosting
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
    DECLARE @Outcome varchar(128), @Status varchar(16), @Version bigint, @Reason varchar(16), @LastDoing varchar(64);
    DECLARE @Resource nvarchar(255);

    -- As when a payment is recorded: until it is reopened, nobody changes the account's kind or takes the account away.
    SELECT @Resource = CONCAT(N'clientpay:A:', p.MerchantAccountId)
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    IF @Resource IS NOT NULL
        EXEC clientpay_internal.TakeLock @Resource, 'Shared';

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    EXEC clientpay_internal.BeginMove
        @PostingId, NULL, 'PENDING INCOMPLETE REMOVED REVERSED', '', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL
    BEGIN
        SELECT @Version = p.Version, @Reason = p.ReversalReason
        FROM clientpay_internal.Posting p
        WHERE p.PostingId = @PostingId;
        -- What resolving found since is no doing.
        SET @LastDoing = (
            SELECT TOP (1) e.What
            FROM clientpay_internal.PostingEvent e
            WHERE e.PostingId = @PostingId AND e.What NOT IN ('INCOMPLETE', 'RESOLVED', 'COMPLETED', 'PURGED')
            ORDER BY e.Position DESC
        );
        SET @Outcome = CASE
            WHEN @Status IN ('PENDING', 'INCOMPLETE') AND @LastDoing = 'REOPENED' THEN 'UNCHANGED'
            WHEN @Status IN ('PENDING', 'INCOMPLETE') THEN 'NOT_ALLOWED'
            WHEN @Status = 'REVERSED' AND COALESCE(@Reason, '') <> 'CORRECTION' THEN 'NOT_ALLOWED'
            WHEN @ExpectedVersion <> @Version THEN 'CHANGED_MEANWHILE'
            ELSE 'DONE'
        END;
    END;

    IF @Outcome = 'DONE'
    BEGIN
        UPDATE clientpay_internal.Posting
        SET
            Status = 'PENDING',
            StatusSince = @Now,
            Attempt = Attempt + 1,
            BookDate = NULL,
            Receipt = NULL,
            ReversalReason = NULL,
            Due = 'RESOLVE',
            Version = Version + 1
        WHERE PostingId = @PostingId AND Status = @Status AND Version = @Version;
        IF @@ROWCOUNT <> 1
            THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
        SET @Status = 'PENDING';
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, 'REOPENED', @Note;
    END;

    SELECT
        @Outcome AS Outcome,
        @Status AS Status,
        CONVERT(varchar(64), NULL) AS Code,
        CONVERT(nvarchar(1000), NULL) AS Detail,
        CONVERT(bigint, NULL) AS Allocation;
END;
GO
PRINT 'Procedure clientpay.ReopenPosting is there.';
GO
