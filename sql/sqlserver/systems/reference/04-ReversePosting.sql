/*
  Pack reference, for the reference firm (schema firm): procedure clientpay_internal.ReversePosting, a hook. Enters a second
  receipt, of kind REVERSE, with the lines of the one that the posting's present attempt was entered with, and changes the
  balances back. clientpay.ReversePosting calls it, with the targets locked.

  Parameters as in ApplyPosting (03-ApplyPosting.sql), where it also says why they are OUTPUT. @Code when REFUSED:
  period-closed, trust-balance-insufficient (client money that was paid out since), or books-refused.

  Errors: 51010 another pack is installed (the script). May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'reference'))
    THROW 51010, N'Another system pack is installed in this database: pack reference cannot be put over it.', 1;

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
    DECLARE @Line TABLE (
        Turn int NOT NULL PRIMARY KEY,
        LineNumber int NOT NULL,
        InvoiceId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL
    );
    DECLARE @ClosedThrough date, @EnteredId bigint, @ReceiptId bigint;
    DECLARE @Turn int = 1, @Lines int, @LineNumber int, @Amount decimal(19, 2), @Changed int;
    DECLARE @InvoiceId clientpay_internal.InvoiceId;
    DECLARE @TrustLedgerId clientpay_internal.TrustLedgerId;
    DECLARE @MatterId clientpay_internal.MatterId;

    SET @Outcome = 'REFUSED';
    SET @Receipt = NULL;
    SET @Code = NULL;
    SET @Detail = NULL;
    SET @Allocation = NULL;

    SELECT @ClosedThrough = p.ClosedThrough
    FROM firm.PeriodClose p
    WHERE p.Id = 1;
    IF @BookDate <= @ClosedThrough
    BEGIN
        SET @Code = 'period-closed';
        SET @Detail = CONCAT(
            N'The books are closed through ', CONVERT(char(10), @ClosedThrough, 23), N', and the book date is ',
            CONVERT(char(10), @BookDate, 23), N'. Post it with a later book date.');
        RETURN;
    END;

    SELECT TOP (1) @EnteredId = r.ReceiptId
    FROM firm.Receipt r
    JOIN clientpay_internal.Posting p ON p.PostingId = r.PostingId AND p.Attempt = r.Attempt
    WHERE r.PostingId = @PostingId AND r.Kind = 'POST'
    ORDER BY r.ReceiptId;
    IF @EnteredId IS NULL
    BEGIN
        SET @Code = 'books-refused';
        SET @Detail = CONCAT(
            N'The books have no receipt of this posting any more. If it was taken out by hand, reverse the posting as',
            N' reversed outside.');
        RETURN;
    END;

    INSERT INTO firm.Receipt (
        PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount, LedgerCode, TransactionType, Reference,
        Payer, ArMessage
    )
    SELECT
        p.PostingId, p.Attempt, 'REVERSE', p.BankAccountId, p.PaymentDate, @BookDate, p.Amount, p.LedgerCode,
        p.TransactionType, p.Reference, p.PayerName, p.ArMessage
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    SET @ReceiptId = SCOPE_IDENTITY();

    INSERT INTO @Line (Turn, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)
    SELECT
        ROW_NUMBER() OVER (ORDER BY l.InvoiceId, l.TrustLedgerId, l.MatterId, l.LineNumber),
        l.LineNumber, l.InvoiceId, l.TrustLedgerId, l.MatterId, l.Amount
    FROM firm.ReceiptLine l
    WHERE l.ReceiptId = @EnteredId;
    SET @Lines = (SELECT COUNT(*) FROM @Line);

    WHILE @Turn <= @Lines
    BEGIN
        SELECT
            @LineNumber = l.LineNumber,
            @InvoiceId = l.InvoiceId,
            @TrustLedgerId = l.TrustLedgerId,
            @MatterId = l.MatterId,
            @Amount = l.Amount
        FROM @Line l
        WHERE l.Turn = @Turn;

        IF @InvoiceId IS NOT NULL
            UPDATE firm.Invoice
            SET Balance = Balance + @Amount
            WHERE InvoiceId = @InvoiceId;
        ELSE IF @TrustLedgerId IS NOT NULL
        BEGIN
            UPDATE firm.TrustLedger
            SET Balance = Balance - @Amount
            WHERE TrustLedgerId = @TrustLedgerId AND Balance >= @Amount;
            SET @Changed = @@ROWCOUNT;
            IF @Changed <> 1
            BEGIN
                SET @Code = 'trust-balance-insufficient';
                SET @Detail = CONCAT(
                    N'Less than ', @Amount, N' is left on trust ledger ', @TrustLedgerId,
                    N', and it cannot fall below zero. Bring the client''s money back into trust first.');
                SET @Allocation = @LineNumber - 1;
                RETURN;
            END;
        END;
        ELSE
        BEGIN
            UPDATE firm.Matter
            SET Unapplied = Unapplied - @Amount
            WHERE MatterId = @MatterId AND Unapplied >= @Amount;
            SET @Changed = @@ROWCOUNT;
            IF @Changed <> 1
            BEGIN
                SET @Code = 'books-refused';
                SET @Detail = CONCAT(
                    N'Less than ', @Amount, N' is left unapplied on matter ', @MatterId,
                    N': it has been applied since. Take it back from there first.');
                SET @Allocation = @LineNumber - 1;
                RETURN;
            END;
        END;

        INSERT INTO firm.ReceiptLine (ReceiptId, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)
        VALUES (@ReceiptId, @LineNumber, @InvoiceId, @TrustLedgerId, @MatterId, @Amount);
        SET @Turn = @Turn + 1;
    END;

    SET @Outcome = 'BOOKED';
    SET @Receipt = CONVERT(nvarchar(64), @ReceiptId);
END;
GO
PRINT 'Procedure clientpay_internal.ReversePosting is that of pack reference.';
GO
