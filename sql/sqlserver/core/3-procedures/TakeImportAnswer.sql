/*
  Procedure clientpay.TakeImportAnswer: takes over what the firm's import has done with a posting's present handover:
  POSTED
  or INCOMPLETE with reason import-rejected; REVERSED or POSTED as before.

  Columns, one row: Outcome DONE, UNCHANGED (there is no answer, or it was taken before) or NOT_FOUND; Status, the
  posting's after it; Code, Detail and Allocation are null.

  Errors: 51000 no transaction; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.TakeImportAnswer;
GO
CREATE PROCEDURE clientpay.TakeImportAnswer
    @PostingId varchar(128),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(16) = 'UNCHANGED', @Status varchar(16);
    DECLARE @Attempt int, @Kind varchar(16), @Handover int;
    DECLARE @Answer varchar(16), @Receipt nvarchar(64), @BookedOn date, @Detail nvarchar(4000);

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    SELECT @Status = p.Status
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    IF @Status IS NULL
        SET @Outcome = 'NOT_FOUND';
    SELECT @Attempt = h.Attempt, @Kind = h.Kind, @Handover = h.Handover
    FROM clientpay_internal.PresentHandover(@PostingId) h;
    SELECT @Answer = a.Outcome, @Receipt = a.Receipt, @BookedOn = a.BookedOn, @Detail = a.Detail
    FROM clientpay_internal.ImportAnswer(@PostingId, @Attempt, @Kind, @Handover) a;
    IF @Answer IS NOT NULL
    BEGIN
        EXEC clientpay_internal.TakeAnswer
            @PostingId, @Answer, @Receipt, @BookedOn, @Detail, @Actor, @Now, @Status OUTPUT;
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
PRINT 'Procedure clientpay.TakeImportAnswer is there.';
GO
