/*
  Procedure FindStretch: the next stretch of a searched field's values, in their order: where it begins and ends. A search
  walks along the values, a stretch at a time, and takes the rows of each: so a page costs what its stretches cost, however
  many rows match, and page 10,000 costs what page 1 costs. Where no index leads along the values, a stretch is a scan.

  @Field     the searched field; not one of the five below: a further one, by MapMatterField
  @OpenOnly  1: of INVOICE_NUMBER, only those of open invoices
  @Pattern   for LIKE: what all values of interest match
  @From      the stretch begins after this value; null: with the first
  @Began     when the search began (UTC); null: now, and the caller's next call says so
  @Size      most values, each as often as it occurs; then twice as many for the next stretch, up to 16,384, since most
             values may have no rows
  @First     the first value of the stretch; null: there are no more
  @Last      the last one, which all of its rows belong to, also those beyond @Size
  @IsLast    1: there are no values after this stretch

  Every statement is compiled with its values (RECOMPILE), so that what is null costs nothing and LIKE becomes a range. They
  insert rather than assign, since a statement that assigns variables is not compiled so. No variable of ours is compared
  with another: what is less or equal is for the searched column's own collation to say.

  Errors: 51004 the search has run for more than two seconds.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.FindStretch;
GO
CREATE PROCEDURE clientpay_internal.FindStretch
    @Field varchar(128),
    @OpenOnly bit,
    @Pattern nvarchar(4000),
    @From nvarchar(4000),
    @Began datetime2(3) OUTPUT,
    @Size int OUTPUT,
    @First nvarchar(4000) OUTPUT,
    @Last nvarchar(4000) OUTPUT,
    @IsLast bit OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Like clientpay_internal.SearchText = @Pattern;
    DECLARE @After clientpay_internal.SearchText = @From;
    DECLARE @Stretch TABLE (Lowest nvarchar(4000) NULL, Highest nvarchar(4000) NULL, Found int NOT NULL);

    IF @Began IS NULL
        SET @Began = SYSUTCDATETIME();
    IF DATEDIFF(MILLISECOND, @Began, SYSUTCDATETIME()) > 2000
        THROW 51004, N'The search takes too long.', 1;

    IF @Field = 'CLIENT_NUMBER'
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) m.ClientNumber AS Value
            FROM clientpay_internal.MapMatter m
            WHERE m.ClientNumber LIKE @Like AND (@After IS NULL OR m.ClientNumber > @After)
            ORDER BY m.ClientNumber
        ) s
        OPTION (RECOMPILE);
    ELSE IF @Field = 'CLIENT_NAME'
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) m.ClientName AS Value
            FROM clientpay_internal.MapMatter m
            WHERE m.ClientName LIKE @Like AND (@After IS NULL OR m.ClientName > @After)
            ORDER BY m.ClientName
        ) s
        OPTION (RECOMPILE);
    ELSE IF @Field = 'MATTER_NUMBER'
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) m.MatterNumber AS Value
            FROM clientpay_internal.MapMatter m
            WHERE m.MatterNumber LIKE @Like AND (@After IS NULL OR m.MatterNumber > @After)
            ORDER BY m.MatterNumber
        ) s
        OPTION (RECOMPILE);
    ELSE IF @Field = 'MATTER_NAME'
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) m.MatterName AS Value
            FROM clientpay_internal.MapMatter m
            WHERE m.MatterName LIKE @Like AND (@After IS NULL OR m.MatterName > @After)
            ORDER BY m.MatterName
        ) s
        OPTION (RECOMPILE);
    ELSE IF @Field = 'INVOICE_NUMBER' AND @OpenOnly = 1
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) i.InvoiceNumber AS Value
            FROM clientpay_internal.MapOpenInvoice i
            WHERE i.InvoiceNumber LIKE @Like AND (@After IS NULL OR i.InvoiceNumber > @After)
            ORDER BY i.InvoiceNumber
        ) s
        OPTION (RECOMPILE);
    ELSE IF @Field = 'INVOICE_NUMBER'
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) i.InvoiceNumber AS Value
            FROM clientpay_internal.MapInvoice i
            WHERE i.InvoiceNumber LIKE @Like AND (@After IS NULL OR i.InvoiceNumber > @After)
            ORDER BY i.InvoiceNumber
        ) s
        OPTION (RECOMPILE);
    ELSE
        INSERT INTO @Stretch (Lowest, Highest, Found)
        SELECT MIN(s.Value), MAX(s.Value), COUNT(*)
        FROM (
            SELECT TOP (@Size) f.Value AS Value
            FROM clientpay_internal.MapMatterField f
            WHERE f.Field = @Field AND f.Value LIKE @Like AND (@After IS NULL OR f.Value > @After)
            ORDER BY f.Value
        ) s
        OPTION (RECOMPILE);

    SELECT @First = s.Lowest, @Last = s.Highest, @IsLast = CASE WHEN s.Found < @Size THEN 1 ELSE 0 END
    FROM @Stretch s;
    SET @Size = CASE WHEN @Size < 16384 THEN @Size * 2 ELSE @Size END;
END;
GO
PRINT 'Procedure clientpay_internal.FindStretch is there.';
GO
