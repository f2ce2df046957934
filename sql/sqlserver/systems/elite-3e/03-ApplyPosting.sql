/*
  Pack elite-3e, for Elite 3E: procedure clientpay_internal.ApplyPosting, a hook. Queues one posting
  for the system's own import, which the connector hands a file; whether it is booked is the import's to say. No table
  of the system's is written, here or anywhere.

  3E has a receipt process of its own that applies cash to a payor's share of an invoice (RcptMaster, RcptInvoice), and
  one for trust receipts; how a firm lets it read a file is the firm's to set up, since no layout of the vendor's was
  ever published.

  @BookDate       the day to book it on
  @Outcome        QUEUED; or REFUSED, when an earlier handover of it was booked after all
  @Receipt        null: the import gives it a number
  @Code, @Detail  REFUSED: why, and what to do
  @Allocation     null

  Errors: 51010 another pack is installed (the script). May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-3e'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-3e cannot be put over it.', 1;

DROP PROCEDURE IF EXISTS clientpay_internal.ApplyPosting;
GO
CREATE PROCEDURE clientpay_internal.ApplyPosting
    @PostingId varchar(128),
    @BookDate date,
    @Now datetime2(3),
    @Outcome varchar(16) OUTPUT,
    @Receipt nvarchar(64) OUTPUT,
    @Code varchar(64) OUTPUT,
    @Detail nvarchar(1000) OUTPUT,
    @Allocation int OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET @Receipt = NULL;
    SET @Allocation = NULL;

    EXEC clientpay_internal.QueueReceipt
        @PostingId, 'POST', @BookDate, @Now, @Outcome OUTPUT, @Code OUTPUT, @Detail OUTPUT;
END;
GO
PRINT 'Procedure clientpay_internal.ApplyPosting is that of pack elite-3e.';
GO
