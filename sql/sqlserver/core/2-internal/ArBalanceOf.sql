/*
  Function ArBalanceOf: what is owed on a matter's invoices.

  @MatterId  as text
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ArBalanceOf;
GO
CREATE FUNCTION clientpay_internal.ArBalanceOf (@MatterId nvarchar(64))
RETURNS decimal(19, 2)
AS
BEGIN
    DECLARE @Id clientpay_internal.MatterId = clientpay_internal.ToMatterId(@MatterId);
    RETURN (
        SELECT COALESCE(SUM(i.Balance), 0)
        FROM clientpay_internal.MapOpenInvoice i
        WHERE i.MatterId = @Id
    );
END;
GO
PRINT 'Function clientpay_internal.ArBalanceOf is there.';
GO
