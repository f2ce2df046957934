/*
  Pack prolaw, for ProLaw: procedure clientpay_internal.ReversePosting, a hook. Refuses: this pack is a start without
  money (02-Views.sql). Parameters and rules as in template/04-ReversePosting.sql.

  Errors: 51010 another pack is installed (the script). May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'prolaw'))
    THROW 51010, N'Another system pack is installed in this database: pack prolaw cannot be put over it.', 1;

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

    SET @Outcome = 'REFUSED';
    SET @Receipt = NULL;
    SET @Code = 'books-refused';
    SET @Detail = N'The pack for ProLaw is a start that shows matters: it cannot take a posting out of the books.'
        + N' Reverse the payment by hand, and then the posting as reversed outside.';
    SET @Allocation = NULL;
END;
GO
PRINT 'Procedure clientpay_internal.ReversePosting is that of pack prolaw: it refuses.';
GO
