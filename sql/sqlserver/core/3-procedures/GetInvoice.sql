/*
  Procedure clientpay.GetInvoice: one invoice, open or closed, or no row.

  @InvoiceId  the books' own key, as text

  Columns: InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
  InvoiceDate, Amount, Balance, and Pending, what PENDING and QUEUED postings would take.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetInvoice;
GO
CREATE PROCEDURE clientpay.GetInvoice
    @InvoiceId nvarchar(4000)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    DECLARE @Id clientpay_internal.InvoiceId = clientpay_internal.ToInvoiceId(@InvoiceId);
    DECLARE @Key clientpay_internal.InvoiceKey = clientpay_internal.ToInvoiceKey(@InvoiceId);

    SELECT
        CONVERT(nvarchar(64), RTRIM(CONVERT(nvarchar(64), i.InvoiceId))) AS InvoiceId,
        CONVERT(nvarchar(4000), i.InvoiceNumber) AS InvoiceNumber,
        CONVERT(nvarchar(64), RTRIM(CONVERT(nvarchar(64), m.MatterId))) AS MatterId,
        CONVERT(nvarchar(4000), m.MatterNumber) AS MatterNumber,
        CONVERT(nvarchar(4000), m.MatterName) AS MatterName,
        CONVERT(nvarchar(64), RTRIM(CONVERT(nvarchar(64), m.ClientId))) AS ClientId,
        CONVERT(nvarchar(4000), m.ClientNumber) AS ClientNumber,
        CONVERT(nvarchar(4000), m.ClientName) AS ClientName,
        CONVERT(date, i.InvoiceDate) AS InvoiceDate,
        CONVERT(decimal(19, 2), i.Amount) AS Amount,
        CONVERT(decimal(19, 2), i.Balance) AS Balance,
        clientpay_internal.PendingOf(RTRIM(CONVERT(nvarchar(64), i.InvoiceId))) AS Pending
    FROM clientpay_internal.MapInvoice i
    JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
    WHERE i.InvoiceId = @Id AND i.InvoiceKey = @Key;
END;
GO
PRINT 'Procedure clientpay.GetInvoice is there.';
GO
