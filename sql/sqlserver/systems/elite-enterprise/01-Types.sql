/*
  Pack elite-enterprise, for Elite Enterprise: the types of its ids and searched texts.

  BankAccountId  text, as the firm has entered it
  MatterId       matter.mmatter: text
  InvoiceId      ledger.lindex of the first entry of an invoice and matter: Enterprise has no row for an invoice, and an
                 id that is a bare column can be sought
  InvoiceKey     the same
  NumberKey      ledger.linvoice, by whose index an invoice is found by its number: bigint, where it is a whole number;
                 char, varchar, nchar or nvarchar, as it is, of the 64 characters that 00-Preflight.sql allows
  TrustLedgerId  text, as the firm's own view MapFirmTrust makes it
  SearchText     varchar, where numbers and names are varchar or char; nvarchar, where one of them is

  ToBankAccountId, ToMatterId, ToInvoiceId, ToTrustLedgerId make an id of a caller's text, and ToInvoiceKey the key of
  an invoice's id. Null, which is found nowhere, where the text cannot be an id, or would be written otherwise (007 for
  7). ToNumberKey makes the key of an invoice's number; null where the text is no whole number and linvoice is one.

  Whether the tables are there, 00-Preflight.sql has asked; whether they belong to one owner with our schemas, the
  core's 00-Owners.sql asks.

  Errors: 51010 another pack is installed; nothing is dropped then. May be run again at any time; a type that is there
  stays, since it can't be dropped while a procedure has variables of it.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.SystemName NOT IN ('', 'elite-enterprise'))
    THROW 51010, N'Another system pack is installed in this database: pack elite-enterprise cannot be put over it.', 1;

-- From here on no other pack can be put into this database, even if the scripts end before the last one.
UPDATE clientpay_internal.Installation
SET SystemName = 'elite-enterprise'
WHERE SystemName = '';

DROP FUNCTION IF EXISTS clientpay_internal.ToBankAccountId;
DROP FUNCTION IF EXISTS clientpay_internal.ToMatterId;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceId;
DROP FUNCTION IF EXISTS clientpay_internal.ToNumberKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToTrustLedgerId;
GO
IF TYPE_ID(N'clientpay_internal.BankAccountId') IS NULL
    CREATE TYPE clientpay_internal.BankAccountId FROM nvarchar(64);
GO
IF TYPE_ID(N'clientpay_internal.MatterId') IS NULL
    CREATE TYPE clientpay_internal.MatterId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceId') IS NULL
    CREATE TYPE clientpay_internal.InvoiceId FROM bigint;
GO
IF TYPE_ID(N'clientpay_internal.InvoiceKey') IS NULL
    CREATE TYPE clientpay_internal.InvoiceKey FROM bigint;
GO
-- Of another type than the column's, a number would be looked for in every entry; of a shorter one, it would be cut.
DECLARE @Type nvarchar(128);

SELECT @Type = TYPE_NAME(c.system_type_id)
FROM sys.columns c
WHERE c.object_id = OBJECT_ID(N'dbo.ledger') AND c.name = 'linvoice';
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL
    AND @Type IN ('tinyint', 'smallint', 'int', 'bigint', 'decimal', 'numeric')
    CREATE TYPE clientpay_internal.NumberKey FROM bigint;
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL AND @Type = 'char'
    CREATE TYPE clientpay_internal.NumberKey FROM char(64);
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL AND @Type = 'varchar'
    CREATE TYPE clientpay_internal.NumberKey FROM varchar(64);
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL AND @Type = 'nchar'
    CREATE TYPE clientpay_internal.NumberKey FROM nchar(64);
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL AND @Type = 'nvarchar'
    CREATE TYPE clientpay_internal.NumberKey FROM nvarchar(64);
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
                (c.object_id = OBJECT_ID(N'dbo.client') AND c.name IN ('clnum', 'clname1'))
                OR (c.object_id = OBJECT_ID(N'dbo.matter') AND c.name IN ('mmatter', 'mdesc1'))
                OR (c.object_id = OBJECT_ID(N'dbo.ledger') AND c.name = 'linvoice')
            )
    )
    CREATE TYPE clientpay_internal.SearchText FROM nvarchar(4000);
IF TYPE_ID(N'clientpay_internal.SearchText') IS NULL
    CREATE TYPE clientpay_internal.SearchText FROM varchar(8000);
GO
CREATE FUNCTION clientpay_internal.ToBankAccountId (@Text nvarchar(4000))
RETURNS nvarchar(64)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id nvarchar(64) = CONVERT(nvarchar(64), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(64), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToMatterId (@Text nvarchar(4000))
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
CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000))
RETURNS bigint
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id bigint = TRY_CAST(@Text AS bigint);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceKey (@Text nvarchar(4000))
RETURNS bigint
WITH SCHEMABINDING
AS
BEGIN
    RETURN clientpay_internal.ToInvoiceId(@Text);
END;
GO
DECLARE @Type nvarchar(128);

SELECT @Type = TYPE_NAME(t.system_type_id)
FROM sys.types t
WHERE t.user_type_id = TYPE_ID(N'clientpay_internal.NumberKey');
IF @Type = 'bigint'
    EXEC (N'CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS bigint
WITH SCHEMABINDING
AS
BEGIN
    RETURN TRY_CAST(@Text AS bigint);
END;');
IF @Type = 'char'
    EXEC (N'CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS char(64)
WITH SCHEMABINDING
AS
BEGIN
    RETURN TRY_CAST(@Text AS char(64));
END;');
IF @Type = 'varchar'
    EXEC (N'CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS varchar(64)
WITH SCHEMABINDING
AS
BEGIN
    RETURN TRY_CAST(@Text AS varchar(64));
END;');
IF @Type = 'nchar'
    EXEC (N'CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS nchar(64)
WITH SCHEMABINDING
AS
BEGIN
    RETURN TRY_CAST(@Text AS nchar(64));
END;');
IF @Type = 'nvarchar'
    EXEC (N'CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS nvarchar(64)
WITH SCHEMABINDING
AS
BEGIN
    RETURN TRY_CAST(@Text AS nvarchar(64));
END;');
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
PRINT 'Types and functions of ids of clientpay_internal are those of pack elite-enterprise.';
GO
