/*
  Pack template, 1 of 5: types. A skeleton for the developer who maps another matter management system. Copy the folder,
  give the copy the system's name, replace the word template by that name in all files, and fill them in:

    00-Preflight.sql      every table and column that the pack uses, compared with the database before anything else
    01-Types.sql          of what type the system's ids and searched columns are
    02-Views.sql          the books as the connector reads them, a view at a time
    03-ApplyPosting.sql   how a posting is written into the books
    04-ReversePosting.sql how it is taken out again
    05-Installation.sql   what the system can do

  As it stands, the template can be installed: its views have no rows, and its hooks refuse. Nothing else is to be
  written for a new system: the rest of the connector knows the books through these objects only. Nothing outside the
  schemas clientpay and clientpay_internal may be created or changed, least of all an index or a trigger on a table of
  the system's.

  The example in the comments is a made-up system of schema acct: ids are int, codes char(10) padded with blanks, names
  varchar, times of change UTC.

  This file creates

    BankAccountId, MatterId, InvoiceId, TrustLedgerId
        Exactly the types of the columns that the views below give as these ids: int where they are int, char(12) where
        they are char(12). A caller's text is converted to them once, and then compared with the column, so that a
        search by id stays a seek. A type too short would cut an id, and so find another one's invoice.
    InvoiceKey
        The type of MapInvoice.InvoiceKey: the column by whose index an invoice is found by its id. Where InvoiceId is a
        bare column, as it should be, InvoiceKey is that column once more.
    NumberKey
        The type of MapInvoice.NumberKey: the column by whose index an invoice is found by its number. Where
        InvoiceNumber is a bare column, as it should be, NumberKey is that column once more, and of type SearchText.
        Where it has to be converted to text, NumberKey is the column itself, and of its type.
    SearchText
        nvarchar(4000) where the searched columns (numbers, names, further searchable fields) are nchar or nvarchar,
        else varchar(8000). If a system has both, convert the fewer ones to the other kind in the views; they then have
        no index.
    ToBankAccountId, ToMatterId, ToInvoiceId, ToTrustLedgerId
        Make an id of a caller's text of any length and content, and null where it is none: never an error, and never an
        id that would be written otherwise, such as 7 for the text 007. The connector asks with the text that the id was
        answered as: CONVERT(nvarchar(64), id) without blanks at its end.
    ToInvoiceKey
        Makes the invoice's key of the same text; null, never an error, where it is no invoice's id.
    ToNumberKey
        Makes the key of an invoice's number as a caller writes it, of any length and content; null, never an error,
        where it cannot be one. InvoiceNumber is compared as well, so that 007 may have the key 7.

  It also writes the pack's name into table Installation.

  A type that is there stays when the script runs again: it can't be dropped while procedures have variables of it. To
  change one, drop those procedures and functions first, then the type, and then run all scripts.

  Errors: 51010 another pack is installed; 51011 a table of the system's is missing, or belongs to another owner than
  our schemas, so that our procedures would not reach it without rights of the caller's. Nothing is dropped then.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DECLARE @Message nvarchar(1000);

SELECT @Message = N'System pack ' + i.SystemName
    + N' is installed in this database: pack template cannot be put over it.'
FROM clientpay_internal.Installation i
WHERE i.SystemName NOT IN ('', 'template');
IF @Message IS NOT NULL
    THROW 51010, @Message, 1;

/*
Every table that the pack reads or writes, and the owner that they must have in common with our schemas:

SELECT @Message = N'There is no table ' + MIN(t.Name) + N': this is not a database of the system.'
FROM (
    VALUES (N'acct.Bank'), (N'acct.Client'), (N'acct.Matter'), (N'acct.Bill'), (N'acct.Trust'), (N'acct.Receipt')
) t (Name)
WHERE OBJECT_ID(t.Name, N'U') IS NULL
HAVING COUNT(*) > 0;
IF @Message IS NOT NULL
    THROW 51011, @Message, 1;

SELECT @Message = N'Table acct.' + MIN(o.name) + N' and ' + CONVERT(nvarchar(10), COUNT(*) - 1)
    + N' others belong to another owner than schema clientpay_internal. Make it the same one, or sign the procedures.'
FROM sys.objects o
JOIN sys.schemas s ON s.schema_id = o.schema_id
JOIN sys.schemas ours ON ours.name = N'clientpay_internal'
WHERE s.name = N'acct'
    AND o.name IN (N'Bank', N'Client', N'Matter', N'Bill', N'Trust', N'Receipt')
    AND COALESCE(o.principal_id, s.principal_id) <> ours.principal_id
HAVING COUNT(*) > 0;
IF @Message IS NOT NULL
    THROW 51011, @Message, 1;
*/

-- From here on no other pack can be put into this database, even if the scripts end before the last one.
UPDATE clientpay_internal.Installation
SET SystemName = 'template'
WHERE SystemName = '';

DROP FUNCTION IF EXISTS clientpay_internal.ToBankAccountId;
DROP FUNCTION IF EXISTS clientpay_internal.ToMatterId;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceId;
DROP FUNCTION IF EXISTS clientpay_internal.ToNumberKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToTrustLedgerId;
GO
-- Example: CREATE TYPE clientpay_internal.InvoiceId FROM int;
IF TYPE_ID(N'clientpay_internal.BankAccountId') IS NULL
    CREATE TYPE clientpay_internal.BankAccountId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.MatterId') IS NULL
    CREATE TYPE clientpay_internal.MatterId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceId') IS NULL
    CREATE TYPE clientpay_internal.InvoiceId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceKey') IS NULL
    CREATE TYPE clientpay_internal.InvoiceKey FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL
    CREATE TYPE clientpay_internal.NumberKey FROM nvarchar(4000);
GO
IF TYPE_ID(N'clientpay_internal.TrustLedgerId') IS NULL
    CREATE TYPE clientpay_internal.TrustLedgerId FROM varchar(64);
GO
IF TYPE_ID(N'clientpay_internal.SearchText') IS NULL
    CREATE TYPE clientpay_internal.SearchText FROM nvarchar(4000);
GO
/*
The functions below are for ids that are varchar, or char. For int, as here, TRY_CAST gives null where the text is no
number, and the comparison sees to 007, blanks and signs. Keep WITH SCHEMABINDING: without it, SQL Server takes a
function for one that reads tables.

CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000))
RETURNS int
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id int = TRY_CAST(@Text AS int);
    RETURN CASE
        WHEN CONVERT(nvarchar(11), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
*/
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
/*
Where an invoice's id is made of several columns, such as bill and payor with a dash, its key is the one of them that
has an index; here the 7001 of 7001-31:

    DECLARE @Dash int = NULLIF(CHARINDEX(N'-', @Text COLLATE Latin1_General_100_BIN2), 0);
    RETURN TRY_CAST(LEFT(@Text, @Dash - 1) AS int);
*/
CREATE FUNCTION clientpay_internal.ToInvoiceKey (@Text nvarchar(4000))
RETURNS varchar(64)
WITH SCHEMABINDING
AS
BEGIN
    RETURN clientpay_internal.ToInvoiceId(@Text);
END;
GO
/*
Where invoice numbers are a column of whole numbers, their key is of its type, and null for other text. It needs no
comparison with the text, since InvoiceNumber is compared as well:

    RETURN TRY_CAST(@Text AS int);
*/
CREATE FUNCTION clientpay_internal.ToNumberKey (@Text nvarchar(4000))
RETURNS nvarchar(4000)
WITH SCHEMABINDING
AS
BEGIN
    RETURN @Text;
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
PRINT 'Types and functions of ids of clientpay_internal are those of pack template.';
GO
