/*
  Function LikePattern: the pattern with which LIKE finds a text. The text's own wildcards are letters.

  @Match  PREFIX: what starts with the text; CONTAINS: what has it anywhere; EXACT: everything, since that is compared by =
  @Text   up to 1,300 letters, so that the pattern has room

  Wildcards are put into brackets rather than escaped, so that LIKE needs no ESCAPE and is found by its start all the same.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.LikePattern;
GO
CREATE FUNCTION clientpay_internal.LikePattern (@Match varchar(128), @Text nvarchar(4000))
RETURNS nvarchar(4000)
AS
BEGIN
    DECLARE @Pattern nvarchar(4000) = @Text;
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'[', N'[[]');
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'%', N'[%]');
    SET @Pattern = REPLACE(@Pattern COLLATE Latin1_General_100_BIN2, N'_', N'[_]');
    RETURN CASE @Match
        WHEN 'PREFIX' THEN @Pattern + N'%'
        WHEN 'CONTAINS' THEN N'%' + @Pattern + N'%'
        ELSE N'%'
    END;
END;
GO
PRINT 'Function clientpay_internal.LikePattern is there.';
GO
