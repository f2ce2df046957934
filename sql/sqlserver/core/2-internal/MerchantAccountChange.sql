/*
  Function MerchantAccountChange: what a change of a merchant account's mapping sets from what to what, as the audit
  trail keeps it: {"kind":{"from":"OPERATING","to":"TRUST"}}. Null when both are the same.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.MerchantAccountChange;
GO
CREATE FUNCTION clientpay_internal.MerchantAccountChange (
    @OldName nvarchar(4000), @Name nvarchar(4000),
    @OldKind nvarchar(4000), @Kind nvarchar(4000),
    @OldLedgerCode nvarchar(4000), @LedgerCode nvarchar(4000),
    @OldTransactionType nvarchar(4000), @TransactionType nvarchar(4000),
    @OldBankAccountId nvarchar(4000), @BankAccountId nvarchar(4000)
)
RETURNS nvarchar(max)
AS
BEGIN
    RETURN clientpay_internal.JsonChanges(
        clientpay_internal.JsonChange(
            'name', clientpay_internal.JsonText(@OldName), clientpay_internal.JsonText(@Name))
        + clientpay_internal.JsonChange(
            'kind', clientpay_internal.JsonText(@OldKind), clientpay_internal.JsonText(@Kind))
        + clientpay_internal.JsonChange(
            'ledgerCode', clientpay_internal.JsonText(@OldLedgerCode), clientpay_internal.JsonText(@LedgerCode))
        + clientpay_internal.JsonChange(
            'transactionType',
            clientpay_internal.JsonText(@OldTransactionType), clientpay_internal.JsonText(@TransactionType))
        + clientpay_internal.JsonChange(
            'bankAccountId', clientpay_internal.JsonText(@OldBankAccountId), clientpay_internal.JsonText(@BankAccountId)));
END;
GO
PRINT 'Function clientpay_internal.MerchantAccountChange is there.';
GO
