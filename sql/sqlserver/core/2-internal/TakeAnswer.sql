/*
  Procedure TakeAnswer: moves a QUEUED or REVERSING posting to where the answer to its present handover puts it. The
  caller
  has locked the posting's row.

  BOOKED    POSTED, or REVERSED, with an entry in our ledger
  else      INCOMPLETE with reason import-rejected; of a reversal, POSTED as before

  An UNKNOWN batch with an answered line was written: the import has read it.

  @Answer    BOOKED, REJECTED, or REFUSED by the layout of the batch file
  @BookedOn  null: the date that was asked for
  @Detail    why not, in the import's words; null or blank if it does not tell
  @Status    answers the posting's

  Errors: 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.TakeAnswer;
GO
CREATE PROCEDURE clientpay_internal.TakeAnswer
    @PostingId varchar(128),
    @Answer varchar(16),
    @Receipt nvarchar(64),
    @BookedOn date,
    @Detail nvarchar(4000),
    @Actor nvarchar(4000),
    @Now datetime2(3),
    @Status varchar(16) OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Attempt int, @Kind varchar(16), @Handover int, @BatchNumber bigint, @BookDate date;
    DECLARE @OldStatus varchar(16), @Version bigint, @What varchar(64), @Words nvarchar(4000);

    SELECT
        @Attempt = h.Attempt, @Kind = h.Kind, @Handover = h.Handover, @BatchNumber = h.BatchNumber,
        @BookDate = COALESCE(@BookedOn, h.BookDate)
    FROM clientpay_internal.PresentHandover(@PostingId) h;
    SELECT @OldStatus = p.Status, @Version = p.Version
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;

    UPDATE clientpay_internal.BatchLine
    SET Answer = @Answer
    WHERE PostingId = @PostingId AND Attempt = @Attempt AND Kind = @Kind AND Handover = @Handover;
    UPDATE clientpay_internal.Batch
    SET State = 'WRITTEN', StateSince = @Now, StateBy = @Actor
    WHERE Number = @BatchNumber AND State = 'UNKNOWN';

    IF @Answer = 'BOOKED'
    BEGIN
        SET @Status = CASE WHEN @Kind = 'POST' THEN 'POSTED' ELSE 'REVERSED' END;
        SET @What = @Status;
        SET @Words = CONCAT(
            CASE WHEN @Receipt IS NULL THEN N'Booked' ELSE CONCAT(N'Receipt ', @Receipt, N', booked') END, N' on ',
            CONVERT(nchar(10), @BookDate, 120), N' by the firm''s import.');
        INSERT INTO clientpay_internal.Effect (
            PostingId, Attempt, Kind, Outside, BankAccountId, BookDate, Amount, Receipt, At
        )
        SELECT p.PostingId, p.Attempt, @Kind, 0, p.BankAccountId, @BookDate, p.Amount, @Receipt, @Now
        FROM clientpay_internal.Posting p
        WHERE p.PostingId = @PostingId;
    END;
    ELSE
    BEGIN
        SET @Detail = CASE
            WHEN LTRIM(@Detail) <> N'' THEN @Detail
            ELSE N'The firm''s import rejected it without saying why. Look into the import''s own report.'
        END;
        SET @Status = CASE WHEN @Kind = 'POST' THEN 'INCOMPLETE' ELSE 'POSTED' END;
        SET @What = CASE WHEN @Kind = 'POST' THEN 'INCOMPLETE' ELSE 'REVERSAL_REJECTED' END;
        SET @Words = CASE WHEN @Kind = 'POST' THEN N'import-rejected: ' + @Detail ELSE @Detail END;
        IF @Kind = 'POST'
        BEGIN
            DELETE FROM clientpay_internal.PostingReason
            WHERE PostingId = @PostingId;
            INSERT INTO clientpay_internal.PostingReason (PostingId, Position, Code, Detail, Allocation)
            VALUES (@PostingId, 0, 'import-rejected', LEFT(@Detail, 1000), NULL);
        END;
    END;

    UPDATE clientpay_internal.Posting
    SET
        Status = @Status,
        StatusSince = @Now,
        BookDate = CASE
            WHEN @Status = 'INCOMPLETE' THEN NULL WHEN @What = 'POSTED' THEN @BookDate ELSE BookDate
        END,
        Receipt = CASE
            WHEN @Status = 'INCOMPLETE' THEN NULL WHEN @What = 'POSTED' THEN @Receipt ELSE Receipt
        END,
        ReversalReason = CASE WHEN @What = 'REVERSED' THEN ReversalReason END,
        Due = NULL,
        Version = Version + 1
    WHERE PostingId = @PostingId AND Status = @OldStatus AND Version = @Version;
    IF @@ROWCOUNT <> 1
        THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
    EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, @What, @Words;
END;
GO
PRINT 'Procedure clientpay_internal.TakeAnswer is there.';
GO
