/*
  Pack reference, for the reference firm (schema firm): the preflight. Compares every table and column that the pack
  uses with this database, before anything is created in it.

  Each line below: table, column, type, size, nulls.
    type   a type's own name, or TEXT (char, varchar, nchar, nvarchar), WHOLE (tinyint to bigint), MONEY (decimal,
           money), DATE (date, datetime, datetime2, smalldatetime), FLAG (bit, tinyint to int), CODE (TEXT or WHOLE: a
           number that people know, of which nobody can say how the system keeps it)
    size   at most so many characters or digits; null: any
    nulls  0: it must be NOT NULL; 1: it may be null

  Answers one result set where something is missing or different, a row for each: TableName, ColumnName (empty for a
  whole table), Expected, Found.
  Errors: 51010 another pack is installed; 51011 something is missing or different. Creates nothing; may be run again at
  any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
SET NOCOUNT ON;
DECLARE @Pack nvarchar(64) = N'reference', @Count int, @Message nvarchar(2000);
DECLARE @Uses table (
    TableName nvarchar(257) NOT NULL,
    ColumnName nvarchar(128) NOT NULL,
    Type varchar(16) NOT NULL,
    Size int NULL,
    Nulls bit NOT NULL
);
DECLARE @Wrong table (
    TableName nvarchar(257) NOT NULL,
    ColumnName nvarchar(128) NOT NULL,
    Expected nvarchar(100) NOT NULL,
    Found nvarchar(100) NOT NULL
);

IF OBJECT_ID(N'clientpay_internal.Installation', N'U') IS NOT NULL
    SELECT @Message = CONCAT(
        N'System pack ', i.SystemName, N' is installed in this database: pack ', @Pack, N' cannot be put over it.',
        N' Nothing was created.')
    FROM clientpay_internal.Installation i
    WHERE i.SystemName NOT IN ('', @Pack);
IF @Message IS NOT NULL
    THROW 51010, @Message, 1;

INSERT INTO @Uses (TableName, ColumnName, Type, Size, Nulls)
VALUES
    (N'firm.BankAccount', N'BankAccountId', 'varchar', 20, 0),
    (N'firm.BankAccount', N'Name', 'nvarchar', 200, 0),
    (N'firm.BankAccount', N'Kind', 'varchar', 16, 0),
    (N'firm.BankAccount', N'Active', 'bit', NULL, 0),
    (N'firm.LedgerCode', N'Code', 'varchar', 16, 0),
    (N'firm.LedgerCode', N'Description', 'nvarchar', 200, 0),
    (N'firm.LedgerCode', N'Active', 'bit', NULL, 0),
    (N'firm.TransactionType', N'Code', 'varchar', 16, 0),
    (N'firm.TransactionType', N'Description', 'nvarchar', 200, 0),
    (N'firm.TransactionType', N'Active', 'bit', NULL, 0),
    (N'firm.Client', N'ClientId', 'varchar', 20, 0),
    (N'firm.Client', N'ClientNumber', 'nvarchar', 20, 0),
    (N'firm.Client', N'ClientName', 'nvarchar', 200, 0),
    (N'firm.Matter', N'MatterId', 'varchar', 20, 0),
    (N'firm.Matter', N'ClientId', 'varchar', 20, 0),
    (N'firm.Matter', N'MatterNumber', 'nvarchar', 20, 0),
    (N'firm.Matter', N'MatterName', 'nvarchar', 200, 0),
    (N'firm.Matter', N'Status', 'varchar', 16, 0),
    (N'firm.Matter', N'ResponsibleAttorney', 'nvarchar', 100, 0),
    (N'firm.Matter', N'Office', 'nvarchar', 50, 0),
    (N'firm.Matter', N'PracticeArea', 'nvarchar', 50, 0),
    (N'firm.Matter', N'OpenedOn', 'date', NULL, 0),
    (N'firm.Matter', N'Unapplied', 'decimal', 19, 0),
    (N'firm.Invoice', N'InvoiceId', 'varchar', 20, 0),
    (N'firm.Invoice', N'InvoiceNumber', 'nvarchar', 20, 0),
    (N'firm.Invoice', N'MatterId', 'varchar', 20, 0),
    (N'firm.Invoice', N'InvoiceDate', 'date', NULL, 0),
    (N'firm.Invoice', N'Amount', 'decimal', 19, 0),
    (N'firm.Invoice', N'Balance', 'decimal', 19, 0),
    (N'firm.Invoice', N'IsOpen', 'bit', NULL, 0),
    (N'firm.Invoice', N'ChangedAt', 'datetime2', NULL, 0),
    (N'firm.TrustLedger', N'TrustLedgerId', 'varchar', 20, 0),
    (N'firm.TrustLedger', N'MatterId', 'varchar', 20, 0),
    (N'firm.TrustLedger', N'BankAccountId', 'varchar', 20, 0),
    (N'firm.TrustLedger', N'Balance', 'decimal', 19, 0),
    (N'firm.Receipt', N'ReceiptId', 'bigint', NULL, 0),
    (N'firm.Receipt', N'PostingId', 'varchar', 64, 1),
    (N'firm.Receipt', N'Attempt', 'int', NULL, 1),
    (N'firm.Receipt', N'Kind', 'varchar', 16, 0),
    (N'firm.Receipt', N'BankAccountId', 'varchar', 20, 0),
    (N'firm.Receipt', N'ReceiptDate', 'date', NULL, 0),
    (N'firm.Receipt', N'BookDate', 'date', NULL, 0),
    (N'firm.Receipt', N'Amount', 'decimal', 19, 0),
    (N'firm.Receipt', N'LedgerCode', 'varchar', 16, 1),
    (N'firm.Receipt', N'TransactionType', 'varchar', 16, 1),
    (N'firm.Receipt', N'Reference', 'nvarchar', 100, 1),
    (N'firm.Receipt', N'Payer', 'nvarchar', 200, 1),
    (N'firm.Receipt', N'ArMessage', 'nvarchar', 500, 1),
    (N'firm.ReceiptLine', N'ReceiptId', 'bigint', NULL, 0),
    (N'firm.ReceiptLine', N'LineNumber', 'int', NULL, 0),
    (N'firm.ReceiptLine', N'InvoiceId', 'varchar', 20, 1),
    (N'firm.ReceiptLine', N'TrustLedgerId', 'varchar', 20, 1),
    (N'firm.ReceiptLine', N'MatterId', 'varchar', 20, 1),
    (N'firm.ReceiptLine', N'Amount', 'decimal', 19, 0),
    (N'firm.PeriodClose', N'Id', 'int', NULL, 0),
    (N'firm.PeriodClose', N'ClosedThrough', 'date', NULL, 0);

/* From here on the same in every pack. */
INSERT INTO @Wrong (TableName, ColumnName, Expected, Found)
SELECT DISTINCT u.TableName, N'', N'a table', N'not there'
FROM @Uses u
WHERE OBJECT_ID(u.TableName, N'U') IS NULL AND OBJECT_ID(u.TableName, N'V') IS NULL;

