/*
  Procedure clientpay.PostPosting: writes a PENDING or INCOMPLETE posting into the firm's books, unless something speaks
  against it.

  In this order: the posting's row is locked, then its targets; then it is resolved with nobody in between, so that the
  balances it is compared with are those it will change. The system pack's ApplyPosting writes into the firm's tables;
  what it refuses is answered as REFUSED: the caller rolls everything back and calls RefusePosting.

  @ExpectedVersion  null: any
  @BookDate         null: the payment date, or @Today with use posted date
  @Today            the firm's day

  Columns, one row: Outcome, Status, Code, Detail, Allocation.
    Outcome  DONE (POSTED, QUEUED, or INCOMPLETE with reasons), UNCHANGED (it was posted or queued before), NOT_FOUND,
             NOT_ALLOWED, CHANGED_MEANWHILE, or REFUSED by the books, with Code, Detail and the Allocation's index or null
    Status   the posting's after the move

  Errors: 51000 no transaction; 51003 a lock was not obtained; 51006 the row was changed in spite of its lock; 51007 the
  pack's ApplyPosting does not keep to its contract; and whatever the firm's tables raise.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.PostPosting;
GO
CREATE PROCEDURE clientpay.PostPosting
    @PostingId varchar(128),
    @ExpectedVersion bigint,
    @BookDate date,
    @Today date,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Status varchar(16), @Version bigint, @IsClear bit, @Notes nvarchar(4000);
    DECLARE @Booked varchar(16), @Receipt nvarchar(64), @Code varchar(64), @Detail nvarchar(1000), @Allocation int;
    DECLARE @OldStatus varchar(16);

    UPDATE clientpay_internal.Posting
    SET Version = Version
    WHERE PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.BeginMove
        @PostingId, @ExpectedVersion, 'PENDING INCOMPLETE', 'QUEUED POSTED', @Outcome OUTPUT, @Status OUTPUT;

    IF @Outcome IS NULL
    BEGIN
        EXEC clientpay_internal.SaveResolution
            @PostingId, @Today, 1, @Actor, @Now, @Status OUTPUT, @IsClear OUTPUT, @Notes OUTPUT;
        IF @IsClear = 0
            SET @Outcome = 'DONE';
    END;

    IF @Outcome IS NULL
    BEGIN
        SELECT
            @OldStatus = p.Status,
            @Version = p.Version,
            @BookDate = COALESCE(@BookDate, CASE WHEN s.UsePostedDate = 1 THEN @Today ELSE p.PaymentDate END)
        FROM clientpay_internal.Posting p
        CROSS JOIN clientpay_internal.PostingSettings s
        WHERE p.PostingId = @PostingId AND s.Id = 1;

        EXEC clientpay_internal.ApplyPosting
            @PostingId, @BookDate, @Now, @Booked OUTPUT, @Receipt OUTPUT, @Code OUTPUT, @Detail OUTPUT,
            @Allocation OUTPUT;
        EXEC clientpay_internal.CheckHook N'ApplyPosting', @Booked;
        IF @Booked = 'REFUSED'
            SET @Outcome = 'REFUSED';
    END;

    IF @Outcome IS NULL
    BEGIN
        SET @Outcome = 'DONE';
        SET @Status = CASE WHEN @Booked = 'QUEUED' THEN 'QUEUED' ELSE 'POSTED' END;
        IF @Booked = 'QUEUED'
            SET @Receipt = NULL;
        ELSE
            INSERT INTO clientpay_internal.Effect (
                PostingId, Attempt, Kind, Outside, BankAccountId, BookDate, Amount, Receipt, At
            )
            SELECT p.PostingId, p.Attempt, 'POST', 0, p.BankAccountId, @BookDate, p.Amount, @Receipt, @Now
            FROM clientpay_internal.Posting p
            WHERE p.PostingId = @PostingId;
        UPDATE clientpay_internal.Posting
        SET
            Status = @Status,
            StatusSince = @Now,
            BookDate = @BookDate,
            Receipt = @Receipt,
            ReversalReason = NULL,
            Due = NULL,
            Version = Version + 1
        WHERE PostingId = @PostingId AND Status = @OldStatus AND Version = @Version;
        IF @@ROWCOUNT <> 1
            THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, @Status, @Notes;
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
PRINT 'Procedure clientpay.PostPosting is there.';
GO
