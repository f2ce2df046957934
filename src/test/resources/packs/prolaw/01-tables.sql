/* A synthetic ProLaw database: what pack prolaw uses of it. A key has its table's name. */
CREATE TABLE dbo.Matters (
    Matters varchar(36) COLLATE $(COLLATION) NOT NULL PRIMARY KEY,
    MatterID varchar(20) COLLATE $(COLLATION) NULL,
    ShortDesc varchar(100) COLLATE $(COLLATION) NULL,
    AreaOfLaw varchar(50) COLLATE $(COLLATION) NULL,
    ClientSort varchar(60) COLLATE $(COLLATION) NULL
);
GO
