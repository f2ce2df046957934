/*
  Procedure CheckHook: that a procedure of the system pack, ApplyPosting or ReversePosting, kept to its contract: it
  answered BOOKED, QUEUED or REFUSED, and left the caller's transaction alone.

  Errors: 51007 it did not.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.CheckHook;
GO
CREATE PROCEDURE clientpay_internal.CheckHook
    @Hook nvarchar(128),
    @Outcome varchar(16)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Message nvarchar(1000) = CASE
        WHEN @@TRANCOUNT = 0
            THEN CONCAT(N'The system pack''s ', @Hook, N' ended the transaction, which is not its own.')
        WHEN @Outcome IN ('BOOKED', 'QUEUED', 'REFUSED')
            THEN NULL
        ELSE CONCAT(
            N'The system pack''s ', @Hook, N' answered ', COALESCE(@Outcome, N'nothing'),
            N' instead of BOOKED, QUEUED or REFUSED.')
    END;
    IF @Message IS NOT NULL
        THROW 51007, @Message, 1;
END;
GO
PRINT 'Procedure clientpay_internal.CheckHook is there.';
GO
