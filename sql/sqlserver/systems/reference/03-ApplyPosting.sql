/*
  Pack reference, for the reference firm (schema firm): procedure clientpay_internal.ApplyPosting, a hook. Enters one
  posting as a receipt with a line for each allocation, and changes the balances. clientpay.PostPosting calls it, with
  the targets locked and the allocations resolved; it reads both from our tables.

  @PostingId   the posting; its present attempt is entered
  @BookDate    the day to book it on
  @Now         for systems that keep the time of entry; this one does not
  @Outcome     BOOKED; QUEUED, by systems that import, until MapReceiptResult answers; or REFUSED
  @Receipt     BOOKED: the books' number of it
  @Code        REFUSED: period-closed, over-balance, or books-refused
  @Detail      REFUSED: what happened and what to do, for the accounting department
  @Allocation  REFUSED: the allocation's position from 0, or null when it is about the whole posting

  What is refused is rolled back by the caller, so nothing need be taken back here. Whatever could fall below zero is
  reduced by a guarded statement, one that changes no row rather than too much of it: the firm's own program takes none
  of the connector's locks. Lines go in the order of their targets, so that two receipts never wait for each other in a
  circle.

  Why the answer is in OUTPUT parameters and not a row: the tables written to may have triggers of the vendor's, and
  what a trigger selects is sent as a result set of its own. INSERT ... EXEC would take such rows for the answer. So
  nothing here is read from a result set; what triggers print or count is passed over. A trigger that does answer with
  rows is not tolerated: there is no statement that would swallow rows of any shape, so they reach the connector as a
  second result set of PostPosting, and it rolls back and records that the books refused. The way out is the vendor's
  trigger, or the server's option "disallow results from triggers", which makes of it an error with a name.

  The receipt's number is SCOPE_IDENTITY(): @@IDENTITY would be that of whatever a trigger inserted last, and OUTPUT
  without INTO fails on a table with triggers.

  Errors: 51006 there is no such posting; 51010 another pack is installed (the script). May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'reference'))
    THROW 51010, N'Another system pack is installed in this database: pack reference cannot be put over it.', 1;

DROP PROCEDURE IF EXISTS clientpay_internal.ApplyPosting;
GO
CREATE PROCEDURE clientpay_internal.ApplyPosting
    @PostingId varchar(128),
    @BookDate date,
    @Now datetime2(3),
    @Outcome varchar(16) OUTPUT,
    @Receipt nvarchar(64) OUTPUT,
    @Code varchar(64) OUTPUT,
    @Detail nvarchar(1000) OUTPUT,
    @Allocation int OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Line TABLE (
        Turn int NOT NULL PRIMARY KEY,
        LineNumber int NOT NULL,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL
    );
    DECLARE @ClosedThrough date, @ReceiptId bigint;
    DECLARE @Turn int = 1, @Lines int, @LineNumber int, @Amount decimal(19, 2), @Changed int;
    DECLARE @InvoiceId clientpay_internal.InvoiceId;
    DECLARE @TrustLedgerId clientpay_internal.TrustLedgerId;
    DECLARE @MatterId clientpay_internal.MatterId;

    SET @Outcome = 'REFUSED';
    SET @Receipt = NULL;
    SET @Code = NULL;
    SET @Detail = NULL;
    SET @Allocation = NULL;

    SELECT @ClosedThrough = p.ClosedThrough
    FROM firm.PeriodClose p
    WHERE p.Id = 1;
    IF @BookDate <= @ClosedThrough
    BEGIN
        SET @Code = 'period-closed';
        SET @Detail = CONCAT(
            N'The books are closed through ', CONVERT(char(10), @ClosedThrough, 23), N', and the book date is ',
            CONVERT(char(10), @BookDate, 23), N'. Post it with a later book date.');
        RETURN;
    END;

    INSERT INTO firm.Receipt (
        PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount, LedgerCode, TransactionType, Reference,
        Payer, ArMessage
    )
    SELECT
        p.PostingId, p.Attempt, 'POST', p.BankAccountId, p.PaymentDate, @BookDate, p.Amount, p.LedgerCode,
        p.TransactionType, LEFT(p.Reference, 100), p.PayerName, p.ArMessage
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    SELECT @Changed = @@ROWCOUNT, @ReceiptId = SCOPE_IDENTITY();
    IF @Changed <> 1
    BEGIN
        SET @Detail = CONCAT(N'There is no posting ', @PostingId, N' to enter a receipt for.');
        THROW 51006, @Detail, 1;
    END;

    INSERT INTO @Line (Turn, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)
    SELECT
        ROW_NUMBER() OVER (ORDER BY a.InvoiceId, a.TrustLedgerId, a.MatterId, a.Position),
        a.Position + 1, a.InvoiceId, a.TrustLedgerId, a.MatterId, a.Amount
    FROM clientpay_internal.PostingAllocation a
    WHERE a.PostingId = @PostingId;
    SET @Lines = (SELECT COUNT(*) FROM @Line);

    WHILE @Turn <= @Lines
    BEGIN
        SELECT
            @LineNumber = l.LineNumber,
            @InvoiceId = clientpay_internal.ToInvoiceId(l.InvoiceId),
            @TrustLedgerId = clientpay_internal.ToTrustLedgerId(l.TrustLedgerId),
            @MatterId = clientpay_internal.ToMatterId(l.MatterId),
            @Amount = l.Amount
        FROM @Line l
        WHERE l.Turn = @Turn;

        IF @InvoiceId IS NOT NULL
        BEGIN
            UPDATE firm.Invoice
            SET Balance = Balance - @Amount
            WHERE InvoiceId = @InvoiceId AND Balance >= @Amount;
            SET @Changed = @@ROWCOUNT;
            IF @Changed <> 1
            BEGIN
                SET @Code = 'over-balance';
                SET @Detail = CONCAT(
                    N'Less than ', @Amount, N' is open on the invoice by now. Allocate at most what is open, and the',
                    N' rest elsewhere.');
                SET @Allocation = @LineNumber - 1;
                RETURN;
            END;
        END;
        ELSE IF @TrustLedgerId IS NOT NULL
            UPDATE firm.TrustLedger
            SET Balance = Balance + @Amount
            WHERE TrustLedgerId = @TrustLedgerId;
        ELSE
            UPDATE firm.Matter
            SET Unapplied = Unapplied + @Amount
            WHERE MatterId = @MatterId;

        INSERT INTO firm.ReceiptLine (ReceiptId, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)
        VALUES (@ReceiptId, @LineNumber, @InvoiceId, @TrustLedgerId, @MatterId, @Amount);
        SET @Turn = @Turn + 1;
    END;

    SET @Outcome = 'BOOKED';
    SET @Receipt = CONVERT(nvarchar(64), @ReceiptId);
END;
GO
PRINT 'Procedure clientpay_internal.ApplyPosting is that of pack reference.';
GO
