/*
  Function JsonInstant: a UTC instant as JSON carries it, such as "2026-11-23T15:04:05.250Z"; seconds and thousandths
  only where they are not zero. null for no instant.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.JsonInstant;
GO
CREATE FUNCTION clientpay_internal.JsonInstant (@At datetime2(3))
RETURNS nvarchar(max)
AS
BEGIN
    DECLARE @Text nvarchar(19) = STUFF(CONVERT(nvarchar(19), @At, 120), 11, 1, N'T');
    DECLARE @Thousandths int = DATEPART(millisecond, @At);
    IF @At IS NULL
        RETURN N'null';
    IF DATEPART(second, @At) = 0 AND @Thousandths = 0
        SET @Text = LEFT(@Text, 16);
    RETURN N'"' + @Text
        + CASE WHEN @Thousandths > 0 THEN N'.' + RIGHT(N'00' + CONVERT(nvarchar(3), @Thousandths), 3) ELSE N'' END
        + N'Z"';
END;
GO
PRINT 'Function clientpay_internal.JsonInstant is there.';
GO
