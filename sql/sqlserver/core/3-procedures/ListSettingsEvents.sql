/*
  Procedure clientpay.ListSettingsEvents: the newest events of the audit trail of settings and keys, newest first.

  @Limit  how many at most

  Columns: At, Actor, What, Subject, Detail.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListSettingsEvents;
GO
CREATE PROCEDURE clientpay.ListSettingsEvents
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT TOP (COALESCE(@Limit, 0))
        e.At, e.Actor, e.What, CONVERT(nvarchar(64), e.Subject) AS Subject, e.Detail
    FROM clientpay_internal.SettingsEvent e
    ORDER BY e.SettingsEventId DESC;
END;
GO
PRINT 'Procedure clientpay.ListSettingsEvents is there.';
GO
