/*
  Function TrustLedgerOfId: the trust ledger with an id, and its matter; no row where there is none. Reads only.

  @TrustLedgerId  as text; what cannot be an id is found nowhere

  TOP (1): see InvoiceOfId.

  Columns, ids and numbers as text without blanks at its end: TrustLedgerId, BankAccountId, MatterId, MatterNumber,
  IsOfClosedMatter.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.TrustLedgerOfId;
GO
CREATE FUNCTION clientpay_internal.TrustLedgerOfId (@TrustLedgerId nvarchar(64))
RETURNS TABLE
AS
RETURN (
    SELECT TOP (1)
        RTRIM(CONVERT(nvarchar(64), t.TrustLedgerId)) COLLATE Latin1_General_100_BIN2 AS TrustLedgerId,
        RTRIM(CONVERT(nvarchar(64), t.BankAccountId)) COLLATE Latin1_General_100_BIN2 AS BankAccountId,
        RTRIM(CONVERT(nvarchar(64), m.MatterId)) COLLATE Latin1_General_100_BIN2 AS MatterId,
        RTRIM(CONVERT(nvarchar(200), m.MatterNumber)) COLLATE Latin1_General_100_BIN2 AS MatterNumber,
        CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END AS IsOfClosedMatter
    FROM clientpay_internal.MapTrustLedger t
    JOIN clientpay_internal.MapMatter m ON m.MatterId = t.MatterId
    WHERE t.TrustLedgerId = clientpay_internal.ToTrustLedgerId(@TrustLedgerId)
);
GO
PRINT 'Function clientpay_internal.TrustLedgerOfId is there.';
GO
