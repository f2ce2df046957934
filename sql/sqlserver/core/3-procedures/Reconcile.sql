/*
  Procedure clientpay.Reconcile: for each bank account with entries of a book date, what our ledger and the books hold.
  A reversal made outside is none that we have written, so it counts on neither side. Of the books' side counts what
  they show: not entries of MapBooked without an amount.

  Columns: BankAccountId, BankAccountName, OurPostings, OurAmount, OurReversals, OurReversed, BooksPostings,
  BooksAmount, BooksReversals, BooksReversed.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.Reconcile;
GO
CREATE PROCEDURE clientpay.Reconcile
    @BookDate date
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Entry TABLE (
        IsOurs bit NOT NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        IsReversal bit NOT NULL,
        Amount decimal(19, 2) NOT NULL
    );

    INSERT INTO @Entry (IsOurs, BankAccountId, IsReversal, Amount)
    SELECT 1, e.BankAccountId, CASE WHEN e.Kind = 'REVERSE' THEN 1 ELSE 0 END, e.Amount
    FROM clientpay_internal.Effect e
    WHERE e.BookDate = @BookDate AND e.Outside = 0;
    INSERT INTO @Entry (IsOurs, BankAccountId, IsReversal, Amount)
    SELECT 0, RTRIM(CONVERT(nvarchar(64), b.BankAccountId)), CASE WHEN b.Kind = 'REVERSE' THEN 1 ELSE 0 END, b.Amount
    FROM clientpay_internal.MapBooked b
    WHERE b.BookDate = @BookDate AND b.Amount IS NOT NULL;

    SELECT
        t.BankAccountId,
        (
            SELECT MAX(CONVERT(nvarchar(200), a.Name))
            FROM clientpay_internal.MapBankAccount a
            WHERE RTRIM(CONVERT(nvarchar(64), a.BankAccountId)) COLLATE Latin1_General_100_BIN2 = t.BankAccountId
        ) AS BankAccountName,
        CONVERT(bigint, SUM(CASE WHEN t.IsOurs = 1 AND t.IsReversal = 0 THEN 1 ELSE 0 END)) AS OurPostings,
        SUM(CASE WHEN t.IsOurs = 1 AND t.IsReversal = 0 THEN t.Amount ELSE 0.00 END) AS OurAmount,
        CONVERT(bigint, SUM(CASE WHEN t.IsOurs = 1 AND t.IsReversal = 1 THEN 1 ELSE 0 END)) AS OurReversals,
        SUM(CASE WHEN t.IsOurs = 1 AND t.IsReversal = 1 THEN t.Amount ELSE 0.00 END) AS OurReversed,
        CONVERT(bigint, SUM(CASE WHEN t.IsOurs = 0 AND t.IsReversal = 0 THEN 1 ELSE 0 END)) AS BooksPostings,
        SUM(CASE WHEN t.IsOurs = 0 AND t.IsReversal = 0 THEN t.Amount ELSE 0.00 END) AS BooksAmount,
        CONVERT(bigint, SUM(CASE WHEN t.IsOurs = 0 AND t.IsReversal = 1 THEN 1 ELSE 0 END)) AS BooksReversals,
        SUM(CASE WHEN t.IsOurs = 0 AND t.IsReversal = 1 THEN t.Amount ELSE 0.00 END) AS BooksReversed
    FROM @Entry t
    GROUP BY t.BankAccountId
    ORDER BY t.BankAccountId;
END;
GO
PRINT 'Procedure clientpay.Reconcile is there.';
GO
