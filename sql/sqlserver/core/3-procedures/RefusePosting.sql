/*
  Procedure clientpay.RefusePosting: records, in a transaction of its own, that the books refused a posting: INCOMPLETE
  with the one reason given. Should somebody have posted it meanwhile, nothing changes.

  @Allocation  the allocation's index, or null when the reason is about the whole posting

  Columns, one row: Outcome DONE, UNCHANGED, NOT_FOUND or NOT_ALLOWED; Status, the posting's after the move; Code,
  Detail and Allocation are null.

  Errors: 51000 no transaction; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.RefusePosting;
GO
CREATE PROCEDURE clientpay.RefusePosting
    @PostingId varchar(128),
    @Code varchar(128),
    @Detail nvarchar(4000),
    @Allocation bigint,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Status varchar(16), @Version bigint, @Cut nvarchar(1000) = LEFT(@Detail, 1000);

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.BeginMove
        @PostingId, NULL, 'PENDING INCOMPLETE', 'QUEUED POSTED', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL
    BEGIN
        SET @Outcome = 'DONE';
        IF @Status = 'INCOMPLETE'
            AND (SELECT COUNT(*) FROM clientpay_internal.PostingReason r WHERE r.PostingId = @PostingId) = 1
            AND EXISTS (
                SELECT 1
                FROM clientpay_internal.PostingReason r
                WHERE r.PostingId = @PostingId AND r.Code = @Code
                    AND r.Detail COLLATE Latin1_General_100_BIN2 = @Cut
                    AND COALESCE(r.Allocation, -1) = COALESCE(@Allocation, -1)
            )
            UPDATE clientpay_internal.Posting
            SET Due = NULL
            WHERE PostingId = @PostingId AND Due IS NOT NULL;
        ELSE
        BEGIN
            DELETE FROM clientpay_internal.PostingReason
            WHERE PostingId = @PostingId;
            INSERT INTO clientpay_internal.PostingReason (PostingId, Position, Code, Detail, Allocation)
            VALUES (@PostingId, 0, @Code, @Cut, @Allocation);
            SELECT @Version = p.Version
            FROM clientpay_internal.Posting p
            WHERE p.PostingId = @PostingId;
            UPDATE clientpay_internal.Posting
            SET
                StatusSince = CASE WHEN Status = 'INCOMPLETE' THEN StatusSince ELSE @Now END,
                Status = 'INCOMPLETE',
                Due = NULL,
                Version = Version + 1
            WHERE PostingId = @PostingId AND Status = @Status AND Version = @Version;
            IF @@ROWCOUNT <> 1
                THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
            SET @Status = 'INCOMPLETE';
            EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, 'INCOMPLETE', @Code;
        END;
    END;

    SELECT
        @Outcome AS Outcome,
        @Status AS Status,
        CONVERT(varchar(64), NULL) AS Code,
        CONVERT(nvarchar(1000), NULL) AS Detail,
        CONVERT(bigint, NULL) AS Allocation;
END;
GO
PRINT 'Procedure clientpay.RefusePosting is there.';
GO
