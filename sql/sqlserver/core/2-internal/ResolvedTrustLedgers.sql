/*
  Function ResolvedTrustLedgers: the trust ledgers that a posting's allocations go to, by the ids that were sent. Reads
  only.

  @Kind           of the money, or null while it is unknown
  @BankAccountId  of the posting, or null if it cannot be booked there

  Columns, one row for each allocation to a trust ledger: Position; Amount; TrustLedgerId, null when it was not found;
  FirstCode, FirstDetail, SecondCode and SecondDetail: what speaks against it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedTrustLedgers;
GO
CREATE FUNCTION clientpay_internal.ResolvedTrustLedgers (
    @PostingId varchar(128),
    @Kind varchar(16),
    @BankAccountId nvarchar(64)
)
RETURNS @Resolved TABLE (
    Position int NOT NULL,
    Amount decimal(19, 2) NOT NULL,
    TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstDetail nvarchar(1000) NULL,
    SecondCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    SecondDetail nvarchar(1000) NULL
)
AS
BEGIN
    DECLARE @BankId clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@BankAccountId);

    INSERT INTO @Resolved (Position, Amount, TrustLedgerId, FirstCode, FirstDetail, SecondCode, SecondDetail)
    SELECT
        a.Position,
        a.Amount,
        t.TrustLedgerId,
        CASE
            WHEN t.TrustLedgerId IS NULL THEN 'no-trust-ledger'
            WHEN @Kind <> 'TRUST' THEN 'operating-money-to-trust'
            WHEN @BankAccountId IS NOT NULL AND t.IsOfThisBankAccount = 0 THEN 'trust-ledger-of-other-bank-account'
        END,
        CASE
            WHEN t.TrustLedgerId IS NULL THEN CONCAT(
                N'The books have no trust ledger with the id ', a.SentTrustLedgerId,
                N'. Choose one that they have, or open it there first.')
            WHEN @Kind <> 'TRUST' THEN CONCAT(
                N'This is operating money, and the trust ledger of matter ', t.MatterNumber,
                N' holds client money. Allocate it to an invoice.')
            WHEN @BankAccountId IS NOT NULL AND t.IsOfThisBankAccount = 0 THEN CONCAT(
                N'The trust ledger of matter ', t.MatterNumber, N' belongs to bank account ', t.BankAccountId,
                N', but the payment settled in ', @BankAccountId, N'. Choose a trust ledger of that bank account.')
        END,
        CASE WHEN t.IsOfClosedMatter = 1 THEN 'matter-closed' END,
        CASE
            WHEN t.IsOfClosedMatter = 1 THEN CONCAT(
                N'Matter ', t.MatterNumber, N' of the trust ledger is closed. Reopen it in the books and post again,',
                N' or allocate to another matter.')
        END
    FROM clientpay_internal.PostingAllocation a
    OUTER APPLY (
        SELECT
            l.TrustLedgerId,
            l.BankAccountId,
            CASE WHEN clientpay_internal.ToBankAccountId(l.BankAccountId) = @BankId THEN 1 ELSE 0 END
                AS IsOfThisBankAccount,
            l.MatterNumber,
            l.IsOfClosedMatter
        FROM clientpay_internal.TrustLedgerOfId(a.SentTrustLedgerId) l
    ) t
    WHERE a.PostingId = @PostingId AND a.SentTrustLedgerId IS NOT NULL;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedTrustLedgers is there.';
GO
