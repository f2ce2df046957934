/*
  Pack elite-3e, for Elite 3E: the types of its ids and searched texts.

  BankAccountId, MatterId  BankAcct.BankAcctIndex and Matter.MattIndex: int
  InvoiceId                an invoice's share of one payor, InvMaster.InvIndex and Payor.PayorIndex with a dash, as in
                           7001-31. 3E applies a receipt to a payor's share, never to the invoice as a whole
  InvoiceKey               InvPayor.InvMaster, of 7001-31 the 7001: int. An id of two columns has no index; this one
                           has, and leaves the few payors of one invoice to be compared
  NumberKey                InvMaster.InvNumber, the invoice's number once more: as SearchText
  TrustLedgerId            TrustBalance.TrustBalanceIndex of the first movement of a matter on a trust account: 3E has
                           no row for a matter's trust account, and an id that is a bare column can be sought
  SearchText               nvarchar: numbers and names are

  ToBankAccountId, ToMatterId, ToInvoiceId, ToTrustLedgerId make an id of a caller's text, and ToInvoiceKey the key of
  an invoice's id. Null, which is found nowhere, where the text cannot be an id, or would be written otherwise (007 for
  7). ToNumberKey makes the key of an invoice's number: here the number itself.

  Whether the tables are there, 00-Preflight.sql has asked; whether they belong to one owner with our schemas, the
  core's 00-Owners.sql asks.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time; a type that is there
  stays, since it can't be dropped while a procedure has variables of it.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-3e'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-3e cannot be put over it.', 1;

-- From here on no other pack can be put into this database, even if the scripts end before the last one.
UPDATE clientpay_internal.Installation
SET SystemName = 'elite-3e'
WHERE SystemName = '';

DROP FUNCTION IF EXISTS clientpay_internal.ToBankAccountId;
DROP FUNCTION IF EXISTS clientpay_internal.ToMatterId;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceId;
DROP FUNCTION IF EXISTS clientpay_internal.ToNumberKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToTrustLedgerId;
GO
IF TYPE_ID(N'clientpay_internal.BankAccountId') IS NULL
    CREATE TYPE clientpay_internal.BankAccountId FROM int;
GO
IF TYPE_ID(N'clientpay_internal.MatterId') IS NULL
    CREATE TYPE clientpay_internal.MatterId FROM int;
GO
IF TYPE_ID(N'clientpay_internal.InvoiceId') IS NULL
    CREATE TYPE clientpay_internal.InvoiceId FROM varchar(23);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceKey') IS NULL
    CREATE TYPE clientpay_internal.InvoiceKey FROM int;
GO
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL
    CREATE TYPE clientpay_internal.NumberKey FROM nvarchar(4000);
GO
IF TYPE_ID(N'clientpay_internal.TrustLedgerId') IS NULL
    CREATE TYPE clientpay_internal.TrustLedgerId FROM int;
GO
IF TYPE_ID(N'clientpay_internal.SearchText') IS NULL
    CREATE TYPE clientpay_internal.SearchText FROM nvarchar(4000);
GO
CREATE FUNCTION clientpay_internal.ToBankAccountId (@Text nvarchar(4000))
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
RETURNS varchar(23)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(23) = CONVERT(varchar(23), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(23), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceKey (@Text nvarchar(4000))
RETURNS int
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Dash int = NULLIF(CHARINDEX(N'-', @Text COLLATE Latin1_General_100_BIN2), 0);
    RETURN TRY_CAST(LEFT(@Text, @Dash - 1) AS int);
END;
GO
CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS nvarchar(4000)
WITH SCHEMABINDING
AS
BEGIN
    RETURN @Text;
END;
GO
CREATE FUNCTION clientpay_internal.ToTrustLedgerId (@Text nvarchar(4000))
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
PRINT 'Types and functions of ids of clientpay_internal are those of pack elite-3e.';
GO
