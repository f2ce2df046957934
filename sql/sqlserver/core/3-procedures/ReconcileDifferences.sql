/*
  Procedure clientpay.ReconcileDifferences: each entry that has the book date on one side at least and is not the same
  on both. An entry that the books hold more than once is answered once for each time, also where it equals ours. A
  reversal made outside is none that we have written. An entry that the system's books cannot show (no amount in
  MapBooked) is one of them: it has their bank account and date, which are ours, and no BooksAmount.

  Columns: PostingId, Attempt, Kind (POST or REVERSE), OurBankAccountId, OurBookDate, OurAmount, BooksBankAccountId,
  BooksBookDate, BooksAmount; a side may be null.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ReconcileDifferences;
GO
CREATE PROCEDURE clientpay.ReconcileDifferences
    @BookDate date
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Booked TABLE (
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Attempt int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        BookDate date NOT NULL,
        Amount decimal(19, 2) NULL
    );

    -- What the books hold of this date, and of any other date what they hold of our entries of this date.
    INSERT INTO @Booked (PostingId, Attempt, Kind, BankAccountId, BookDate, Amount)
    SELECT
        RTRIM(b.PostingId), b.Attempt, b.Kind, RTRIM(CONVERT(nvarchar(64), b.BankAccountId)), b.BookDate, b.Amount
    FROM clientpay_internal.MapBooked b
    WHERE b.BookDate = @BookDate
    UNION ALL
    SELECT e.PostingId, e.Attempt, e.Kind, b.BankAccountId, b.BookDate, b.Amount
    FROM clientpay_internal.Effect e
    CROSS APPLY clientpay_internal.BookedEntries(e.PostingId, e.Attempt, e.Kind) b
    WHERE e.BookDate = @BookDate AND e.Outside = 0 AND b.BookDate <> @BookDate;

    SELECT
        d.PostingId, d.Attempt, d.Kind, d.OurBankAccountId, d.OurBookDate, d.OurAmount, d.BooksBankAccountId,
        d.BooksBookDate, d.BooksAmount
    FROM (
        SELECT
            e.PostingId, CONVERT(bigint, e.Attempt) AS Attempt, e.Kind, e.BankAccountId AS OurBankAccountId,
            e.BookDate AS OurBookDate, e.Amount AS OurAmount, b.BankAccountId AS BooksBankAccountId,
            b.BookDate AS BooksBookDate, b.Amount AS BooksAmount
        FROM clientpay_internal.Effect e
        LEFT JOIN @Booked b ON b.PostingId = e.PostingId AND b.Attempt = e.Attempt AND b.Kind = e.Kind
        WHERE e.BookDate = @BookDate AND e.Outside = 0
            AND (
                b.PostingId IS NULL OR b.BankAccountId <> e.BankAccountId OR b.BookDate <> e.BookDate
                OR b.Amount IS NULL OR b.Amount <> e.Amount
                OR (
                    SELECT COUNT(*)
                    FROM @Booked o
                    WHERE o.PostingId = e.PostingId AND o.Attempt = e.Attempt AND o.Kind = e.Kind
                ) > 1
            )
        UNION ALL
        SELECT
            b.PostingId, b.Attempt, b.Kind, e.BankAccountId, e.BookDate, e.Amount, b.BankAccountId, b.BookDate, b.Amount
        FROM @Booked b
        LEFT JOIN clientpay_internal.Effect e
            ON e.PostingId = b.PostingId AND e.Attempt = b.Attempt AND e.Kind = b.Kind AND e.Outside = 0
        WHERE b.BookDate = @BookDate AND b.Amount IS NOT NULL AND (e.PostingId IS NULL OR e.BookDate <> b.BookDate)
    ) d
    ORDER BY d.PostingId, d.Attempt, d.Kind, d.BooksBookDate, d.BooksAmount;
END;
GO
PRINT 'Procedure clientpay.ReconcileDifferences is there.';
GO
