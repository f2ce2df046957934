/*
  Function InvoicesOfNumber: the invoices that an invoice number means: it may occur more than once, and open ones go
  before closed ones. Reads only.

  The number's key finds them by an index, where the number itself has none; the number decides.

  Columns: Place from 1, by id; InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.InvoicesOfNumber;
GO
CREATE FUNCTION clientpay_internal.InvoicesOfNumber (@Number nvarchar(64))
RETURNS @Invoice TABLE (
    Place int NOT NULL,
    InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    InvoiceNumber nvarchar(64) NOT NULL,
    Balance decimal(19, 2) NOT NULL,
    MatterNumber nvarchar(200) NULL,
    IsOfClosedMatter bit NOT NULL
)
AS
BEGIN
    DECLARE @Text clientpay_internal.SearchText = @Number;
    DECLARE @Key clientpay_internal.NumberKey = clientpay_internal.ToNumberKey(@Text);

    INSERT INTO @Invoice (Place, InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter)
    SELECT
        ROW_NUMBER() OVER (ORDER BY CASE WHEN i.Balance > 0 THEN 0 ELSE 1 END, i.InvoiceId),
        RTRIM(CONVERT(nvarchar(64), i.InvoiceId)), RTRIM(i.InvoiceNumber), i.Balance, RTRIM(m.MatterNumber),
        CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END
    FROM clientpay_internal.MapInvoice i
    JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
    WHERE i.InvoiceNumber = @Text AND i.NumberKey = @Key;
    IF EXISTS (SELECT 1 FROM @Invoice o WHERE o.Balance > 0)
        DELETE FROM @Invoice
        WHERE Balance <= 0;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.InvoicesOfNumber is there.';
GO
