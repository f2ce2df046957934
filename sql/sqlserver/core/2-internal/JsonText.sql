/*
  Function JsonText: a text as JSON writes it, in quotation marks and with its special characters escaped; null for no
  text.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.JsonText;
GO
CREATE FUNCTION clientpay_internal.JsonText (@Value nvarchar(4000))
RETURNS nvarchar(max)
AS
BEGIN
    DECLARE @Json nvarchar(max) = @Value COLLATE Latin1_General_100_BIN2;
    DECLARE @Backslash int, @Control int = 1;
    IF @Value IS NULL
        RETURN N'null';

    -- Not by REPLACE: Babelfish's takes two backslashes that replace something for one.
    SET @Backslash = CHARINDEX(N'\', @Json COLLATE Latin1_General_100_BIN2);
    WHILE @Backslash > 0
    BEGIN
        SET @Json = STUFF(@Json, @Backslash, 0, N'\');
        SET @Backslash = CHARINDEX(N'\', @Json COLLATE Latin1_General_100_BIN2, @Backslash + 2);
    END;
    SET @Json = REPLACE(@Json COLLATE Latin1_General_100_BIN2, N'"', N'\"');
    SET @Json = REPLACE(@Json COLLATE Latin1_General_100_BIN2, NCHAR(8), N'\b');
    SET @Json = REPLACE(@Json COLLATE Latin1_General_100_BIN2, NCHAR(9), N'\t');
    SET @Json = REPLACE(@Json COLLATE Latin1_General_100_BIN2, NCHAR(10), N'\n');
    SET @Json = REPLACE(@Json COLLATE Latin1_General_100_BIN2, NCHAR(12), N'\f');
    SET @Json = REPLACE(@Json COLLATE Latin1_General_100_BIN2, NCHAR(13), N'\r');
    WHILE @Control < 32
    BEGIN
        SET @Json = REPLACE(
            @Json COLLATE Latin1_General_100_BIN2,
            NCHAR(@Control),
            N'\u00' + CONVERT(nchar(1), @Control / 16) + SUBSTRING(N'0123456789ABCDEF', @Control % 16 + 1, 1)
        );
        SET @Control = @Control + 1;
    END;
    RETURN N'"' + @Json + N'"';
END;
GO
PRINT 'Function clientpay_internal.JsonText is there.';
GO
