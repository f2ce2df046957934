/*
  Function MappingState: what a sign-off of the mapping is about, as it is now. A row for each view of the pack (Part VIEW,
  Item its name) and for each answer of the firm's (Part ANSWER).

  MapFirmTrust is the firm's own part of some packs, MapLedgerSign what several views of one share.

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
        CONVERT(nvarchar(128), v.Name) COLLATE Latin1_General_100_BIN2 AS Item,
        CONVERT(varbinary(32), HASHBYTES(
            'SHA2_256', LEFT(d.Text, LEN(REPLACE(REPLACE(d.Text, NCHAR(10), N' '), NCHAR(9), N' '))))) AS Value
    FROM (
        VALUES
            (N'MapBankAccount'), (N'MapLedgerCode'), (N'MapTransactionType'), (N'MapMatter'), (N'MapField'),
            (N'MapMatterField'), (N'MapInvoice'), (N'MapOpenInvoice'), (N'MapTrustLedger'), (N'MapBooked'),
            (N'MapReceiptResult'), (N'AskSubject'), (N'AskChoice'), (N'AskItem'), (N'Comparison'), (N'ComparisonItem'),
            (N'MapFirmTrust'), (N'MapLedgerSign')
    ) v (Name)
    CROSS APPLY (
        SELECT REPLACE(m.[definition], NCHAR(13), N'') AS Text
        FROM sys.sql_modules m
        WHERE m.object_id = OBJECT_ID(N'clientpay_internal.' + v.Name)
    ) d
    WHERE d.Text IS NOT NULL
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
