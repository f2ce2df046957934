/*
  Function ImportAnswer: what the firm's import has answered to one handover of a posting; no row while it has not. Of
  several answers it is one that the books have it, since to post it again would be twice. Reads only.

  The parameters are compared in the collation of the pack's own columns, so that its index is sought.

  @Kind  POST or REVERSE

  Columns: Outcome BOOKED or REJECTED, Receipt, BookedOn, Detail.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ImportAnswer;
GO
CREATE FUNCTION clientpay_internal.ImportAnswer (
    @PostingId varchar(64), @Attempt int, @Kind varchar(16), @Handover int
)
RETURNS @Answer TABLE (
    Outcome varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Receipt nvarchar(64) NULL,
    BookedOn date NULL,
    Detail nvarchar(1000) NULL
)
AS
BEGIN
    INSERT INTO @Answer (Outcome, Receipt, BookedOn, Detail)
    SELECT TOP (1) r.Outcome, RTRIM(CONVERT(nvarchar(64), r.Receipt)), r.BookedOn, CONVERT(nvarchar(1000), r.Detail)
    FROM clientpay_internal.MapReceiptResult r
    WHERE r.PostingId = @PostingId AND r.Attempt = @Attempt AND r.Kind = @Kind AND r.Handover = @Handover
        AND r.Outcome IN ('BOOKED', 'REJECTED')
    ORDER BY r.Outcome, r.Receipt;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ImportAnswer is there.';
GO
