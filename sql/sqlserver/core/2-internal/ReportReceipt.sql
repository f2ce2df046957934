/*
  Procedure ReportReceipt: says what the firm's import has made of one receipt of a batch file. For systems whose import
  leaves no answer that the pack could read in the books: the firm's own import job calls it for each receipt, or a
  person does, who has looked into the import's report. The connector takes the answer over within a minute.

    EXEC clientpay_internal.ReportReceipt 57, 'BOOKED', N'R-20931', '2026-11-24';
    EXEC clientpay_internal.ReportReceipt 58, 'REJECTED', @Detail = N'Matter 1001-0007 is closed.';

  @ReceiptKey  as in the batch file
  @Outcome     BOOKED: it is in the books, all of it; REJECTED: nothing of it is
  @Receipt     the books' number of it, or null
  @BookedOn    null: the date that the file asked for
  @Detail      REJECTED: why, in words that help the accounting department

  The same report again changes nothing. The connector's own role has no right to it: whoever calls it needs EXECUTE on
  it, and says with his login that the money is in the books.

  Errors: 51006 there is no such receipt in a batch file, or the outcome is none of the two.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.ReportReceipt;
GO
CREATE PROCEDURE clientpay_internal.ReportReceipt
    @ReceiptKey bigint,
    @Outcome varchar(16),
    @Receipt nvarchar(64) = NULL,
    @BookedOn date = NULL,
    @Detail nvarchar(1000) = NULL
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Message nvarchar(1000);

    IF @Outcome NOT IN ('BOOKED', 'REJECTED') OR @Outcome IS NULL
        THROW 51006, N'The outcome of a receipt is BOOKED or REJECTED.', 1;
    IF NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.BatchLine l
        WHERE l.LineId = @ReceiptKey AND l.ReceiptKey = @ReceiptKey AND l.BatchNumber IS NOT NULL
    )
    BEGIN
        SET @Message = CONCAT(N'No batch file has a receipt with the key ', @ReceiptKey, N'.');
        THROW 51006, @Message, 1;
    END;

    INSERT INTO clientpay_internal.ImportReport (
        ReceiptKey, Outcome, Receipt, BookedOn, Detail, ReportedBy, ReportedAt
    )
    SELECT
        @ReceiptKey, UPPER(@Outcome), @Receipt, CASE WHEN UPPER(@Outcome) = 'BOOKED' THEN @BookedOn END, @Detail,
        SUSER_SNAME(), SYSUTCDATETIME()
    WHERE NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.ImportReport r
        WHERE r.ReceiptKey = @ReceiptKey AND r.Outcome = @Outcome
    );
END;
GO
PRINT 'Procedure clientpay_internal.ReportReceipt is there.';
GO
