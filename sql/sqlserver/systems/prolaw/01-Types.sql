/*
  Pack prolaw, for ProLaw: the types of its ids and searched texts.

  A start, not a finished pack: it shows matters, and takes no money (02-Views.sql).

  MatterId  Matters.Matters, the key that has its table's name: text of 36 characters
  The other ids have no rows yet; whoever finishes the pack gives them the types of the columns that he finds.

  ToBankAccountId, ToMatterId, ToInvoiceId, ToTrustLedgerId make an id of a caller's text, and ToInvoiceKey the key of
  an invoice's id. Null, which is found nowhere, where the text cannot be an id, or would be written otherwise (007 for
  7). ToNumberKey makes the key of an invoice's number.

  Whether the tables are there, 00-Preflight.sql has asked; whether they belong to one owner with our schemas, the
  core's 00-Owners.sql asks.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time; a type that is there
  stays, since it can't be dropped while a procedure has variables of it.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'prolaw'))
    THROW 51010, N'Another system pack is installed in this database: pack prolaw cannot be put over it.', 1;

-- From here on no other pack can be put into this database, even if the scripts end before the last one.
UPDATE clientpay_internal.Installation
SET SystemName = 'prolaw'
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
    CREATE TYPE clientpay_internal.MatterId FROM varchar(36);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceId') IS NULL
    CREATE TYPE clientpay_internal.InvoiceId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceKey') IS NULL
    CREATE TYPE clientpay_internal.InvoiceKey FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL
    CREATE TYPE clientpay_internal.NumberKey FROM varchar(8000);
GO
IF TYPE_ID(N'clientpay_internal.TrustLedgerId') IS NULL
    CREATE TYPE clientpay_internal.TrustLedgerId FROM varchar(64);
GO
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
RETURNS varchar(36)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(36) = CONVERT(varchar(36), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(36), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000))
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
CREATE FUNCTION clientpay_internal.ToInvoiceKey (@Text nvarchar(4000))
RETURNS varchar(64)
WITH SCHEMABINDING
AS
BEGIN
    RETURN clientpay_internal.ToInvoiceId(@Text);
END;
GO
CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS varchar(8000)
WITH SCHEMABINDING
AS
BEGIN
    RETURN CONVERT(varchar(8000), @Text);
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
PRINT 'Types and functions of ids of clientpay_internal are those of pack prolaw.';
GO
