/*
  Procedure firm.ImportReceipts, the reference firm's own import: books or rejects every receipt of a file that was read
  into firm.ImportLine, each as a whole, and says so in firm.ImportResult. It is the firm's program and knows nothing of
  the connector but what stood in the file. Runs in the caller's transaction.

  Rejected is a receipt in a closed period, for a bank account, matter, invoice or trust ledger that is not there (or
  more
  than once), above an invoice's balance, or a reversal of money that is not there any more.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS firm.ImportReceipts;
GO
CREATE PROCEDURE firm.ImportReceipts
    @FileName nvarchar(200)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Receipt TABLE (
        Turn int NOT NULL PRIMARY KEY,
        ReceiptKey varchar(20) COLLATE Latin1_General_100_BIN2 NOT NULL
    );
    DECLARE @Line TABLE (
        ReceiptTurn int NOT NULL,
        Turn int NOT NULL,
        LineNumber int NOT NULL,
        InvoiceId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId varchar(20) COLLATE Latin1_General_100_BIN2 NULL,
        Amount decimal(19, 2) NOT NULL,
        PRIMARY KEY (ReceiptTurn, Turn)
    );
    DECLARE @ReceiptTurn int = 1, @Receipts int, @Turn int, @Lines int, @ReceiptKey varchar(20), @Detail nvarchar(1000);
    DECLARE @Kind varchar(16), @BookDate date, @BankAccountId varchar(20), @ClosedThrough date, @ReceiptId bigint;
    DECLARE @LineNumber int, @InvoiceId varchar(20), @TrustLedgerId varchar(20), @MatterId varchar(20);
    DECLARE @Amount decimal(19, 2), @Changed int;

    INSERT INTO @Receipt (Turn, ReceiptKey)
    SELECT ROW_NUMBER() OVER (ORDER BY MIN(l.LineNumber)), l.ReceiptKey
    FROM firm.ImportLine l
    WHERE l.FileName = @FileName
    GROUP BY l.ReceiptKey;
    SET @Receipts = (SELECT COUNT(*) FROM @Receipt);
    SELECT @ClosedThrough = p.ClosedThrough
    FROM firm.PeriodClose p
    WHERE p.Id = 1;

    WHILE @ReceiptTurn <= @Receipts
    BEGIN
        SAVE TRANSACTION OneReceipt;
        SET @Detail = NULL;
        SET @ReceiptId = NULL;
        SELECT @ReceiptKey = r.ReceiptKey
        FROM @Receipt r
        WHERE r.Turn = @ReceiptTurn;
        SELECT TOP (1) @Kind = l.Kind, @BookDate = l.BookDate, @BankAccountId = l.BankAccountId
        FROM firm.ImportLine l
        WHERE l.FileName = @FileName AND l.ReceiptKey = @ReceiptKey
        ORDER BY l.LineNumber;

        IF @BookDate <= @ClosedThrough
            SET @Detail = CONCAT(
                N'The books are closed through ', CONVERT(char(10), @ClosedThrough, 23), N', and the book date is ',
                CONVERT(char(10), @BookDate, 23), N'. Post it with a later book date.');
        ELSE IF NOT EXISTS (SELECT 1 FROM firm.BankAccount b WHERE b.BankAccountId = @BankAccountId AND b.Active = 1)
            SET @Detail = CONCAT(N'There is no active bank account ', @BankAccountId, N'.');
        ELSE
            SELECT TOP (1) @Detail = CONCAT(
                N'There is ', CASE WHEN t.Found = 0 THEN N'no ' ELSE N'more than one ' END, t.What, N'.')
            FROM (
                SELECT
                    l.LineNumber,
                    CASE
                        WHEN l.TrustLedgerId IS NOT NULL THEN CONCAT(N'trust ledger ', l.TrustLedgerId)
                        WHEN l.InvoiceNumber IS NOT NULL
                            AND EXISTS (SELECT 1 FROM firm.Matter m WHERE m.MatterNumber = l.MatterNumber)
                            THEN CONCAT(N'invoice ', l.InvoiceNumber, N' of matter ', l.MatterNumber)
                        ELSE CONCAT(N'matter ', l.MatterNumber)
                    END AS What,
                    CASE
                        WHEN l.TrustLedgerId IS NOT NULL
                            THEN (SELECT COUNT(*) FROM firm.TrustLedger t WHERE t.TrustLedgerId = l.TrustLedgerId)
                        WHEN l.InvoiceNumber IS NOT NULL
                            THEN (
                                SELECT COUNT(*)
                                FROM firm.Invoice i
                                JOIN firm.Matter m ON m.MatterId = i.MatterId
                                WHERE i.InvoiceNumber = l.InvoiceNumber AND m.MatterNumber = l.MatterNumber
                            )
                        ELSE (SELECT COUNT(*) FROM firm.Matter m WHERE m.MatterNumber = l.MatterNumber)
                    END AS Found
                FROM firm.ImportLine l
                WHERE l.FileName = @FileName AND l.ReceiptKey = @ReceiptKey
            ) t
            WHERE t.Found <> 1
            ORDER BY t.LineNumber;

        IF @Detail IS NULL
        BEGIN
            INSERT INTO firm.Receipt (
                PostingId, Attempt, Kind, BankAccountId, ReceiptDate, BookDate, Amount, LedgerCode, TransactionType,
                Reference, Payer, ArMessage
            )
            SELECT TOP (1)
                l.PostingId, l.Attempt, l.Kind, l.BankAccountId, l.ReceiptDate, l.BookDate,
                (
                    SELECT SUM(s.Amount)
                    FROM firm.ImportLine s
                    WHERE s.FileName = @FileName AND s.ReceiptKey = @ReceiptKey
                ),
                l.LedgerCode, l.TransactionType, l.Reference, l.Payor, l.Description
            FROM firm.ImportLine l
            WHERE l.FileName = @FileName AND l.ReceiptKey = @ReceiptKey
            ORDER BY l.LineNumber;
            SET @ReceiptId = SCOPE_IDENTITY();

            INSERT INTO @Line (ReceiptTurn, Turn, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)
            SELECT
                @ReceiptTurn,
                ROW_NUMBER() OVER (ORDER BY i.InvoiceId, l.TrustLedgerId, m.MatterId, l.Position),
                l.Position, i.InvoiceId, l.TrustLedgerId,
                CASE WHEN i.InvoiceId IS NULL AND l.TrustLedgerId IS NULL THEN m.MatterId END, l.Amount
            FROM firm.ImportLine l
            LEFT JOIN firm.Matter m ON m.MatterNumber = l.MatterNumber
            LEFT JOIN firm.Invoice i
                ON i.InvoiceNumber = l.InvoiceNumber AND i.MatterId = m.MatterId AND l.TrustLedgerId IS NULL
            WHERE l.FileName = @FileName AND l.ReceiptKey = @ReceiptKey;
            SET @Lines = (SELECT COUNT(*) FROM @Line t WHERE t.ReceiptTurn = @ReceiptTurn);
            SET @Turn = 1;

            WHILE @Turn <= @Lines AND @Detail IS NULL
            BEGIN
                SELECT
                    @LineNumber = t.LineNumber, @InvoiceId = t.InvoiceId, @TrustLedgerId = t.TrustLedgerId,
                    @MatterId = t.MatterId, @Amount = t.Amount
                FROM @Line t
                WHERE t.ReceiptTurn = @ReceiptTurn AND t.Turn = @Turn;

                IF @InvoiceId IS NOT NULL
                BEGIN
                    UPDATE firm.Invoice
                    SET Balance = CASE WHEN @Kind = 'POST' THEN Balance - @Amount ELSE Balance + @Amount END
                    WHERE InvoiceId = @InvoiceId AND (@Kind = 'REVERSE' OR Balance >= @Amount);
                    SET @Changed = @@ROWCOUNT;
                END;
                ELSE IF @TrustLedgerId IS NOT NULL
                BEGIN
                    UPDATE firm.TrustLedger
                    SET Balance = CASE WHEN @Kind = 'POST' THEN Balance + @Amount ELSE Balance - @Amount END
                    WHERE TrustLedgerId = @TrustLedgerId AND (@Kind = 'POST' OR Balance >= @Amount);
                    SET @Changed = @@ROWCOUNT;
                END;
                ELSE
                BEGIN
                    UPDATE firm.Matter
                    SET Unapplied = CASE WHEN @Kind = 'POST' THEN Unapplied + @Amount ELSE Unapplied - @Amount END
                    WHERE MatterId = @MatterId AND (@Kind = 'POST' OR Unapplied >= @Amount);
                    SET @Changed = @@ROWCOUNT;
                END;
                IF @Changed <> 1
                    SET @Detail = CASE
                        WHEN @InvoiceId IS NOT NULL THEN CONCAT(
                            N'Less than ', @Amount, N' is open on the invoice by now. Allocate at most what is open,',
                            N' and the rest elsewhere.')
                        WHEN @TrustLedgerId IS NOT NULL THEN CONCAT(
                            N'Less than ', @Amount, N' is left on trust ledger ', @TrustLedgerId,
                            N', and it cannot fall below zero. Bring the client''s money back into trust first.')
                        ELSE CONCAT(
                            N'Less than ', @Amount, N' is left unapplied on matter ', @MatterId,
                            N': it has been applied since. Take it back from there first.')
                    END;

                INSERT INTO firm.ReceiptLine (ReceiptId, LineNumber, InvoiceId, TrustLedgerId, MatterId, Amount)
                VALUES (@ReceiptId, @LineNumber, @InvoiceId, @TrustLedgerId, @MatterId, @Amount);
                SET @Turn = @Turn + 1;
            END;
        END;

        IF @Detail IS NOT NULL
        BEGIN
            ROLLBACK TRANSACTION OneReceipt;
            SET @ReceiptId = NULL;
        END;
        INSERT INTO firm.ImportResult (
            FileName, PostingId, Attempt, Kind, Handover, Outcome, ReceiptId, BookedOn, Detail
        )
        SELECT TOP (1)
            @FileName, l.PostingId, l.Attempt, l.Kind, l.Handover,
            CASE WHEN @Detail IS NULL THEN 'BOOKED' ELSE 'REJECTED' END, @ReceiptId,
            CASE WHEN @Detail IS NULL THEN l.BookDate END, @Detail
        FROM firm.ImportLine l
        WHERE l.FileName = @FileName AND l.ReceiptKey = @ReceiptKey
        ORDER BY l.LineNumber;
        SET @ReceiptTurn = @ReceiptTurn + 1;
    END;
END;
GO
PRINT 'Procedure firm.ImportReceipts is there.';
GO
