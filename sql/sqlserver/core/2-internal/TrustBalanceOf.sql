/*
  Function TrustBalanceOf: the sum of a matter's trust ledgers.

  @MatterId  as text
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.TrustBalanceOf;
GO
CREATE FUNCTION clientpay_internal.TrustBalanceOf (@MatterId nvarchar(64))
RETURNS decimal(19, 2)
AS
BEGIN
    DECLARE @Id clientpay_internal.MatterId = clientpay_internal.ToMatterId(@MatterId);
    RETURN (
        SELECT COALESCE(SUM(t.Balance), 0)
        FROM clientpay_internal.MapTrustLedger t
        WHERE t.MatterId = @Id
    );
END;
GO
PRINT 'Function clientpay_internal.TrustBalanceOf is there.';
GO
