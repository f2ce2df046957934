/*
  Function ResolvedMatters: what a posting's allocations to matters go to: with trust money the matter's only trust
  ledger at the posting's bank account, with operating money the matter's own account, as unapplied money. Reads only.

  @Kind           of the money, or null while it is unknown
  @BankAccountId  of the posting, or null if it cannot be booked there

  Columns, one row for each allocation to a matter: Position; Amount; TrustLedgerId or MatterId, both null when neither
  was found; FirstCode, FirstDetail, SecondCode and SecondDetail: what speaks against it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedMatters;
GO
CREATE FUNCTION clientpay_internal.ResolvedMatters (
    @PostingId varchar(128),
    @Kind varchar(16),
    @BankAccountId nvarchar(64)
)
RETURNS @Resolved TABLE (
    Position int NOT NULL,
    Amount decimal(19, 2) NOT NULL,
    TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstDetail nvarchar(1000) NULL,
    SecondCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    SecondDetail nvarchar(1000) NULL
)
AS
BEGIN
    DECLARE @BankId clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@BankAccountId);
    DECLARE @TakesUnapplied int = (SELECT MAX(CONVERT(int, n.Unapplied)) FROM clientpay_internal.Installation n);

    INSERT INTO @Resolved (
        Position, Amount, TrustLedgerId, MatterId, FirstCode, FirstDetail, SecondCode, SecondDetail
    )
    SELECT
        r.Position,
        r.Amount,
        CASE WHEN @Kind = 'TRUST' AND r.Ledgers = 1 THEN r.TrustLedgerId END,
        CASE WHEN @Kind <> 'TRUST' THEN r.MatterId END,
        CASE WHEN r.MatterId IS NULL THEN 'matter-unknown' WHEN r.IsClosed = 1 THEN 'matter-closed' ELSE r.Code END,
        CASE
            WHEN r.MatterId IS NULL THEN CONCAT(
                N'The books have no matter with the id ', r.SentMatterId, N'. Choose a matter that they have.')
            WHEN r.IsClosed = 1 THEN CONCAT(
                N'Matter ', r.MatterNumber,
                N' is closed. Reopen it in the books and post again, or allocate to another matter.')
            ELSE r.Detail
        END,
        CASE WHEN r.IsClosed = 1 THEN r.Code END,
        CASE WHEN r.IsClosed = 1 THEN r.Detail END
    FROM (
        SELECT
            a.Position, a.Amount, a.SentMatterId, m.MatterId, m.MatterNumber, m.IsClosed, t.Ledgers, t.TrustLedgerId,
            CASE
                WHEN m.MatterId IS NULL THEN NULL
                WHEN @Kind = 'TRUST' AND t.Ledgers = 0 THEN 'no-trust-ledger'
                WHEN @Kind = 'TRUST' AND t.Ledgers > 1 THEN 'ambiguous-trust-ledger'
                WHEN @Kind <> 'TRUST' AND COALESCE(@TakesUnapplied, 0) = 0 THEN 'unapplied-not-supported'
            END AS Code,
            CASE
                WHEN m.MatterId IS NULL THEN NULL
                WHEN @Kind = 'TRUST' AND t.Ledgers = 0 THEN CONCAT(
                    N'Matter ', m.MatterNumber, N' has no trust ledger at bank account ', @BankAccountId,
                    N'. Open one in the books, then post again.')
                WHEN @Kind = 'TRUST' AND t.Ledgers > 1 THEN CONCAT(
                    N'Matter ', m.MatterNumber, N' has several trust ledgers at bank account ', @BankAccountId,
                    N'. Choose one of them.')
                WHEN @Kind <> 'TRUST' AND COALESCE(@TakesUnapplied, 0) = 0 THEN CONCAT(
                    N'The firm''s system cannot take money on account of matter ', m.MatterNumber,
                    N'. Allocate it to an invoice.')
            END AS Detail
        FROM clientpay_internal.PostingAllocation a
        OUTER APPLY clientpay_internal.MatterOfId(a.SentMatterId) m
        OUTER APPLY (
            -- Nothing while the bank account cannot be used.
            SELECT COUNT(*) AS Ledgers, MIN(RTRIM(CONVERT(nvarchar(64), l.TrustLedgerId))) AS TrustLedgerId
            FROM clientpay_internal.MapTrustLedger l
            WHERE l.MatterId = clientpay_internal.ToMatterId(a.SentMatterId) AND l.BankAccountId = @BankId
            HAVING @BankAccountId IS NOT NULL
        ) t
        WHERE a.PostingId = @PostingId AND a.SentTrustLedgerId IS NULL AND a.SentMatterId IS NOT NULL
    ) r
    OPTION (LOOP JOIN);
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedMatters is there.';
GO
