/*
  A synthetic Elite Enterprise database: the tables and columns that pack elite-enterprise uses. Keys are char, padded
  with blanks. $(COLLATION) is that of its text columns.

  The ledger has a trigger that keeps a line of each write in Written: the connector must leave none.
*/
CREATE TABLE dbo.Written (WrittenId int IDENTITY (1, 1) NOT NULL PRIMARY KEY, TableName varchar(64) NOT NULL);
GO
CREATE TABLE dbo.client (
    clnum char(14) COLLATE $(COLLATION) NOT NULL PRIMARY KEY,
    clname1 varchar(60) COLLATE $(COLLATION) NULL,
    clname2 varchar(60) COLLATE $(COLLATION) NULL
);
CREATE TABLE dbo.matter (
    mmatter char(15) COLLATE $(COLLATION) NOT NULL PRIMARY KEY,
    mclient char(14) COLLATE $(COLLATION) NULL,
    mdesc1 varchar(60) COLLATE $(COLLATION) NULL,
    mstatus char(2) COLLATE $(COLLATION) NULL
);
CREATE INDEX MatterClient ON dbo.matter (mclient);
CREATE TABLE dbo.ledcode (
    lccode char(5) COLLATE $(COLLATION) NULL,
    lcdebcr char(1) COLLATE $(COLLATION) NULL
);
CREATE TABLE dbo.ledger (
    lindex int NOT NULL PRIMARY KEY,
    lmatter char(15) COLLATE $(COLLATION) NULL,
    ltradat datetime NULL,
    linvoice char(12) COLLATE $(COLLATION) NULL,
    ldocumnt char(20) COLLATE $(COLLATION) NULL,
    llcode char(5) COLLATE $(COLLATION) NULL,
    lamount money NULL,
    lperiod char(4) COLLATE $(COLLATION) NULL,
    lzero char(1) COLLATE $(COLLATION) NULL
);
CREATE INDEX LedgerMatter ON dbo.ledger (lmatter);
CREATE INDEX LedgerInvoice ON dbo.ledger (linvoice);
GO
CREATE TRIGGER dbo.LedgerWritten ON dbo.ledger AFTER INSERT, UPDATE, DELETE AS
BEGIN
    INSERT INTO dbo.Written (TableName) VALUES ('ledger');
END;
GO
/* Where this firm keeps trust money: made up, since no public source has the vendor's tables. */
CREATE TABLE dbo.FirmTrust (
    Id varchar(20) COLLATE $(COLLATION) NULL UNIQUE,
    Matter char(15) COLLATE $(COLLATION) NULL,
    Bank char(6) COLLATE $(COLLATION) NULL,
    Balance decimal(15, 2) NULL
);
GO
