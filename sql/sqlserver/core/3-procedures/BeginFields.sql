/*
  Procedure clientpay.BeginFields: the version and the event of a change of the field display. PutField follows for each
  field, in the same transaction, so that whoever comes second meets the new version.

  @ExpectedVersion  null: any
  @Detail           what the audit trail records

  Columns, one row: Outcome DONE or CHANGED_MEANWHILE.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.BeginFields;
GO
CREATE PROCEDURE clientpay.BeginFields
    @ExpectedVersion bigint,
    @Detail nvarchar(4000),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128);

    UPDATE clientpay_internal.PostingSettings
    SET FieldsVersion = FieldsVersion
    WHERE Id = 1;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    UPDATE clientpay_internal.PostingSettings
    SET FieldsVersion = FieldsVersion + 1
    WHERE Id = 1 AND FieldsVersion = COALESCE(@ExpectedVersion, FieldsVersion);
    SET @Outcome = CASE WHEN @@ROWCOUNT = 1 THEN 'DONE' ELSE 'CHANGED_MEANWHILE' END;
    IF @Outcome = 'DONE'
        EXEC clientpay_internal.AddSettingsEvent @Now, @Actor, 'fields-changed', 'fields', @Detail;

    SELECT @Outcome AS Outcome;
END;
GO
PRINT 'Procedure clientpay.BeginFields is there.';
GO
