/*
  A synthetic Elite 3E database: the tables and columns that pack elite-3e uses, with the types that are known or usual,
  and a little more that real ones have. $(COLLATION) is that of its text columns.

  Every table has a trigger that keeps a line of each write in Written: the connector must leave none.
*/
CREATE TABLE dbo.Written (WrittenId int IDENTITY (1, 1) NOT NULL PRIMARY KEY, TableName varchar(64) NOT NULL);
GO
CREATE TABLE dbo.Client (
    ClientIndex int NOT NULL PRIMARY KEY,
    ClientID uniqueidentifier NOT NULL DEFAULT NEWID(),
    Number nvarchar(64) COLLATE $(COLLATION) NULL,
    DisplayName nvarchar(255) COLLATE $(COLLATION) NULL,
    CliStatusType nvarchar(64) COLLATE $(COLLATION) NULL,
    TimeStamp datetime NULL
);
CREATE INDEX ClientNumber ON dbo.Client (Number);
CREATE INDEX ClientName ON dbo.Client (DisplayName);
GO
CREATE TABLE dbo.MattStatus (
    Code nvarchar(64) COLLATE $(COLLATION) NOT NULL PRIMARY KEY,
    Description nvarchar(255) COLLATE $(COLLATION) NULL,
    IsBilling tinyint NULL,
    IsPayment tinyint NULL,
    IsTrust tinyint NULL,
    IsClosed tinyint NULL
);
GO
CREATE TABLE dbo.Matter (
    MattIndex int NOT NULL PRIMARY KEY,
    MatterID uniqueidentifier NOT NULL DEFAULT NEWID(),
    Number nvarchar(64) COLLATE $(COLLATION) NULL,
    DisplayName nvarchar(255) COLLATE $(COLLATION) NULL,
    Client int NULL,
    MattStatus nvarchar(64) COLLATE $(COLLATION) NULL,
    OpenDate datetime NULL
);
CREATE INDEX MatterClient ON dbo.Matter (Client);
CREATE INDEX MatterNumber ON dbo.Matter (Number);
CREATE INDEX MatterName ON dbo.Matter (DisplayName);
GO
CREATE TABLE dbo.InvMaster (
    InvIndex int NOT NULL PRIMARY KEY,
    InvNumber nvarchar(64) COLLATE $(COLLATION) NULL,
    InvDate datetime NULL,
    LeadMatter int NULL,
    DefPayor int NULL,
    IsReversed tinyint NULL,
    OrgAmt decimal(16, 2) NULL,
    BalAmt decimal(16, 2) NULL
);
CREATE INDEX InvMasterLeadMatter ON dbo.InvMaster (LeadMatter);
CREATE INDEX InvMasterNumber ON dbo.InvMaster (InvNumber);
GO
CREATE TABLE dbo.InvPayor (
    InvMaster int NULL,
    Payor int NULL,
    OrgAmt decimal(16, 2) NULL,
    BalAmt decimal(16, 2) NULL,
    BalFee decimal(16, 2) NULL,
    BalHCo decimal(16, 2) NULL,
    BalSCo decimal(16, 2) NULL,
    BalOth decimal(16, 2) NULL,
    BalInt decimal(16, 2) NULL,
    BalTax decimal(16, 2) NULL,
    BalBOA decimal(16, 2) NULL
);
CREATE INDEX InvPayorInvMaster ON dbo.InvPayor (InvMaster, Payor);
GO
CREATE TABLE dbo.BankAcct (
    BankAcctIndex int NOT NULL PRIMARY KEY,
    Name nvarchar(64) COLLATE $(COLLATION) NULL,
    Description nvarchar(255) COLLATE $(COLLATION) NULL,
    EndDate datetime NULL
);
GO
CREATE TABLE dbo.TrustReceipt (TrustRcptIndex int NOT NULL PRIMARY KEY, Amount decimal(16, 2) NULL, IsReversed tinyint NULL);
CREATE TABLE dbo.TrustReceiptDetail (
    TrustRcptDetIndex int NOT NULL PRIMARY KEY,
    TrustReceipt int NULL,
    TrustIntendedUse nvarchar(64) COLLATE $(COLLATION) NULL
);
CREATE TABLE dbo.TrustDisbursement (
    TrustDsbmtIndex int NOT NULL PRIMARY KEY,
    BankAcctTrust int NULL,
    Amount decimal(16, 2) NULL,
    IsReversed tinyint NULL
);
CREATE TABLE dbo.TrustAdjustment (TrustAdjIndex int NOT NULL PRIMARY KEY, Amount decimal(16, 2) NULL, IsReversed tinyint NULL);
CREATE TABLE dbo.TrustTransfer (TrustTrsfIndex int NOT NULL PRIMARY KEY, Amount decimal(16, 2) NULL, IsReversed tinyint NULL);
CREATE TABLE dbo.TrustTransferDetail (TrustTransferDetIndex int NOT NULL PRIMARY KEY, TrustTransfer int NULL);
GO
CREATE TABLE dbo.TrustBalance (
    TrustBalanceIndex int NOT NULL PRIMARY KEY,
    Matter int NULL,
    BankAcctTrust int NULL,
    Amount decimal(16, 2) NULL,
    GLDate datetime NULL,
    PostSource nvarchar(16) COLLATE $(COLLATION) NULL,
    TrustReceiptDetail int NULL,
    TrustDisbursement int NULL,
    TrustAdjustment int NULL,
    TrustTransferDetail int NULL
);
CREATE INDEX TrustBalanceMatter ON dbo.TrustBalance (Matter, BankAcctTrust);
GO
CREATE TABLE dbo.ReceiptType (Code nvarchar(64) COLLATE $(COLLATION) NOT NULL PRIMARY KEY);
CREATE TABLE dbo.TrustReceiptType (
    Code nvarchar(64) COLLATE $(COLLATION) NOT NULL PRIMARY KEY,
    Description nvarchar(255) COLLATE $(COLLATION) NULL
);
GO
CREATE TRIGGER dbo.InvMasterWritten ON dbo.InvMaster AFTER INSERT, UPDATE, DELETE AS
BEGIN
    INSERT INTO dbo.Written (TableName) VALUES ('InvMaster');
END;
GO
CREATE TRIGGER dbo.InvPayorWritten ON dbo.InvPayor AFTER INSERT, UPDATE, DELETE AS
BEGIN
    INSERT INTO dbo.Written (TableName) VALUES ('InvPayor');
END;
GO
CREATE TRIGGER dbo.TrustBalanceWritten ON dbo.TrustBalance AFTER INSERT, UPDATE, DELETE AS
BEGIN
    INSERT INTO dbo.Written (TableName) VALUES ('TrustBalance');
END;
GO
