/*
  Pack aderant-expert, for Aderant Expert: the types of its ids and searched texts.

  BankAccountId  TBM_BANK.BANK_CODE, text
  MatterId       HBM_MATTER.MATTER_UNO: int
  InvoiceId      BLT_BILLM.BILLM_UNO, a bill's part of one matter: int
  InvoiceKey     the same
  NumberKey      BLT_BILL.BILL_NUM, by whose index a bill is found by its number: bigint, since which type of whole
                 number it is, 00-Preflight.sql leaves open
  TrustLedgerId  text, as the firm's own view MapFirmTrust makes it
  SearchText     varchar, where codes and names are varchar or char; nvarchar, where one of them is

  ToBankAccountId, ToMatterId, ToInvoiceId, ToTrustLedgerId make an id of a caller's text, and ToInvoiceKey the key of
  an invoice's id. Null, which is found nowhere, where the text cannot be an id, or would be written otherwise (007 for
  7). ToNumberKey makes the key of an invoice's number; null where the text is no whole number.

  Whether the tables are there, 00-Preflight.sql has asked; whether they belong to one owner with our schemas, the
  core's 00-Owners.sql asks.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time; a type that is there
  stays, since it can't be dropped while a procedure has variables of it.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'aderant-expert'))
    THROW 51010, N'Another system pack is installed in this database: pack aderant-expert cannot be put over it.', 1;

-- From here on no other pack can be put into this database, even if the scripts end before the last one.
UPDATE clientpay_internal.Installation
SET SystemName = 'aderant-expert'
WHERE SystemName = '';

DROP FUNCTION IF EXISTS clientpay_internal.ToBankAccountId;
DROP FUNCTION IF EXISTS clientpay_internal.ToMatterId;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceId;
DROP FUNCTION IF EXISTS clientpay_internal.ToNumberKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToTrustLedgerId;
GO
IF TYPE_ID(N'clientpay_internal.BankAccountId') IS NULL
    CREATE TYPE clientpay_internal.BankAccountId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.MatterId') IS NULL
    CREATE TYPE clientpay_internal.MatterId FROM int;
GO
IF TYPE_ID(N'clientpay_internal.InvoiceId') IS NULL
    CREATE TYPE clientpay_internal.InvoiceId FROM int;
GO
IF TYPE_ID(N'clientpay_internal.InvoiceKey') IS NULL
    CREATE TYPE clientpay_internal.InvoiceKey FROM int;
GO
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL
    CREATE TYPE clientpay_internal.NumberKey FROM bigint;
GO
IF TYPE_ID(N'clientpay_internal.TrustLedgerId') IS NULL
    CREATE TYPE clientpay_internal.TrustLedgerId FROM varchar(64);
GO
-- Where a searched column is nvarchar, a varchar would lose letters of the sought text, and of the place where a page
-- ended; where none is, an nvarchar would make the server read every row.
IF TYPE_ID(N'clientpay_internal.SearchText') IS NULL
    AND EXISTS (
        SELECT 1
        FROM sys.columns c
        WHERE TYPE_NAME(c.system_type_id) IN ('nchar', 'nvarchar')
            AND (
                (c.object_id = OBJECT_ID(N'dbo.HBM_CLIENT') AND c.name IN ('CLIENT_CODE', 'CLIENT_NAME'))
                OR (c.object_id = OBJECT_ID(N'dbo.HBM_MATTER') AND c.name IN ('MATTER_NUMBER', 'MATTER_NAME', 'MATTER_CODE'))
            )
    )
    CREATE TYPE clientpay_internal.SearchText FROM nvarchar(4000);
IF TYPE_ID(N'clientpay_internal.SearchText') IS NULL
    CREATE TYPE clientpay_internal.SearchText FROM varchar(8000);
GO
CREATE FUNCTION clientpay_internal.ToBankAccountId (@Text nvarchar(4000))
RETURNS varchar(64)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(64) = CONVERT(varchar(64), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(64), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToMatterId (@Text nvarchar(4000))
RETURNS int
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id int = TRY_CAST(@Text AS int);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000))
RETURNS int
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id int = TRY_CAST(@Text AS int);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceKey (@Text nvarchar(4000))
RETURNS int
WITH SCHEMABINDING
AS
BEGIN
    RETURN clientpay_internal.ToInvoiceId(@Text);
END;
GO
CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS bigint
WITH SCHEMABINDING
AS
BEGIN
    RETURN TRY_CAST(@Text AS bigint);
END;
GO
CREATE FUNCTION clientpay_internal.ToTrustLedgerId (@Text nvarchar(4000))
RETURNS varchar(64)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(64) = CONVERT(varchar(64), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(64), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
PRINT 'Types and functions of ids of clientpay_internal are those of pack aderant-expert.';
GO
