/*
  Pack template, 3 of 5: procedure clientpay_internal.ApplyPosting, a hook. Writes one posting into the books. It is
  called by clientpay.PostPosting within the caller's transaction, when everything that our tables can say has been
  checked and the targets are locked against other connectors; not against the system's own program.

  @PostingId   the posting: a row of clientpay_internal.Posting, with its allocations in PostingAllocation
  @BookDate    the day to book it on
  @Now         the time (UTC), for systems that keep the time of entry
  @Outcome     BOOKED: it is in the books; QUEUED: it waits for the system's import, until MapReceiptResult answers;
               REFUSED
  @Receipt     BOOKED: the books' number of it, for the people who look for it there
  @Code        REFUSED: period-closed, over-balance, or books-refused for everything else
  @Detail      REFUSED: what happened and what to do, for the accounting department
  @Allocation  REFUSED: the allocation's position from 0, or null when it is about the whole posting

  What it reads of Posting: Attempt, Kind (OPERATING or TRUST), BankAccountId, Amount, PaymentDate, PayerName, Method,
  Reference, ArMessage, LedgerCode, TransactionType. Of PostingAllocation: Position, Amount, and exactly one of
  InvoiceId, TrustLedgerId and MatterId (money for a matter without an invoice), which it converts by ToInvoiceId and so
  on.

  Rules:
  1. Never BEGIN, COMMIT or ROLLBACK: the transaction is the caller's. What is refused, he rolls back.
  2. Answer in the parameters, not in a row: no SELECT that answers rows. A trigger of the system's that answers rows is
     not tolerated; pack reference says why (03-ApplyPosting.sql there).
  3. Whatever must not fall below zero is reduced by a statement that changes no row rather than too much of it
     (WHERE ... AND OpenAmount >= @Amount), and @@ROWCOUNT must be 1.
  4. The number of a row just inserted is SCOPE_IDENTITY(); never @@IDENTITY, which is that of whatever a trigger
     inserted, and no OUTPUT without INTO, which fails on a table with triggers.
  5. Write lines in one order (by id), so that two postings never wait for each other in a circle.
  6. Leave @PostingId, Attempt and POST or REVERSE in what is written, so that MapBooked finds it again.
  7. Let errors of the system's happen: they are rolled back and recorded with their number. TRY ... CATCH helps only to
     say it better, as REFUSED.
  8. Text that is longer than the system's column is cut on purpose (LEFT), where that does no harm, or it is an error.
  9. If the vendor wants receipts to come through its own procedure or import table, use that, and no other table.

  Errors: 51010 another pack is installed (the script). May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'template'))
    THROW 51010, N'Another system pack is installed in this database: pack template cannot be put over it.', 1;

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

    SET @Outcome = 'REFUSED';
    SET @Receipt = NULL;
    SET @Code = 'books-refused';
    SET @Detail = N'System pack template has not been filled in: it cannot write a posting into the books. Install the'
        + N' pack of the firm''s matter management system.';
    SET @Allocation = NULL;

    /* The example, for one invoice a posting; pack reference has the loop over several.

    DECLARE @InvoiceId clientpay_internal.InvoiceId, @Amount decimal(19, 2), @ReceiptId int, @Changed int;

    IF EXISTS (SELECT 1 FROM acct.Period p WHERE p.IsClosed = 'Y' AND @BookDate BETWEEN p.FirstDay AND p.LastDay)
    BEGIN
        SET @Code = 'period-closed';
        SET @Detail = CONCAT(
            N'The period of book date ', CONVERT(char(10), @BookDate, 23),
            N' is closed. Post it with a later book date.');
        RETURN;
    END;

    SELECT @InvoiceId = clientpay_internal.ToInvoiceId(a.InvoiceId), @Amount = a.Amount
    FROM clientpay_internal.PostingAllocation a
    WHERE a.PostingId = @PostingId AND a.Position = 0;

    UPDATE acct.Bill
    SET OpenAmount = OpenAmount - @Amount
    WHERE BillId = @InvoiceId AND OpenAmount >= @Amount;
    SET @Changed = @@ROWCOUNT;
    IF @Changed <> 1
    BEGIN
        SET @Code = 'over-balance';
        SET @Detail = CONCAT(
            N'Less than ', @Amount, N' is open on the invoice by now. Allocate at most what is open, and the',
            N' rest elsewhere.');
        SET @Allocation = 0;
        RETURN;
    END;

    INSERT INTO acct.Receipt (Source, ExternalId, ExternalAttempt, BankId, ReceiptDate, PostDate, Amount, Code, Remark)
    SELECT
        'CLIENTPAY', p.PostingId, p.Attempt, clientpay_internal.ToBankAccountId(p.BankAccountId), p.PaymentDate,
        @BookDate, p.Amount, p.LedgerCode, LEFT(p.ArMessage, 60)
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    SET @ReceiptId = SCOPE_IDENTITY();

    INSERT INTO acct.ReceiptBill (ReceiptId, BillId, Amount)
    VALUES (@ReceiptId, @InvoiceId, @Amount);

    SET @Outcome = 'BOOKED';
    SET @Receipt = CONVERT(nvarchar(64), @ReceiptId);
    SET @Code = NULL;
    SET @Detail = NULL;
    */
END;
GO
PRINT 'Procedure clientpay_internal.ApplyPosting is that of pack template.';
GO
