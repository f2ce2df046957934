/*
  Procedure clientpay.ListTransactionTypes: every transaction type of the firm's books, inactive ones included, by code; no rows where the
  system has none.

  Columns: Code, Description, Active.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListTransactionTypes;
GO
CREATE PROCEDURE clientpay.ListTransactionTypes
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        CONVERT(nvarchar(64), RTRIM(c.Code)) AS Code,
        CONVERT(nvarchar(4000), c.Description) AS Description,
        CONVERT(bit, c.Active) AS Active
    FROM clientpay_internal.MapTransactionType c
    ORDER BY c.Code;
END;
GO
PRINT 'Procedure clientpay.ListTransactionTypes is there.';
GO
