/*
  Pack prolaw, for ProLaw: what it can do, written into the one row of table Installation.

  A start, not a finished pack (02-Views.sql): it shows matters, and nothing can be posted by it.

  Delivery           PROCEDURE: its hooks refuse at once
  NeedsSignOff       1: as every real system's

  Errors: 51010 another pack is installed; nothing is changed then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'prolaw'))
    THROW 51010, N'Another system pack is installed in this database: pack prolaw cannot be put over it.', 1;

UPDATE clientpay_internal.Installation
SET
    SystemName = 'prolaw',
    SystemTitle = N'ProLaw (a start: matters, no money)',
    Delivery = 'PROCEDURE',
    Unapplied = 0,
    KeepsChangeTime = 0,
    HasLedgerCodes = 0,
    HasTransactionTypes = 0,
    NeedsSignOff = 1;
PRINT 'This database is one of pack prolaw, which is a start: it shows matters, and posts nothing.';
GO
