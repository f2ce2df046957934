/*
  Procedure clientpay.ResolvePosting: finds what the allocations of a PENDING or INCOMPLETE posting mean in the books,
  and sets it PENDING, or INCOMPLETE with the reasons. Touches no books; writes no event when nothing changed.

  @Today  the firm's day

  Columns, one row: Outcome DONE, NOT_FOUND or NOT_ALLOWED; Status, the posting's after the move; Code, Detail and
  Allocation are null.

  Errors: 51000 no transaction; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ResolvePosting;
GO
CREATE PROCEDURE clientpay.ResolvePosting
    @PostingId varchar(128),
    @Today date,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Status varchar(16), @IsClear bit, @Notes nvarchar(4000);

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.BeginMove @PostingId, NULL, 'PENDING INCOMPLETE', '', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL
    BEGIN
        EXEC clientpay_internal.SaveResolution
            @PostingId, @Today, 0, @Actor, @Now, @Status OUTPUT, @IsClear OUTPUT, @Notes OUTPUT;
        SET @Outcome = 'DONE';
    END;

    SELECT
        @Outcome AS Outcome,
        @Status AS Status,
        CONVERT(varchar(64), NULL) AS Code,
        CONVERT(nvarchar(1000), NULL) AS Detail,
        CONVERT(bigint, NULL) AS Allocation;
END;
GO
PRINT 'Procedure clientpay.ResolvePosting is there.';
GO
