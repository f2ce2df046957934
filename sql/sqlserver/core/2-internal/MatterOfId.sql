/*
  Function MatterOfId: the matter with an id; no row where there is none. Reads only.

  @MatterId  as text; what cannot be an id is found nowhere

  TOP (1): see InvoiceOfId.

  Columns, ids and numbers as text without blanks at its end: MatterId, MatterNumber, ClientNumber, IsClosed.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.MatterOfId;
GO
CREATE FUNCTION clientpay_internal.MatterOfId (@MatterId nvarchar(64))
RETURNS TABLE
AS
RETURN (
    SELECT TOP (1)
        RTRIM(CONVERT(nvarchar(64), m.MatterId)) COLLATE Latin1_General_100_BIN2 AS MatterId,
        RTRIM(CONVERT(nvarchar(200), m.MatterNumber)) COLLATE Latin1_General_100_BIN2 AS MatterNumber,
        RTRIM(CONVERT(nvarchar(200), m.ClientNumber)) COLLATE Latin1_General_100_BIN2 AS ClientNumber,
        CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END AS IsClosed
    FROM clientpay_internal.MapMatter m
    WHERE m.MatterId = clientpay_internal.ToMatterId(@MatterId)
);
GO
PRINT 'Function clientpay_internal.MatterOfId is there.';
GO