INSERT INTO @Wrong (TableName, ColumnName, Expected, Found)
SELECT
    f.TableName,
    f.ColumnName,
    CASE f.Type
        WHEN 'TEXT' THEN N'text'
        WHEN 'WHOLE' THEN N'a whole number'
        WHEN 'MONEY' THEN N'an amount'
        WHEN 'DATE' THEN N'a date'
        WHEN 'FLAG' THEN N'a flag'
        WHEN 'CODE' THEN N'a text or whole number'
        ELSE f.Type
    END
        + CASE
            WHEN f.Size IS NULL THEN N''
            WHEN f.Type IN ('MONEY', 'decimal') THEN CONCAT(N' of at most ', f.Size, N' digits')
            ELSE CONCAT(N' of at most ', f.Size, N' characters')
        END
        + CASE f.Nulls WHEN 0 THEN N', not null' ELSE N'' END,
    CASE
        WHEN f.FoundType IS NULL THEN N'not there'
        ELSE f.FoundType
            + CASE
                WHEN f.FoundType LIKE '%char' AND f.FoundSize = -1 THEN N'(max)'
                WHEN f.FoundType LIKE '%char' THEN CONCAT(N'(', f.FoundSize, N')')
                WHEN f.FoundType IN ('decimal', 'numeric') THEN CONCAT(N'(', f.FoundSize, N', ', f.FoundScale, N')')
                ELSE N''
            END
            + CASE f.FoundNulls WHEN 1 THEN N', null' ELSE N', not null' END
    END
