/*
  Procedure clientpay.ListBatchLines: lines of receipts for the firm's import: those of a batch; or of a posting; or,
  with
  both null, those that wait to be sealed: of the @Limit receipts that were queued first. All lines of a receipt are
  next to
  each other, by Position.

  @Limit  1 at least; only for those that wait

  Columns: LineId, ReceiptKey, PostingId, Attempt, Kind, Handover, Position, BatchNumber and LineNumber (null until it
  is
  sealed), Answer (null until there is one), ReceiptDate, BookDate, BankAccountId, LedgerCode, TransactionType,
  Reference,
  PaymentId, Method, Payor, ClientNumber, MatterNumber, MatterId, InvoiceNumber, InvoiceId, TrustLedgerId, Description,
  Currency, Amount, ReceiptAmount, OriginalReceiptKey (of a reversal: the receipt that it takes back).
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListBatchLines;
GO
CREATE PROCEDURE clientpay.ListBatchLines
    @BatchNumber bigint,
    @PostingId varchar(128),
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Line TABLE (LineId bigint NOT NULL PRIMARY KEY, Turn bigint NOT NULL, SubTurn bigint NOT NULL);

    IF @BatchNumber IS NOT NULL
        INSERT INTO @Line (LineId, Turn, SubTurn)
        SELECT l.LineId, l.LineNumber, 0
        FROM clientpay_internal.BatchLine l
        WHERE l.BatchNumber = @BatchNumber;
    ELSE IF @PostingId IS NOT NULL
        INSERT INTO @Line (LineId, Turn, SubTurn)
        SELECT l.LineId, l.ReceiptKey, l.Position
        FROM clientpay_internal.BatchLine l
        WHERE l.PostingId = @PostingId;
    ELSE
        INSERT INTO @Line (LineId, Turn, SubTurn)
        SELECT l.LineId, l.ReceiptKey, l.Position
        FROM clientpay_internal.BatchLine l
        WHERE l.BatchNumber IS NULL AND l.Answer IS NULL
            AND l.ReceiptKey IN (
                SELECT TOP (COALESCE(@Limit, 0)) f.ReceiptKey
                FROM clientpay_internal.BatchLine f
                WHERE f.BatchNumber IS NULL AND f.Answer IS NULL AND f.Position = 0
                ORDER BY f.LineId
            );

    SELECT
        l.LineId, l.ReceiptKey, l.PostingId, l.Attempt, l.Kind, l.Handover, l.Position, l.BatchNumber, l.LineNumber,
        l.Answer, l.ReceiptDate, l.BookDate, l.BankAccountId, l.LedgerCode, l.TransactionType, l.Reference, l.PaymentId, l.Method,
        l.Payor, l.ClientNumber, l.MatterNumber, l.MatterId, l.InvoiceNumber, l.InvoiceId, l.TrustLedgerId,
        l.Description, l.Currency, l.Amount, l.ReceiptAmount, l.OriginalReceiptKey
    FROM @Line t
    JOIN clientpay_internal.BatchLineRows l ON l.LineId = t.LineId
    ORDER BY t.Turn, t.SubTurn;
END;
GO
PRINT 'Procedure clientpay.ListBatchLines is there.';
GO
