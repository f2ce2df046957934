/*
  Procedure clientpay.ListBankAccounts: every bank account of the firm's books, inactive ones included, by id.

  Columns: BankAccountId, Name, Kind (OPERATING or TRUST), Active.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListBankAccounts;
GO
CREATE PROCEDURE clientpay.ListBankAccounts
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        CONVERT(nvarchar(64), RTRIM(CONVERT(nvarchar(64), b.BankAccountId))) AS BankAccountId,
        CONVERT(nvarchar(4000), b.Name) AS Name,
        CONVERT(varchar(16), b.Kind) AS Kind,
        CONVERT(bit, b.Active) AS Active
    FROM clientpay_internal.MapBankAccount b
    ORDER BY b.BankAccountId;
END;
GO
PRINT 'Procedure clientpay.ListBankAccounts is there.';
GO
