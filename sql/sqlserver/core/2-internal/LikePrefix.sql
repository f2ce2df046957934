/*
  Function LikePrefix: the pattern with which LIKE ... ESCAPE N'~' finds what starts with a text; the text's own
  wildcards are letters.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.LikePrefix;
GO
CREATE FUNCTION clientpay_internal.LikePrefix (@Text nvarchar(4000))
RETURNS nvarchar(4000)
AS
BEGIN
    DECLARE @Pattern nvarchar(4000) = @Text;
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'~', N'~~');
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'%', N'~%');
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'_', N'~_');
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'[', N'~[');
    RETURN @Pattern + N'%';
END;
GO
PRINT 'Function clientpay_internal.LikePrefix is there.';
GO
