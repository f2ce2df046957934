/*
  Procedure clientpay.ListApiKeys: every key that was ever created, revoked ones too, by name. Of its secret only the
  salted hash.

  Columns: Name, Salt, Hash, Scopes, Addresses, ExpiresAt, CreatedAt, CreatedBy, RevokedAt, RevokedBy.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListApiKeys;
GO
CREATE PROCEDURE clientpay.ListApiKeys
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        k.Name,
        k.Salt,
        k.Hash,
        CONVERT(nvarchar(100), k.Scopes) AS Scopes,
        CONVERT(nvarchar(4000), k.Addresses) AS Addresses,
        k.ExpiresAt,
        k.CreatedAt,
        k.CreatedBy,
        k.RevokedAt,
        k.RevokedBy
    FROM clientpay_internal.ApiKey k
    ORDER BY k.Name;
END;
GO
PRINT 'Procedure clientpay.ListApiKeys is there.';
GO
