/*
  Procedure clientpay.ListImportAnswers: at most @Limit QUEUED and REVERSING postings whose present handover the firm's
  import has answered. TakeImportAnswer takes each answer.

  Columns: PostingId.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListImportAnswers;
GO
CREATE PROCEDURE clientpay.ListImportAnswers
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    SELECT TOP (COALESCE(@Limit, 0)) p.PostingId
    FROM clientpay_internal.Posting p
    CROSS APPLY clientpay_internal.PresentHandover(p.PostingId) h
    CROSS APPLY clientpay_internal.ImportAnswer(p.PostingId, h.Attempt, h.Kind, h.Handover) a
    WHERE p.Status IN ('QUEUED', 'REVERSING')
    ORDER BY p.PostingId;
END;
GO
PRINT 'Procedure clientpay.ListImportAnswers is there.';
GO
