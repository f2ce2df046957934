/*
  Function ResolvedMatter: what an allocation to a matter goes to: with trust money the matter's only trust ledger at
  the posting's bank account, with operating money the matter's own account, as unapplied money. Reads only.

  @SentId         the matter's id that was sent
  @Kind           of the money, or null while it is unknown
  @BankAccountId  of the posting, or null if it cannot be booked there

  Columns, one row: TrustLedgerId or MatterId, both null when neither was found; FirstCode, FirstDetail, SecondCode and
  SecondDetail: what speaks against it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedMatter;
GO
CREATE FUNCTION clientpay_internal.ResolvedMatter (
    @SentId nvarchar(64),
    @Kind varchar(16),
    @BankAccountId nvarchar(64)
)
RETURNS @Resolved TABLE (
    TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstDetail nvarchar(1000) NULL,
    SecondCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    SecondDetail nvarchar(1000) NULL
)
AS
BEGIN
    DECLARE @Id clientpay_internal.MatterId = clientpay_internal.ToMatterId(@SentId);
    DECLARE @BankId clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@BankAccountId);
    DECLARE @MatterId nvarchar(64), @MatterNumber nvarchar(64), @IsClosed bit, @TakesUnapplied bit;
    DECLARE @Ledgers int, @TrustLedgerId nvarchar(64);
    DECLARE @Code varchar(64), @Detail nvarchar(1000), @Closed nvarchar(1000);

    SELECT
        @MatterId = RTRIM(CONVERT(nvarchar(64), m.MatterId)),
        @MatterNumber = RTRIM(m.MatterNumber),
        @IsClosed = CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END
    FROM clientpay_internal.MapMatter m
    WHERE m.MatterId = @Id;

    IF @MatterId IS NULL
    BEGIN
        SET @Detail = CONCAT(
            N'The books have no matter with the id ', @SentId, N'. Choose a matter that they have.');
        INSERT INTO @Resolved (FirstCode, FirstDetail)
        VALUES ('matter-unknown', @Detail);
        RETURN;
    END;

    IF @IsClosed = 1
        SET @Closed = CONCAT(
            N'Matter ', @MatterNumber,
            N' is closed. Reopen it in the books and post again, or allocate to another matter.');
    IF @Kind = 'TRUST'
    BEGIN
        SET @MatterId = NULL;
        IF @BankAccountId IS NOT NULL
        BEGIN
            SELECT
                @Ledgers = COUNT(*),
                @TrustLedgerId = MIN(RTRIM(CONVERT(nvarchar(64), t.TrustLedgerId)))
            FROM clientpay_internal.MapTrustLedger t
            JOIN clientpay_internal.MapMatter m ON m.MatterId = t.MatterId
            WHERE t.MatterId = @Id AND t.BankAccountId = @BankId;
            IF @Ledgers = 0
            BEGIN
                SET @Code = 'no-trust-ledger';
                SET @Detail = CONCAT(
                    N'Matter ', @MatterNumber, N' has no trust ledger at bank account ', @BankAccountId,
                    N'. Open one in the books, then post again.');
            END;
            ELSE IF @Ledgers > 1
            BEGIN
                SET @TrustLedgerId = NULL;
                SET @Code = 'ambiguous-trust-ledger';
                SET @Detail = CONCAT(
                    N'Matter ', @MatterNumber, N' has several trust ledgers at bank account ', @BankAccountId,
                    N'. Choose one of them.');
            END;
        END;
    END;
    ELSE IF @Kind IS NULL
        SET @MatterId = NULL;
    ELSE
    BEGIN
        SET @TakesUnapplied = (SELECT MAX(CONVERT(int, n.Unapplied)) FROM clientpay_internal.Installation n);
        IF COALESCE(@TakesUnapplied, 0) = 0
        BEGIN
            SET @Code = 'unapplied-not-supported';
            SET @Detail = CONCAT(
                N'The firm''s system cannot take money on account of matter ', @MatterNumber,
                N'. Allocate it to an invoice.');
        END;
    END;
    INSERT INTO @Resolved (TrustLedgerId, MatterId, FirstCode, FirstDetail, SecondCode, SecondDetail)
    VALUES (
        @TrustLedgerId, @MatterId,
        CASE WHEN @IsClosed = 1 THEN 'matter-closed' ELSE @Code END,
        CASE WHEN @IsClosed = 1 THEN @Closed ELSE @Detail END,
        CASE WHEN @IsClosed = 1 THEN @Code END,
        CASE WHEN @IsClosed = 1 THEN @Detail END
    );
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedMatter is there.';
GO
