/*
  Pack template, 4 of 5: procedure clientpay_internal.ReversePosting, a hook. Takes a posting out of the books by a
  second entry, with the lines of the first. It is called by clientpay.ReversePosting within the caller's transaction,
  with the targets locked against other connectors.

  Parameters and rules as in ApplyPosting (03-ApplyPosting.sql). It reverses what the books have of the posting's
  present Attempt, not what our tables say of it: the first entry may have been changed or taken out by hand since,
  which is refused as books-refused. Further codes of a refusal: trust-balance-insufficient, where the client's money
  has been paid out since: a trust ledger never falls below zero.

  Errors: 51010 another pack is installed (the script). May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'template'))
    THROW 51010, N'Another system pack is installed in this database: pack template cannot be put over it.', 1;

DROP PROCEDURE IF EXISTS clientpay_internal.ReversePosting;
GO
CREATE PROCEDURE clientpay_internal.ReversePosting
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
    SET @Detail = N'System pack template has not been filled in: it cannot take a posting out of the books. Install the'
        + N' pack of the firm''s matter management system.';
    SET @Allocation = NULL;

    /* The example, for one invoice a posting; pack reference has the loop over several, and trust ledgers.

    DECLARE @EnteredId int, @ReceiptId int, @InvoiceId clientpay_internal.InvoiceId, @Amount decimal(19, 2);

    SELECT TOP (1) @EnteredId = r.ReceiptId, @InvoiceId = b.BillId, @Amount = b.Amount
    FROM clientpay_internal.Posting p
    JOIN acct.Receipt r
        ON r.ExternalId = p.PostingId COLLATE DATABASE_DEFAULT AND r.ExternalAttempt = p.Attempt
    JOIN acct.ReceiptBill b ON b.ReceiptId = r.ReceiptId
    WHERE p.PostingId = @PostingId AND r.Source = 'CLIENTPAY' AND r.Amount > 0
    ORDER BY r.ReceiptId;
    IF @EnteredId IS NULL
    BEGIN
        SET @Detail = N'The books have no receipt of this posting any more. If it was taken out by hand, reverse the'
            + N' posting as reversed outside.';
        RETURN;
    END;

    UPDATE acct.Bill
    SET OpenAmount = OpenAmount + @Amount
    WHERE BillId = @InvoiceId;

    INSERT INTO acct.Receipt (Source, ExternalId, ExternalAttempt, BankId, ReceiptDate, PostDate, Amount, Code, Remark)
    SELECT r.Source, r.ExternalId, r.ExternalAttempt, r.BankId, @BookDate, @BookDate, -r.Amount, r.Code, 'Reversal'
    FROM acct.Receipt r
    WHERE r.ReceiptId = @EnteredId;
    SET @ReceiptId = SCOPE_IDENTITY();

    INSERT INTO acct.ReceiptBill (ReceiptId, BillId, Amount)
    VALUES (@ReceiptId, @InvoiceId, -@Amount);

    SET @Outcome = 'BOOKED';
    SET @Receipt = CONVERT(nvarchar(64), @ReceiptId);
    SET @Code = NULL;
    SET @Detail = NULL;
    */
END;
GO
PRINT 'Procedure clientpay_internal.ReversePosting is that of pack template.';
GO
