/*
  Pack elite-enterprise, for Elite Enterprise: procedure clientpay_internal.ReversePosting, a hook. Queues the reversal
  of one posting for the system's own import, which the connector hands a file; whether it is booked is the import's to
  say. No table of the system's is written, here or anywhere.

  The file is a text file of receipts; that Enterprise reads one is known, its layout is not published.

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
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-enterprise'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-enterprise cannot be put over it.', 1;

DROP PROCEDURE IF EXISTS clientpay_internal.ReversePosting;
GO
CREATE PROCEDURE clientpay_internal.ReversePosting
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
        @PostingId, 'REVERSE', @BookDate, @Now, @Outcome OUTPUT, @Code OUTPUT, @Detail OUTPUT;
END;
GO
PRINT 'Procedure clientpay_internal.ReversePosting is that of pack elite-enterprise.';
GO
