/*
  Procedure clientpay.PurgePayers: blanks payer name, e-mail and fields of postings that are posted, removed or reversed
  and were recorded before an instant. Ids, keys and amounts stay, so that nothing can be posted again.

  Columns, one row: Purged, how many.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.PurgePayers;
GO
CREATE PROCEDURE clientpay.PurgePayers
    @RecordedBefore datetime2(3),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Purged TABLE (PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY);
    DECLARE @Touched int;

    SELECT @Touched = s.Id
    FROM clientpay_internal.PostingSettings s
    WHERE s.Id = 1;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    UPDATE clientpay_internal.Posting
    SET PayerName = NULL, PayerEmail = NULL, Fields = NULL, Version = Version + 1
    OUTPUT inserted.PostingId INTO @Purged (PostingId)
    WHERE CreatedAt < @RecordedBefore
        AND Status IN ('POSTED', 'REMOVED', 'REVERSED')
        AND (PayerName IS NOT NULL OR PayerEmail IS NOT NULL OR Fields IS NOT NULL);
    INSERT INTO clientpay_internal.PostingEvent (PostingId, Position, At, Actor, What)
    SELECT
        p.PostingId,
        COALESCE(
            (SELECT MAX(e.Position) + 1 FROM clientpay_internal.PostingEvent e WHERE e.PostingId = p.PostingId), 0),
        @Now, @Actor, 'PURGED'
    FROM @Purged p;

    SELECT COUNT_BIG(*) AS Purged
    FROM @Purged;
END;
GO
PRINT 'Procedure clientpay.PurgePayers is there.';
GO
