/*
  Table Installation: one row that says which database this is and what its system pack can do.

  DatabaseId is made here, once, and never changes by these scripts: it tells the firm's database from a copy of it that
  was restored elsewhere. SystemName is empty until a pack's first script has run, SystemTitle until its last one has,
  and ContractVersion 0 until the last core script has.
  NeedsSignOff: nothing is posted until accounting has signed the mapping off (08-Mapping.sql); packs of systems that
  firms run say so.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.Installation', N'U') IS NULL
    CREATE TABLE clientpay_internal.Installation (
        DatabaseId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL CONSTRAINT PK_Installation PRIMARY KEY,
        ContractVersion int NOT NULL,
        ScriptVersion varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        SystemName varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        SystemTitle nvarchar(200) NOT NULL,
        Delivery varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_Installation_Delivery CHECK (Delivery IN ('PROCEDURE', 'BATCH')),
        Unapplied bit NOT NULL,
        KeepsChangeTime bit NOT NULL,
        HasLedgerCodes bit NOT NULL,
        HasTransactionTypes bit NOT NULL,
        NeedsSignOff bit NOT NULL CONSTRAINT DF_Installation_NeedsSignOff DEFAULT 0
    );
GO
IF COL_LENGTH(N'clientpay_internal.Installation', N'NeedsSignOff') IS NULL
    ALTER TABLE clientpay_internal.Installation
    ADD NeedsSignOff bit NOT NULL CONSTRAINT DF_Installation_NeedsSignOff DEFAULT 0;
GO
IF NOT EXISTS (SELECT 1 FROM clientpay_internal.Installation)
    INSERT INTO clientpay_internal.Installation (
        DatabaseId, ContractVersion, ScriptVersion, SystemName, SystemTitle, Delivery, Unapplied, KeepsChangeTime,
        HasLedgerCodes, HasTransactionTypes
    )
    VALUES (LOWER(CONVERT(varchar(36), NEWID())), 0, '', '', N'', 'PROCEDURE', 0, 0, 0, 0);
GO
PRINT 'Table clientpay_internal.Installation is there.';
GO
