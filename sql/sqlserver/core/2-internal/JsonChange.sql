/*
  Function JsonChange: one property of what a change of settings sets from what to what, for the audit trail:
  ,"kind":{"from":"OPERATING","to":"TRUST"}. Empty when both are the same.

  @From, @To  JSON: from JsonText or JsonFlag
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.JsonChange;
GO
CREATE FUNCTION clientpay_internal.JsonChange (@Property varchar(64), @From nvarchar(max), @To nvarchar(max))
RETURNS nvarchar(max)
AS
BEGIN
    IF @From COLLATE Latin1_General_100_BIN2 = @To COLLATE Latin1_General_100_BIN2
        RETURN N'';
    RETURN N',"' + @Property + N'":{"from":' + @From + N',"to":' + @To + N'}';
END;
GO
PRINT 'Function clientpay_internal.JsonChange is there.';
GO
