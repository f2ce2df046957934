/*
  Pack elite-3e, for Elite 3E: what it can do, written into the one row of table Installation.

  Delivery           BATCH: a posting is QUEUED until it was reported what the import has made of it
  Unapplied          0: how 3E takes money without an invoice is not known
  KeepsChangeTime    0: TimeStamp is a common column of 3E's, but of what zone, and whether every change sets it, is not
  HasTransactionTypes  1: receipt types
  NeedsSignOff       1: nothing is posted until accounting has signed the mapping off

  Errors: 51010 another pack is installed; nothing is changed then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-3e'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-3e cannot be put over it.', 1;

UPDATE clientpay_internal.Installation
SET
    SystemName = 'elite-3e',
    SystemTitle = N'Elite 3E',
    Delivery = 'BATCH',
    Unapplied = 0,
    KeepsChangeTime = 0,
    HasLedgerCodes = 0,
    HasTransactionTypes = 1,
    NeedsSignOff = 1;
PRINT 'This database is one of pack elite-3e.';
GO