FROM (
    SELECT
        u.TableName,
        u.ColumnName,
        u.Type,
        u.Size,
        u.Nulls,
        CONVERT(varchar(128), t.name) COLLATE DATABASE_DEFAULT AS FoundType,
        CASE
            WHEN t.name LIKE N'n%char' AND c.max_length > 0 THEN c.max_length / 2
            WHEN t.name LIKE N'%char' THEN c.max_length
            ELSE c.[precision]
        END AS FoundSize,
        c.scale AS FoundScale,
        c.is_nullable AS FoundNulls
    FROM @Uses u
    LEFT JOIN sys.columns c ON c.object_id = OBJECT_ID(u.TableName) AND c.name = u.ColumnName COLLATE DATABASE_DEFAULT
    LEFT JOIN sys.types t ON t.user_type_id = c.system_type_id
    WHERE OBJECT_ID(u.TableName, N'U') IS NOT NULL OR OBJECT_ID(u.TableName, N'V') IS NOT NULL
) f
WHERE f.FoundType IS NULL
    OR NOT (
        f.FoundType = f.Type
        OR (f.Type = 'decimal' AND f.FoundType = 'numeric')
        OR (f.Type = 'TEXT' AND f.FoundType IN ('char', 'varchar', 'nchar', 'nvarchar'))
        OR (f.Type = 'WHOLE' AND f.FoundType IN ('tinyint', 'smallint', 'int', 'bigint'))
        OR (f.Type = 'MONEY' AND f.FoundType IN ('decimal', 'numeric', 'money', 'smallmoney'))
        OR (f.Type = 'DATE' AND f.FoundType IN ('date', 'smalldatetime', 'datetime', 'datetime2'))
        OR (f.Type = 'FLAG' AND f.FoundType IN ('bit', 'tinyint', 'smallint', 'int'))
        OR (
            f.Type = 'CODE'
            AND f.FoundType IN ('char', 'varchar', 'nchar', 'nvarchar', 'tinyint', 'smallint', 'int', 'bigint')
        )
        OR (
            f.Type IN ('WHOLE', 'CODE')
            AND f.FoundType IN ('decimal', 'numeric')
            AND f.FoundScale = 0
            AND f.FoundSize <= 18
        )
    )
    OR (f.FoundSize > f.Size AND f.Type <> 'WHOLE')
    OR (f.FoundSize = -1 AND f.Size IS NOT NULL)
    OR (f.FoundNulls = 1 AND f.Nulls = 0);

SELECT @Count = COUNT(*) FROM @Wrong;
IF @Count > 0
BEGIN
    SELECT w.TableName, w.ColumnName, w.Expected, w.Found
    FROM @Wrong w
    ORDER BY w.TableName, w.ColumnName;

    SELECT TOP (1) @Message = CONCAT(
        N'This is not a database that pack ', @Pack, N' is for. Missing or different: ', @Count,
        N' of the tables and columns that it uses, first ', w.TableName,
        CASE w.ColumnName WHEN N'' THEN N'' ELSE N'.' END, w.ColumnName, N' (expected: ', w.Expected, N'; found: ',
        w.Found, N'). The whole list is the result above. Nothing was created.')
    FROM @Wrong w
    ORDER BY w.TableName, w.ColumnName;
    THROW 51011, @Message, 1;
END;
PRINT CONCAT('Preflight: this database has everything that pack ', @Pack, ' uses.');
GO
