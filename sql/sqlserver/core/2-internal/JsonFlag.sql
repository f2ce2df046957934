/*
  Function JsonFlag: true, false or null as JSON writes it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.JsonFlag;
GO
CREATE FUNCTION clientpay_internal.JsonFlag (@Value bit)
RETURNS nvarchar(max)
AS
BEGIN
    RETURN CASE @Value WHEN 1 THEN N'true' WHEN 0 THEN N'false' ELSE N'null' END;
END;
GO
PRINT 'Function clientpay_internal.JsonFlag is there.';
GO
