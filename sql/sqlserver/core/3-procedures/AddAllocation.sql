/*
  Procedure clientpay.AddAllocation: adds one allocation to a posting that was recorded or reallocated in the same
  transaction. Answers no result set, so that many can be added at once.

  @Position  from 0
  @InvoiceId, @InvoiceNumber, @TrustLedgerId, @MatterId  exactly one is given; the others are null

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.AddAllocation;
GO
CREATE PROCEDURE clientpay.AddAllocation
    @PostingId varchar(128),
    @Position bigint,
    @InvoiceId nvarchar(4000),
    @InvoiceNumber nvarchar(4000),
    @TrustLedgerId nvarchar(4000),
    @MatterId nvarchar(4000),
    @Amount decimal(19, 2)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Touched bigint;

    SELECT @Touched = p.Version
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    INSERT INTO clientpay_internal.PostingAllocation (
        PostingId, Position, SentInvoiceId, SentInvoiceNumber, SentTrustLedgerId, SentMatterId, Amount
    )
    VALUES (@PostingId, @Position, @InvoiceId, @InvoiceNumber, @TrustLedgerId, @MatterId, @Amount);
END;
GO
PRINT 'Procedure clientpay.AddAllocation is there.';
GO
