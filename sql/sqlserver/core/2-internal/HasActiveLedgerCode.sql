/*
  Function HasActiveLedgerCode: 1 when the firm's books have this ledger code and still use it, else 0.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.HasActiveLedgerCode;
GO
CREATE FUNCTION clientpay_internal.HasActiveLedgerCode (@Code nvarchar(64))
RETURNS bit
AS
BEGIN
    IF EXISTS (SELECT 1 FROM clientpay_internal.MapLedgerCode c WHERE c.Code = @Code AND c.Active = 1)
        RETURN 1;
    RETURN 0;
END;
GO
PRINT 'Function clientpay_internal.HasActiveLedgerCode is there.';
GO
