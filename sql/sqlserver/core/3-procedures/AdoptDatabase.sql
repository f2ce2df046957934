/*
  Procedure clientpay.AdoptDatabase: gives the database another id, for a copy that was restored to be worked with.
  Connectors that are configured for the old id (database.id in connect.toml) post nothing to it from then on.

  @ExpectedId  the id that the database has now
  @NewId       the one that it gets
  @Actor       who does it, for the audit trail
  @Now         when, UTC

  Answers one row: Outcome, DONE, or CHANGED_MEANWHILE when the database's id is not the expected one.
  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.AdoptDatabase;
GO
CREATE PROCEDURE clientpay.AdoptDatabase
    @ExpectedId varchar(128),
    @NewId varchar(128),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    DECLARE @Outcome varchar(128), @Change nvarchar(max);

    UPDATE clientpay_internal.Installation
    SET DatabaseId = @NewId
    WHERE DatabaseId = @ExpectedId;
    SET @Outcome = CASE WHEN @@ROWCOUNT = 1 THEN 'DONE' ELSE 'CHANGED_MEANWHILE' END;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    IF @Outcome = 'DONE'
    BEGIN
        SET @Change = clientpay_internal.JsonChanges(clientpay_internal.JsonChange(
            'databaseId', clientpay_internal.JsonText(@ExpectedId), clientpay_internal.JsonText(@NewId)));
        EXEC clientpay_internal.AddSettingsEvent @Now, @Actor, 'database-adopted', 'database', @Change;
    END;

    SELECT @Outcome AS Outcome;
END;
GO
PRINT 'Procedure clientpay.AdoptDatabase is there.';
GO
