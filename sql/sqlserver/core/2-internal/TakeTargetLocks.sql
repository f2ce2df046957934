/*
  Procedure TakeTargetLocks: locks everything that a posting's allocations go to, as they are resolved now. Whoever
  changes a target through the connector waits here for whoever was first. Locks are taken in binary order of their
  names, so that nobody waits in a circle.

  @PostingId  the posting, whose row the caller has locked
  @IsNew      answers 1 when there was a lock that the caller's transaction did not hold yet

  Errors: 51003.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.TakeTargetLocks;
GO
CREATE PROCEDURE clientpay_internal.TakeTargetLocks
    @PostingId varchar(128),
    @IsNew bit OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Target TABLE (Resource nvarchar(255) COLLATE Latin1_General_100_BIN2 NOT NULL);
    DECLARE @Resource nvarchar(255) = N'';
    SET @IsNew = 0;

    INSERT INTO @Target (Resource)
    SELECT CASE
            WHEN a.InvoiceId IS NOT NULL THEN N'clientpay:I:' + a.InvoiceId
            WHEN a.TrustLedgerId IS NOT NULL THEN N'clientpay:T:' + a.TrustLedgerId
            ELSE N'clientpay:M:' + a.MatterId
        END
    FROM clientpay_internal.PostingAllocation a
    WHERE a.PostingId = @PostingId AND COALESCE(a.InvoiceId, a.TrustLedgerId, a.MatterId) IS NOT NULL;

    WHILE 1 = 1
    BEGIN
        SET @Resource = (SELECT MIN(t.Resource) FROM @Target t WHERE t.Resource > @Resource);
        IF @Resource IS NULL
            BREAK;
        IF APPLOCK_MODE(N'public', @Resource, N'Transaction') = N'NoLock'
        BEGIN
            EXEC clientpay_internal.TakeLock @Resource;
            SET @IsNew = 1;
        END;
    END;
END;
GO
PRINT 'Procedure clientpay_internal.TakeTargetLocks is there.';
GO
