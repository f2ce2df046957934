/*
  Function MappingState: what a sign-off of the mapping is about, as it is now. A row for each view of the schema
  clientpay_internal (Part VIEW, Item its name) and for each answer of the firm's (Part ANSWER). Whatever view a firm adds
  there is a part of the mapping; only the views of these scripts themselves, which tell of batches, are none.

  Value  SHA-256 of the view's text, without carriage returns and blank ends, which tools add and take away; or of the
         answer
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.MappingState;
GO
CREATE FUNCTION clientpay_internal.MappingState ()
RETURNS TABLE
AS
RETURN (
    SELECT
        CONVERT(varchar(16), 'VIEW') COLLATE Latin1_General_100_BIN2 AS Part,
        CONVERT(varchar(32), '') COLLATE Latin1_General_100_BIN2 AS Subject,
        CONVERT(nvarchar(128), v.name) COLLATE Latin1_General_100_BIN2 AS Item,
        CONVERT(varbinary(32), HASHBYTES(
            'SHA2_256', LEFT(d.Text, LEN(REPLACE(REPLACE(d.Text, NCHAR(10), N' '), NCHAR(9), N' '))))) AS Value
    FROM sys.views v
    CROSS APPLY (
        SELECT REPLACE(m.[definition], NCHAR(13), N'') AS Text
        FROM sys.sql_modules m
        WHERE m.object_id = v.object_id
    ) d
    WHERE v.schema_id = SCHEMA_ID(N'clientpay_internal')
        AND v.name NOT IN (N'BatchRows', N'BatchLineRows')
        AND d.Text IS NOT NULL
    UNION ALL
    SELECT
        CONVERT(varchar(16), 'ANSWER') COLLATE Latin1_General_100_BIN2,
        a.Subject,
        a.Item,
        CONVERT(varbinary(32), HASHBYTES('SHA2_256', a.Answer))
    FROM clientpay_internal.Answer a
);
GO
PRINT 'Function clientpay_internal.MappingState is there.';
GO
