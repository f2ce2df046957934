/*
  Function ResolvedTrustLedger: the trust ledger that an allocation goes to, by the id that was sent. Reads only.

  @SentId         the id that was sent
  @Kind           of the money, or null while it is unknown
  @BankAccountId  of the posting, or null if it cannot be booked there

  Columns, one row: TrustLedgerId, null when it was not found; FirstCode, FirstDetail, SecondCode and SecondDetail: what
  speaks against it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedTrustLedger;
GO
CREATE FUNCTION clientpay_internal.ResolvedTrustLedger (
    @SentId nvarchar(64),
    @Kind varchar(16),
    @BankAccountId nvarchar(64)
)
RETURNS @Resolved TABLE (
    TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstDetail nvarchar(1000) NULL,
    SecondCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    SecondDetail nvarchar(1000) NULL
)
AS
BEGIN
    DECLARE @Id clientpay_internal.TrustLedgerId = clientpay_internal.ToTrustLedgerId(@SentId);
    DECLARE @BankId clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@BankAccountId);
    DECLARE @TrustLedgerId nvarchar(64), @LedgerBankAccountId nvarchar(64), @IsOfOtherBankAccount bit;
    DECLARE @MatterNumber nvarchar(64), @IsOfClosedMatter bit;
    DECLARE @Code varchar(64), @Detail nvarchar(1000), @Closed nvarchar(1000);

    SELECT
        @TrustLedgerId = RTRIM(CONVERT(nvarchar(64), t.TrustLedgerId)),
        @LedgerBankAccountId = RTRIM(CONVERT(nvarchar(64), t.BankAccountId)),
        @IsOfOtherBankAccount = CASE WHEN t.BankAccountId = @BankId THEN 0 ELSE 1 END,
        @MatterNumber = RTRIM(m.MatterNumber),
        @IsOfClosedMatter = CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END
    FROM clientpay_internal.MapTrustLedger t
    JOIN clientpay_internal.MapMatter m ON m.MatterId = t.MatterId
    WHERE t.TrustLedgerId = @Id;

    IF @TrustLedgerId IS NULL
    BEGIN
        SET @Code = 'no-trust-ledger';
        SET @Detail = CONCAT(
            N'The books have no trust ledger with the id ', @SentId,
            N'. Choose one that they have, or open it there first.');
    END;
    ELSE IF @Kind <> 'TRUST'
    BEGIN
        SET @Code = 'operating-money-to-trust';
        SET @Detail = CONCAT(
            N'This is operating money, and the trust ledger of matter ', @MatterNumber,
            N' holds client money. Allocate it to an invoice.');
    END;
    ELSE IF @BankAccountId IS NOT NULL AND @IsOfOtherBankAccount = 1
    BEGIN
        SET @Code = 'trust-ledger-of-other-bank-account';
        SET @Detail = CONCAT(
            N'The trust ledger of matter ', @MatterNumber, N' belongs to bank account ', @LedgerBankAccountId,
            N', but the payment settled in ', @BankAccountId, N'. Choose a trust ledger of that bank account.');
    END;
    IF @IsOfClosedMatter = 1
        SET @Closed = CONCAT(
            N'Matter ', @MatterNumber,
            N' of the trust ledger is closed. Reopen it in the books and post again, or allocate to another matter.');
    INSERT INTO @Resolved (TrustLedgerId, FirstCode, FirstDetail, SecondCode, SecondDetail)
    VALUES (
        @TrustLedgerId, @Code, @Detail, CASE WHEN @IsOfClosedMatter = 1 THEN 'matter-closed' END, @Closed
    );
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedTrustLedger is there.';
GO
