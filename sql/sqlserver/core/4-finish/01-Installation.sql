/*
  The last script: says in table Installation that all the others have run, and of which version they are. Until it has,
  ContractVersion is 0 and the connector does not use the database; half an installation is none.

  Errors: 51011 no system pack has run before, or not all of it. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DECLARE @Message nvarchar(1000);

IF NOT EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemTitle <> N'')
    THROW 51011, N'No system pack is installed: run all scripts of one folder of systems before this one.', 1;

SELECT @Message = N'The system pack is not complete: there is no clientpay_internal.' + MIN(p.Name)
    + N'. Run all scripts of its folder before this one.'
FROM (
    VALUES
        (N'MapBankAccount', 'V'), (N'MapLedgerCode', 'V'), (N'MapTransactionType', 'V'), (N'MapMatter', 'V'),
        (N'MapField', 'V'), (N'MapMatterField', 'V'), (N'MapInvoice', 'V'), (N'MapOpenInvoice', 'V'),
        (N'MapTrustLedger', 'V'), (N'MapBooked', 'V'), (N'MapReceiptResult', 'V'), (N'AskSubject', 'V'),
        (N'AskChoice', 'V'), (N'AskItem', 'V'), (N'Comparison', 'V'), (N'ComparisonItem', 'V'),
        (N'ToBankAccountId', 'FN'), (N'ToMatterId', 'FN'), (N'ToInvoiceId', 'FN'), (N'ToInvoiceKey', 'FN'),
        (N'ToNumberKey', 'FN'), (N'ToTrustLedgerId', 'FN'), (N'ApplyPosting', 'P'), (N'ReversePosting', 'P')
) p (Name, Type)
WHERE OBJECT_ID(N'clientpay_internal.' + p.Name, p.Type) IS NULL
HAVING COUNT(*) > 0;
IF @Message IS NOT NULL
    THROW 51011, @Message, 1;

UPDATE clientpay_internal.Installation
SET ContractVersion = 1, ScriptVersion = '1.0.0';
PRINT 'The installation is complete: contract version 1, scripts 1.0.0.';
GO
