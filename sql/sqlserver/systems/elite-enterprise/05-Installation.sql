/*
  Pack elite-enterprise, for Elite Enterprise: what it can do, written into the one row of table Installation.

  Delivery           BATCH: a posting is QUEUED until the ledger shows it, or it was reported what the import made of it
  Unapplied          0: how the import takes money without an invoice is not known
  KeepsChangeTime    0: no column is known to
  HasLedgerCodes     1: the codes of credits
  NeedsSignOff       1: nothing is posted until accounting has signed the mapping off

  Errors: 51010 another pack is installed; nothing is changed then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-enterprise'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-enterprise cannot be put over it.', 1;

UPDATE clientpay_internal.Installation
SET
    SystemName = 'elite-enterprise',
    SystemTitle = N'Elite Enterprise',
    Delivery = 'BATCH',
    Unapplied = 0,
    KeepsChangeTime = 0,
    HasLedgerCodes = 1,
    HasTransactionTypes = 0,
    NeedsSignOff = 1;
PRINT 'This database is one of pack elite-enterprise.';
GO
