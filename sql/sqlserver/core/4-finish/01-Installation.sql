/*
  The last script: says in table Installation that all the others have run, and of which version they are. Until it has,
  ContractVersion is 0 and the connector does not use the database; half an installation is none.

  Errors: 51011 no system pack has run before. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF NOT EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName <> '')
    THROW 51011, N'No system pack is installed: run the scripts of one folder of systems before this one.', 1;

UPDATE clientpay_internal.Installation
SET ContractVersion = 1, ScriptVersion = '1.0.0';
PRINT 'The installation is complete: contract version 1, scripts 1.0.0.';
GO
