/*
  Function InvoiceOfId: the invoice with an id, open or closed, and its matter; no row where there is none. Reads only.

  @InvoiceId  as text; what cannot be an id is found nowhere

  Its TOP (1) is what keeps it a seek: ids are unique, so it takes nothing away, but the server can then not turn an
  APPLY of this function into a join that reads all invoices first.

  Columns, ids and numbers as text without blanks at its end: InvoiceId, InvoiceNumber, Balance, MatterId, MatterNumber,
  IsOfClosedMatter.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.InvoiceOfId;
GO
CREATE FUNCTION clientpay_internal.InvoiceOfId (@InvoiceId nvarchar(64))
RETURNS TABLE
AS
RETURN (
    SELECT TOP (1)
        RTRIM(CONVERT(nvarchar(64), i.InvoiceId)) COLLATE Latin1_General_100_BIN2 AS InvoiceId,
        RTRIM(CONVERT(nvarchar(200), i.InvoiceNumber)) COLLATE Latin1_General_100_BIN2 AS InvoiceNumber,
        i.Balance,
        RTRIM(CONVERT(nvarchar(64), m.MatterId)) COLLATE Latin1_General_100_BIN2 AS MatterId,
        RTRIM(CONVERT(nvarchar(200), m.MatterNumber)) COLLATE Latin1_General_100_BIN2 AS MatterNumber,
        CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END AS IsOfClosedMatter
    FROM clientpay_internal.MapInvoice i
    JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
    WHERE i.InvoiceId = clientpay_internal.ToInvoiceId(@InvoiceId)
        AND i.InvoiceKey = clientpay_internal.ToInvoiceKey(@InvoiceId)
);
GO
PRINT 'Function clientpay_internal.InvoiceOfId is there.';
GO
