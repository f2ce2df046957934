/*
  Procedure AddSettingsEvent: appends to the audit trail of settings and keys, in the transaction that makes the change.

  @Detail  JSON, or null
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.AddSettingsEvent;
GO
CREATE PROCEDURE clientpay_internal.AddSettingsEvent
    @At datetime2(3),
    @Actor nvarchar(4000),
    @What varchar(64),
    @Subject varchar(128),
    @Detail nvarchar(max)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;

    INSERT INTO clientpay_internal.SettingsEvent (At, Actor, What, Subject, Detail)
    VALUES (@At, @Actor, @What, @Subject, @Detail);
END;
GO
PRINT 'Procedure clientpay_internal.AddSettingsEvent is there.';
GO
