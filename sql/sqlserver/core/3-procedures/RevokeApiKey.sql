/*
  Procedure clientpay.RevokeApiKey: ends a key for ever.

  Columns, one row: Outcome DONE, UNCHANGED (it was revoked before) or NOT_FOUND.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.RevokeApiKey;
GO
CREATE PROCEDURE clientpay.RevokeApiKey
    @Name varchar(128),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128) = 'NOT_FOUND', @Change nvarchar(max);

    SELECT @Outcome = 'UNCHANGED'
    FROM clientpay_internal.ApiKey k
    WHERE k.Name = @Name;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    UPDATE clientpay_internal.ApiKey
    SET RevokedAt = @Now, RevokedBy = @Actor
    WHERE Name = @Name AND RevokedAt IS NULL;
    IF @@ROWCOUNT = 1
    BEGIN
        SET @Outcome = 'DONE';
        SET @Change = clientpay_internal.JsonChanges(
            clientpay_internal.JsonChange('revokedAt', N'null', clientpay_internal.JsonInstant(@Now)));
        EXEC clientpay_internal.AddSettingsEvent @Now, @Actor, 'api-key-revoked', @Name, @Change;
    END;

    SELECT @Outcome AS Outcome;
END;
GO
PRINT 'Procedure clientpay.RevokeApiKey is there.';
GO
