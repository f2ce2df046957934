/*
  Pack reference, for the reference firm (schema firm): what it can do, written into the one row of table Installation.

  Delivery           PROCEDURE: a posting is in the books when ApplyPosting has ended
  Unapplied          money for a matter can be taken without an invoice
  KeepsChangeTime    MapInvoice.ChangedAt is filled, so that changes can be told
  HasLedgerCodes, HasTransactionTypes  receipts have them
  NeedsSignOff       0: the firm is a made-up one, nobody needs to compare its totals before something is posted

  Errors: 51010 another pack is installed; nothing is changed then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'reference'))
    THROW 51010, N'Another system pack is installed in this database: pack reference cannot be put over it.', 1;

UPDATE clientpay_internal.Installation
SET
    SystemName = 'reference',
    SystemTitle = N'Reference firm',
    Delivery = 'PROCEDURE',
    Unapplied = 1,
    KeepsChangeTime = 1,
    HasLedgerCodes = 1,
    HasTransactionTypes = 1,
    NeedsSignOff = 0;
PRINT 'This database is one of pack reference.';
GO
