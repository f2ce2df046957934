/*
  Tables of the Connect settings: MerchantAccount, PostingSettings (one row, Id 1), FieldDisplay, and their audit trail
  SettingsEvent (append-only; Detail is JSON).

  Settings lie in the firm's database, so that every connector on it has the same. On a fresh database: automatic posting
  off, so that nothing is posted before somebody has looked.
  May be run again at any time; nothing that was set is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.MerchantAccount', N'U') IS NULL
    CREATE TABLE clientpay_internal.MerchantAccount (
        MerchantAccountId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_MerchantAccount PRIMARY KEY,
        Name nvarchar(200) NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_MerchantAccount_Kind CHECK (Kind IN ('OPERATING', 'TRUST')),
        LedgerCode nvarchar(64) NULL,
        TransactionType nvarchar(64) NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Version bigint NOT NULL
    );
GO
IF OBJECT_ID(N'clientpay_internal.PostingSettings', N'U') IS NULL
    CREATE TABLE clientpay_internal.PostingSettings (
        Id int NOT NULL CONSTRAINT PK_PostingSettings PRIMARY KEY CONSTRAINT CK_PostingSettings_Id CHECK (Id = 1),
        DefaultArMessage nvarchar(500) NULL,
        UsePostedDate bit NOT NULL,
        AutomaticPosting bit NOT NULL,
        TimeZone varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Currency char(3) COLLATE Latin1_General_100_BIN2 NOT NULL,
        FieldsVersion bigint NOT NULL,
        Version bigint NOT NULL
    );
GO
IF NOT EXISTS (SELECT 1 FROM clientpay_internal.PostingSettings)
    INSERT INTO clientpay_internal.PostingSettings (
        Id, DefaultArMessage, UsePostedDate, AutomaticPosting, TimeZone, Currency, FieldsVersion, Version
    )
    VALUES (1, N'ClientPay Payment', 0, 0, 'America/New_York', 'USD', 1, 1);
GO
IF OBJECT_ID(N'clientpay_internal.FieldDisplay', N'U') IS NULL
    CREATE TABLE clientpay_internal.FieldDisplay (
        Name varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_FieldDisplay PRIMARY KEY,
        Position int NOT NULL,
        OnConnect bit NOT NULL,
        OnPaymentPages bit NOT NULL,
        OnPaymentManager bit NOT NULL,
        OnReceipts bit NOT NULL
    );
GO
IF OBJECT_ID(N'clientpay_internal.SettingsEvent', N'U') IS NULL
    CREATE TABLE clientpay_internal.SettingsEvent (
        SettingsEventId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_SettingsEvent PRIMARY KEY,
        At datetime2(3) NOT NULL,
        Actor nvarchar(128) NOT NULL,
        What varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Subject varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Detail nvarchar(4000) NULL
    );
GO
PRINT 'Tables MerchantAccount, PostingSettings, FieldDisplay and SettingsEvent of clientpay_internal are there.';
GO
