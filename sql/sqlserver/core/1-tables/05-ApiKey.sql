/*
  Table ApiKey: the callers' keys, as salted SHA-256; no secret lies here. Scopes and Addresses are separated by blanks.
  A revoked key stays, so that its name is never given again.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.ApiKey', N'U') IS NULL
    CREATE TABLE clientpay_internal.ApiKey (
        Name varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_ApiKey PRIMARY KEY,
        Salt varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Hash varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Scopes varchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Addresses varchar(4000) COLLATE Latin1_General_100_BIN2 NULL,
        ExpiresAt datetime2(3) NULL,
        CreatedAt datetime2(3) NOT NULL,
        CreatedBy nvarchar(128) NOT NULL,
        RevokedAt datetime2(3) NULL,
        RevokedBy nvarchar(128) NULL
    );
GO
PRINT 'Table clientpay_internal.ApiKey is there.';
GO
