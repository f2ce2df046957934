/*
  Function BookedEntries: what the books hold of one effect of ours, once for each time they hold it. Reads only.

  The parameters are compared in the collation of the firm's own column, so that its index is sought.

  @Kind  POST or REVERSE

  Columns: BankAccountId, BookDate, Amount; no Amount where the books cannot show it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.BookedEntries;
GO
CREATE FUNCTION clientpay_internal.BookedEntries (@PostingId varchar(64), @Attempt int, @Kind varchar(16))
RETURNS @Booked TABLE (
    BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    BookDate date NOT NULL,
    Amount decimal(19, 2) NULL
)
AS
BEGIN
    INSERT INTO @Booked (BankAccountId, BookDate, Amount)
    SELECT RTRIM(CONVERT(nvarchar(64), b.BankAccountId)), b.BookDate, b.Amount
    FROM clientpay_internal.MapBooked b
    WHERE b.PostingId = @PostingId AND b.Attempt = @Attempt AND b.Kind = @Kind;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.BookedEntries is there.';
GO
