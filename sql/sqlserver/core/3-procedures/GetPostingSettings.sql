/*
  Procedure clientpay.GetPostingSettings: the firm's posting settings.

  Columns, one row: DefaultArMessage, UsePostedDate, AutomaticPosting, TimeZone, Currency, Version.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetPostingSettings;
GO
CREATE PROCEDURE clientpay.GetPostingSettings
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        s.DefaultArMessage,
        s.UsePostedDate,
        s.AutomaticPosting,
        CONVERT(nvarchar(64), s.TimeZone) AS TimeZone,
        CONVERT(varchar(3), s.Currency) AS Currency,
        s.Version
    FROM clientpay_internal.PostingSettings s
    WHERE s.Id = 1;
END;
GO
PRINT 'Procedure clientpay.GetPostingSettings is there.';
GO
