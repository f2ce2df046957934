/*
  Pack template, 5 of 5: what the system can do, written into the one row of table Installation.

  SystemName         the pack's name: that of its folder, as 01-Types.sql has written it already
  SystemTitle        the system's name as people say it
  Delivery           PROCEDURE: a posting is in the books when ApplyPosting has ended; BATCH: it is QUEUED, and the
                     system's import answers by MapReceiptResult
  Unapplied          1: money for a matter can be taken without an invoice; ApplyPosting is then given allocations by
                     MatterId
  KeepsChangeTime    1: MapInvoice.ChangedAt is filled, so that changes can be told
  HasLedgerCodes, HasTransactionTypes  1: receipts have them, and MapLedgerCode, MapTransactionType have rows
  NeedsSignOff       1: nothing is posted until accounting has compared the totals that the mapping gives with its own
                     and signed it off ("connect scripts sign-off"); for a real system it is 1

  Errors: 51010 another pack is installed; nothing is changed then. May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'template'))
    THROW 51010, N'Another system pack is installed in this database: pack template cannot be put over it.', 1;

UPDATE clientpay_internal.Installation
SET
    SystemName = 'template',
    SystemTitle = N'No system yet (template)',
    Delivery = 'PROCEDURE',
    Unapplied = 0,
    KeepsChangeTime = 0,
    HasLedgerCodes = 0,
    HasTransactionTypes = 0,
    NeedsSignOff = 0;
PRINT 'This database is one of pack template.';
GO
