/*
  Procedure QueueReceipt: hands a posting, or its reversal, to the firm's import, as one line for each allocation. For
  the hooks ApplyPosting and ReversePosting of packs whose system has an import: it belongs to no system, since it reads
  the books through the mapping views.

  @Kind      POST or REVERSE
  @BookDate  the day to book it on
  @Outcome   answers QUEUED; or REFUSED, when the import has booked an earlier handover of this posting after all, so
             that to queue it again would be twice
  @Code      REFUSED: books-refused
  @Detail    REFUSED: what happened and what to do

  Errors: 51006 there is no such posting with allocations.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.QueueReceipt;
GO
CREATE PROCEDURE clientpay_internal.QueueReceipt
    @PostingId varchar(128),
    @Kind varchar(16),
    @BookDate date,
    @Now datetime2(3),
    @Outcome varchar(16) OUTPUT,
    @Code varchar(64) OUTPUT,
    @Detail nvarchar(1000) OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Booked TABLE (
        Attempt int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Handover int NOT NULL,
        Receipt nvarchar(64) NULL
    );
    DECLARE @Attempt int, @Handover int, @Late nvarchar(64), @ReceiptKey bigint;

    SET @Outcome = 'QUEUED';
    SET @Code = NULL;
    SET @Detail = NULL;

    INSERT INTO @Booked (Attempt, Kind, Handover, Receipt)
    SELECT r.Attempt, r.Kind, r.Handover, RTRIM(CONVERT(nvarchar(64), r.Receipt))
    FROM clientpay_internal.MapReceiptResult r
    WHERE r.PostingId = @PostingId AND r.Outcome = 'BOOKED';
    SELECT TOP (1) @Late = COALESCE(b.Receipt, N'(without a number)')
    FROM @Booked b
    WHERE NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.Effect e
        WHERE e.PostingId = @PostingId AND e.Attempt = b.Attempt AND e.Kind = b.Kind
    )
    ORDER BY b.Attempt, b.Handover;
    IF @Late IS NOT NULL
    BEGIN
        SET @Outcome = 'REFUSED';
        SET @Code = 'books-refused';
        SET @Detail = CONCAT(
            N'The firm''s import has booked an earlier handover of this payment after all, as receipt ', @Late,
            N'. To post it again would be twice: remove this posting, or take that receipt out of the books and of the',
            N' import''s results first.');
        RETURN;
    END;

    SELECT @Attempt = p.Attempt
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    SELECT @Handover = COALESCE(MAX(l.Handover), 0) + 1
    FROM clientpay_internal.BatchLine l
    WHERE l.PostingId = @PostingId AND l.Attempt = @Attempt AND l.Kind = @Kind;

    INSERT INTO clientpay_internal.BatchLine (
        PostingId, Attempt, Kind, Handover, Position, ReceiptKey, QueuedAt, ReceiptDate, BookDate, BankAccountId,
        LedgerCode, TransactionType, Reference, PaymentId, Method, Payor, ClientNumber, MatterNumber, MatterId,
        InvoiceNumber, InvoiceId, TrustLedgerId, Description, Currency, Amount, ReceiptAmount
    )
    SELECT
        p.PostingId, p.Attempt, @Kind, @Handover, a.Position, 0, @Now, p.PaymentDate, @BookDate, p.BankAccountId,
        p.LedgerCode, p.TransactionType, p.Reference, p.PaymentId, p.Method, p.PayerName,
        m.ClientNumber, m.MatterNumber, m.MatterId, i.InvoiceNumber, a.InvoiceId, a.TrustLedgerId, p.ArMessage,
        p.Currency, a.Amount, p.Amount
    FROM clientpay_internal.Posting p
    JOIN clientpay_internal.PostingAllocation a ON a.PostingId = p.PostingId
    OUTER APPLY clientpay_internal.InvoiceOfId(a.InvoiceId) i
    OUTER APPLY clientpay_internal.TrustLedgerOfId(a.TrustLedgerId) t
    OUTER APPLY clientpay_internal.MatterOfId(
        COALESCE(i.MatterId COLLATE Latin1_General_100_BIN2, t.MatterId COLLATE Latin1_General_100_BIN2, a.MatterId)
    ) m
    WHERE p.PostingId = @PostingId
    ORDER BY a.Position;
    IF @@ROWCOUNT = 0
    BEGIN
        SET @Detail = CONCAT(N'There is no posting ', @PostingId, N' with allocations to queue.');
        THROW 51006, @Detail, 1;
    END;

    SELECT @ReceiptKey = MIN(l.LineId)
    FROM clientpay_internal.BatchLine l
    WHERE l.PostingId = @PostingId AND l.Attempt = @Attempt AND l.Kind = @Kind AND l.Handover = @Handover;
    UPDATE clientpay_internal.BatchLine
    SET ReceiptKey = @ReceiptKey
    WHERE PostingId = @PostingId AND Attempt = @Attempt AND Kind = @Kind AND Handover = @Handover;
END;
GO
PRINT 'Procedure clientpay_internal.QueueReceipt is there.';
GO
