/*
  Procedure clientpay.CreateApiKey: keeps a key's salted hash and what it may do. A name is used once for ever, so that
  a name in a history is always the same key.

  @Salt, @Hash          lower-case hexadecimal
  @Scopes, @Addresses   separated by blanks; addresses may be null
  @ExpiresAt            null: never

  Columns, one row: Outcome DONE or NAME_TAKEN (also by a revoked key).

  Errors: 51000 no transaction; 2627 another caller took the name at this moment.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.CreateApiKey;
GO
CREATE PROCEDURE clientpay.CreateApiKey
    @Name varchar(128),
    @Salt varchar(128),
    @Hash varchar(128),
    @Scopes nvarchar(4000),
    @Addresses nvarchar(4000),
    @ExpiresAt datetime2(3),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Taken varchar(64), @Change nvarchar(max);

    SELECT @Taken = k.Name
    FROM clientpay_internal.ApiKey k
    WHERE k.Name = @Name;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    IF @Taken IS NOT NULL
        SET @Outcome = 'NAME_TAKEN';
    ELSE
    BEGIN
        INSERT INTO clientpay_internal.ApiKey (
            Name, Salt, Hash, Scopes, Addresses, ExpiresAt, CreatedAt, CreatedBy
        )
        VALUES (@Name, @Salt, @Hash, @Scopes, @Addresses, @ExpiresAt, @Now, @Actor);
        SET @Change = clientpay_internal.JsonChanges(
            clientpay_internal.JsonChange('scopes', N'null', clientpay_internal.JsonText(@Scopes))
            + clientpay_internal.JsonChange('addresses', N'null', clientpay_internal.JsonText(@Addresses))
            + clientpay_internal.JsonChange('expiresAt', N'null', clientpay_internal.JsonInstant(@ExpiresAt)));
        EXEC clientpay_internal.AddSettingsEvent @Now, @Actor, 'api-key-created', @Name, @Change;
        SET @Outcome = 'DONE';
    END;

    SELECT @Outcome AS Outcome;
END;
GO
PRINT 'Procedure clientpay.CreateApiKey is there.';
GO
