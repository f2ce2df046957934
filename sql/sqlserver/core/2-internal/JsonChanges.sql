/*
  Function JsonChanges: a JSON object of the changes that JsonChange told, one after the other. Null when there are
  none.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.JsonChanges;
GO
CREATE FUNCTION clientpay_internal.JsonChanges (@Changes nvarchar(max))
RETURNS nvarchar(max)
AS
BEGIN
    RETURN CASE WHEN @Changes <> N'' THEN N'{' + STUFF(@Changes, 1, 1, N'') + N'}' END;
END;
GO
PRINT 'Function clientpay_internal.JsonChanges is there.';
GO
