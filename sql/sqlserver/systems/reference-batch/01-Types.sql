/*
  Pack reference-batch, for the reference firm with an import (schema firm): the types of its ids and searched texts.

  BankAccountId, MatterId, InvoiceId, TrustLedgerId  as the firm's columns are, so that a seek by id stays a seek
  InvoiceKey                                         InvoiceId once more: it is a bare column already
  NumberKey                                          as SearchText: InvoiceNumber is a bare column already
  SearchText                                         varchar or nvarchar, as the searched columns are: here nvarchar

  ToBankAccountId, ToMatterId, ToInvoiceId, ToTrustLedgerId make an id of a caller's text, and ToInvoiceKey the key of
  an invoice's id. Null, which is found nowhere, where the text cannot be an id: too long, with a letter the column does
  not have, with blanks at its end. ToNumberKey makes the key of an invoice's number: here the number itself.

  Errors: 51010 another pack is installed; 51011 a table of the firm is missing, or belongs to somebody else than our
  schemas do, so that our procedures would not reach it without rights of the caller's.
  Nothing is dropped then. May be run again at any time; a type that is there stays, since it can't be dropped while a
  procedure has variables of it.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DECLARE @Message nvarchar(1000);

SELECT @Message = N'System pack ' + i.SystemName + N' is installed in this database: pack reference-batch cannot be put'
    + N' over it.'
FROM clientpay_internal.Installation i
WHERE i.SystemName NOT IN ('', 'reference-batch');
IF @Message IS NOT NULL
    THROW 51010, @Message, 1;

SELECT @Message = N'There is no table ' + MIN(t.Name) + N'. Pack reference-batch is for the reference firm with an import: its'
    + N' tables come first.'
FROM (
    VALUES
        (N'firm.BankAccount'), (N'firm.LedgerCode'), (N'firm.TransactionType'), (N'firm.Client'), (N'firm.Matter'),
        (N'firm.Invoice'), (N'firm.TrustLedger'), (N'firm.Receipt'), (N'firm.ImportResult')
) t (Name)
WHERE OBJECT_ID(t.Name, N'U') IS NULL
HAVING COUNT(*) > 0;
IF @Message IS NOT NULL
    THROW 51011, @Message, 1;

SELECT @Message = N'Table firm.' + MIN(o.name) + N' and ' + CONVERT(nvarchar(10), COUNT(*) - 1)
    + N' others belong to another owner than schema clientpay_internal. Make it the same one, or sign the procedures.'
FROM sys.objects o
JOIN sys.schemas s ON s.schema_id = o.schema_id
JOIN sys.schemas ours ON ours.name = N'clientpay_internal'
WHERE s.name = N'firm'
    AND o.type = 'U'
    AND COALESCE(o.principal_id, s.principal_id) <> ours.principal_id
HAVING COUNT(*) > 0;
IF @Message IS NOT NULL
    THROW 51011, @Message, 1;

-- From here on no other pack can be put into this database, even if the scripts end before the last one.
UPDATE clientpay_internal.Installation
SET SystemName = 'reference-batch'
WHERE SystemName = '';

DROP FUNCTION IF EXISTS clientpay_internal.ToBankAccountId;
DROP FUNCTION IF EXISTS clientpay_internal.ToMatterId;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToInvoiceId;
DROP FUNCTION IF EXISTS clientpay_internal.ToNumberKey;
DROP FUNCTION IF EXISTS clientpay_internal.ToTrustLedgerId;
GO
IF TYPE_ID(N'clientpay_internal.BankAccountId') IS NULL
    CREATE TYPE clientpay_internal.BankAccountId FROM varchar(20);
GO
IF TYPE_ID(N'clientpay_internal.MatterId') IS NULL
    CREATE TYPE clientpay_internal.MatterId FROM varchar(20);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceId') IS NULL
    CREATE TYPE clientpay_internal.InvoiceId FROM varchar(20);
GO
IF TYPE_ID(N'clientpay_internal.InvoiceKey') IS NULL
    CREATE TYPE clientpay_internal.InvoiceKey FROM varchar(20);
GO
IF TYPE_ID(N'clientpay_internal.NumberKey') IS NULL
    CREATE TYPE clientpay_internal.NumberKey FROM nvarchar(4000);
GO
IF TYPE_ID(N'clientpay_internal.TrustLedgerId') IS NULL
    CREATE TYPE clientpay_internal.TrustLedgerId FROM varchar(20);
GO
IF TYPE_ID(N'clientpay_internal.SearchText') IS NULL
    CREATE TYPE clientpay_internal.SearchText FROM nvarchar(4000);
GO
CREATE FUNCTION clientpay_internal.ToBankAccountId (@Text nvarchar(4000))
RETURNS varchar(20)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(20) = CONVERT(varchar(20), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToMatterId (@Text nvarchar(4000))
RETURNS varchar(20)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(20) = CONVERT(varchar(20), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceId (@Text nvarchar(4000))
RETURNS varchar(20)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(20) = CONVERT(varchar(20), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
CREATE FUNCTION clientpay_internal.ToInvoiceKey (@Text nvarchar(4000))
RETURNS varchar(20)
WITH SCHEMABINDING
AS
BEGIN
    RETURN clientpay_internal.ToInvoiceId(@Text);
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
RETURNS varchar(20)
WITH SCHEMABINDING
AS
BEGIN
    DECLARE @Id varchar(20) = CONVERT(varchar(20), @Text);
    RETURN CASE
        WHEN CONVERT(nvarchar(20), @Id) = @Text COLLATE Latin1_General_100_BIN2 AND @Text NOT LIKE N'% ' THEN @Id
    END;
END;
GO
PRINT 'Types and functions of ids of clientpay_internal are those of pack reference-batch.';
GO
