/*
  Procedure clientpay.ReversePosting: reverses a POSTED posting in the firm's books by a second entry: REVERSED, or
  REVERSING until the firm's import has answered. What the system pack's ReversePosting refuses is answered as REFUSED:
  the caller rolls everything back.

  @ExpectedVersion  null: any
  @Reason           CORRECTION, REFUND, CHARGEBACK or RETURN
  @BookDate         of the second entry
  @Note             null: none
  @Outside          1: the books were reversed by hand and are not touched

  Columns, one row: Outcome, Status, Code, Detail, Allocation.
    Outcome  DONE, UNCHANGED (it was reversed before), NOT_FOUND, NOT_ALLOWED, CHANGED_MEANWHILE, or REFUSED by the books,
             with Code, Detail and the Allocation's index or null
    Status   the posting's after the move

  Errors: 51000 no transaction; 51003 a lock was not obtained; 51006 the row was changed in spite of its lock; 51007 the
  pack's ReversePosting does not keep to its contract; and whatever the firm's tables raise.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ReversePosting;
GO
CREATE PROCEDURE clientpay.ReversePosting
    @PostingId varchar(128),
    @ExpectedVersion bigint,
    @Reason varchar(128),
    @BookDate date,
    @Note nvarchar(4000),
    @Outside bit,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Status varchar(16), @Version bigint, @IsNew bit, @EventDetail nvarchar(4000);
    DECLARE @Booked varchar(16), @Receipt nvarchar(64), @Code varchar(64), @Detail nvarchar(1000), @Allocation int;
    SET @Outside = COALESCE(@Outside, 0);

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.BeginMove
        @PostingId, @ExpectedVersion, 'POSTED', 'REVERSING REVERSED', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL AND @Outside = 0
    BEGIN
        EXEC clientpay_internal.TakeTargetLocks @PostingId, @IsNew OUTPUT;
        EXEC clientpay_internal.ReversePosting
            @PostingId, @BookDate, @Now, @Booked OUTPUT, @Receipt OUTPUT, @Code OUTPUT, @Detail OUTPUT,
            @Allocation OUTPUT;
        EXEC clientpay_internal.CheckHook N'ReversePosting', @Booked;
        IF @Booked = 'REFUSED'
            SET @Outcome = 'REFUSED';
    END;

    IF @Outcome IS NULL
    BEGIN
        SET @Outcome = 'DONE';
        IF @Outside = 1 OR @Booked = 'BOOKED'
            INSERT INTO clientpay_internal.Effect (
                PostingId, Attempt, Kind, Outside, BankAccountId, BookDate, Amount, Receipt, At
            )
            SELECT p.PostingId, p.Attempt, 'REVERSE', @Outside, p.BankAccountId, @BookDate, p.Amount, @Receipt, @Now
            FROM clientpay_internal.Posting p
            WHERE p.PostingId = @PostingId;
        SET @Status = CASE WHEN @Booked = 'QUEUED' THEN 'REVERSING' ELSE 'REVERSED' END;
        SELECT @Version = p.Version
        FROM clientpay_internal.Posting p
        WHERE p.PostingId = @PostingId;
        UPDATE clientpay_internal.Posting
        SET
            Status = @Status,
            StatusSince = @Now,
            ReversalReason = @Reason,
            Due = NULL,
            Version = Version + 1
        WHERE PostingId = @PostingId AND Status = 'POSTED' AND Version = @Version;
        IF @@ROWCOUNT <> 1
            THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
        SET @EventDetail = CONCAT(
            @Reason, N', book date ', CONVERT(nchar(10), @BookDate, 120),
            CASE WHEN @Outside = 1 THEN N', by hand in the books' END, N'.', N' ' + @Note);
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, @Status, @EventDetail;
    END;

    IF @Outcome <> 'REFUSED'
        SELECT @Code = NULL, @Detail = NULL, @Allocation = NULL;
    SELECT
        @Outcome AS Outcome,
        @Status AS Status,
        @Code AS Code,
        @Detail AS Detail,
        CONVERT(bigint, @Allocation) AS Allocation;
END;
GO
PRINT 'Procedure clientpay.ReversePosting is there.';
GO
