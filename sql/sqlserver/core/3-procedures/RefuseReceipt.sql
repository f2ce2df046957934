/*
  Procedure clientpay.RefuseReceipt: takes a receipt back that waits to be sealed, because no batch file can show it: as
  if
  the import had rejected it.

  @ReceiptKey  of its lines
  @Detail      why, and what to do

  Columns, one row: Outcome DONE, UNCHANGED (it does not wait any more) or NOT_FOUND; Status, the posting's after it;
  Code,
  Detail and Allocation are null.

  Errors: 51000 no transaction; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.RefuseReceipt;
GO
CREATE PROCEDURE clientpay.RefuseReceipt
    @PostingId varchar(128),
    @ReceiptKey bigint,
    @Detail nvarchar(4000),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(16) = 'UNCHANGED', @Status varchar(16);

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
    ELSE IF EXISTS (
        SELECT 1
        FROM clientpay_internal.PresentHandover(@PostingId) h
        WHERE h.ReceiptKey = @ReceiptKey AND h.BatchNumber IS NULL AND h.Answer IS NULL
    )
    BEGIN
        EXEC clientpay_internal.TakeAnswer
            @PostingId, 'REFUSED', NULL, NULL, @Detail, @Actor, @Now, @Status OUTPUT;
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
PRINT 'Procedure clientpay.RefuseReceipt is there.';
GO
