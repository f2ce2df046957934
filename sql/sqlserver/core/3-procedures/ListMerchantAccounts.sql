/*
  Procedure clientpay.ListMerchantAccounts: every merchant account that is mapped, by id.

  Columns: MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListMerchantAccounts;
GO
CREATE PROCEDURE clientpay.ListMerchantAccounts
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        m.MerchantAccountId, m.Name, m.Kind, m.LedgerCode, m.TransactionType, m.BankAccountId, m.Version
    FROM clientpay_internal.MerchantAccount m
    ORDER BY m.MerchantAccountId;
END;
GO
PRINT 'Procedure clientpay.ListMerchantAccounts is there.';
GO
