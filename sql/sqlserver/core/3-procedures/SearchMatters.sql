/*
  Procedure clientpay.SearchMatters: a page of the matters, open and closed, by the searched field and id; without a
  field, by id. By INVOICE_NUMBER: the matters that have an invoice of that number, open or closed.

  @Field       a searchable field of MapField; null: all of them
  @Match       PREFIX, EXACT or CONTAINS, as the searched column's collation sees it; wildcards are letters
  @Text        what to find
  @AfterValue  SearchValue of the last row of the page before; null: from the start
  @AfterId     that row's id
  @Limit       most rows; null: none

  Columns: MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status; ArBalance, what is owed on
  its invoices; TrustBalance, the sum of its trust ledgers; SearchValue, the searched field's or the id; then the
  columns of MapMatter as they are, with the firm's own Connect fields at their end.

  How it walks: see clientpay_internal.FindStretch. Rows are gathered first, so that a matter that is deleted meanwhile
  does not shorten a page, which would say that it was the last.
  An exact INVOICE_NUMBER is found by its key as well (NumberKey), which has an index where the number has none.

  Errors: 51004 the search has run for more than two seconds; 51005 the field cannot be searched so.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SearchMatters;
GO
CREATE PROCEDURE clientpay.SearchMatters
    @Field varchar(128),
    @Match varchar(128),
    @Text nvarchar(4000),
    @AfterValue nvarchar(4000),
    @AfterId nvarchar(4000),
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    DECLARE @Page TABLE (
        Position int IDENTITY (1, 1) NOT NULL PRIMARY KEY,
        MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        MatterNumber nvarchar(4000) NULL,
        MatterName nvarchar(4000) NULL,
        ClientId nvarchar(64) NULL,
        ClientNumber nvarchar(4000) NULL,
        ClientName nvarchar(4000) NULL,
        Status varchar(16) NULL,
        SearchValue nvarchar(4000) NOT NULL
    );
    DECLARE @Began datetime2(3);
    DECLARE @Pattern nvarchar(4000) = clientpay_internal.LikePattern(@Match, @Text);
    DECLARE @Range nvarchar(4000) = CASE WHEN @Match = 'CONTAINS' THEN N'%' ELSE @Pattern END;
    DECLARE @Like clientpay_internal.SearchText = @Pattern;
    DECLARE @Typed clientpay_internal.SearchText = @Text;
    DECLARE @Number clientpay_internal.NumberKey = clientpay_internal.ToNumberKey(@Text);
    DECLARE @First nvarchar(4000), @Last nvarchar(4000), @IsLast bit, @Size int = 256, @Left bigint;
    DECLARE @From clientpay_internal.SearchText, @To clientpay_internal.SearchText;
    DECLARE @After clientpay_internal.MatterId;

    SET @Limit = COALESCE(@Limit, 0);
    SET @Left = @Limit;
    IF @AfterId = N''
        SET @AfterId = NULL;
    SET @After = clientpay_internal.ToMatterId(@AfterId);

    IF @Field IS NULL
        INSERT INTO @Page (
            MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
        )
        SELECT TOP (@Left)
            m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status, m.MatterId
        FROM clientpay_internal.MapMatter m
        WHERE @AfterId IS NULL OR m.MatterId > @After
        ORDER BY m.MatterId
        OPTION (RECOMPILE);

    IF @Field IS NOT NULL
        EXEC clientpay_internal.RequireSearchable @Field, @Match;

    -- First the rest of the value where the page before ended; of an exact search, its only value. A text with a letter
    -- that the searched columns cannot have is found in none of them.
    IF @Field IS NOT NULL AND @Typed = @Text COLLATE Latin1_General_100_BIN2
    BEGIN
        SET @First = CASE WHEN @Match = 'EXACT' THEN @Text ELSE @AfterValue END;
        SET @Last = @First;
        SET @IsLast = CASE WHEN @Match = 'EXACT' THEN 1 ELSE 0 END;
        IF @First IS NULL
            EXEC clientpay_internal.FindStretch @Field, 0, @Range, NULL, @Began OUTPUT,
                @Size OUTPUT, @First OUTPUT, @Last OUTPUT, @IsLast OUTPUT;
    END;

    WHILE @First IS NOT NULL AND @Left > 0
    BEGIN
        SET @From = @First;
        SET @To = @Last;
        IF @Field = 'CLIENT_NUMBER'
            INSERT INTO @Page (
                MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
            )
            SELECT TOP (@Left)
                m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status,
                m.ClientNumber
            FROM clientpay_internal.MapMatter m
            WHERE m.ClientNumber >= @From AND m.ClientNumber <= @To AND m.ClientNumber LIKE @Like
                AND (@AfterId IS NULL OR m.MatterId > @After)
            ORDER BY m.ClientNumber, m.MatterId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'CLIENT_NAME'
            INSERT INTO @Page (
                MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
            )
            SELECT TOP (@Left)
                m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status,
                m.ClientName
            FROM clientpay_internal.MapMatter m
            WHERE m.ClientName >= @From AND m.ClientName <= @To AND m.ClientName LIKE @Like
                AND (@AfterId IS NULL OR m.MatterId > @After)
            ORDER BY m.ClientName, m.MatterId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'MATTER_NUMBER'
            INSERT INTO @Page (
                MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
            )
            SELECT TOP (@Left)
                m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status,
                m.MatterNumber
            FROM clientpay_internal.MapMatter m
            WHERE m.MatterNumber >= @From AND m.MatterNumber <= @To AND m.MatterNumber LIKE @Like
                AND (@AfterId IS NULL OR m.MatterId > @After)
            ORDER BY m.MatterNumber, m.MatterId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'MATTER_NAME'
            INSERT INTO @Page (
                MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
            )
            SELECT TOP (@Left)
                m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status,
                m.MatterName
            FROM clientpay_internal.MapMatter m
            WHERE m.MatterName >= @From AND m.MatterName <= @To AND m.MatterName LIKE @Like
                AND (@AfterId IS NULL OR m.MatterId > @After)
            ORDER BY m.MatterName, m.MatterId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'INVOICE_NUMBER'
            INSERT INTO @Page (
                MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
            )
            SELECT TOP (@Left)
                m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status,
                n.Value
            FROM (
                SELECT DISTINCT i.InvoiceNumber AS Value, i.MatterId
                FROM clientpay_internal.MapInvoice i
                WHERE i.InvoiceNumber >= @From AND i.InvoiceNumber <= @To AND i.InvoiceNumber LIKE @Like
                    AND (@Match <> 'EXACT' OR i.NumberKey = @Number)
            ) n
            JOIN clientpay_internal.MapMatter m ON m.MatterId = n.MatterId
            WHERE @AfterId IS NULL OR m.MatterId > @After
            ORDER BY n.Value, m.MatterId
            OPTION (RECOMPILE);
        ELSE
            INSERT INTO @Page (
                MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status, SearchValue
            )
            SELECT TOP (@Left)
                m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber, m.ClientName, m.Status,
                f.Value
            FROM clientpay_internal.MapMatterField f
            JOIN clientpay_internal.MapMatter m ON m.MatterId = f.MatterId
            WHERE f.Field = @Field AND f.Value >= @From AND f.Value <= @To AND f.Value LIKE @Like
                AND (@AfterId IS NULL OR m.MatterId > @After)
            ORDER BY f.Value, m.MatterId
            OPTION (RECOMPILE);

        SET @Left = @Limit - (SELECT COUNT(*) FROM @Page);
        SET @AfterId = NULL;
        IF @IsLast = 0 AND @Left > 0
            EXEC clientpay_internal.FindStretch @Field, 0, @Range, @Last, @Began OUTPUT,
                @Size OUTPUT, @First OUTPUT, @Last OUTPUT, @IsLast OUTPUT;
        ELSE
            SET @First = NULL;
    END;

    SELECT
        CONVERT(nvarchar(64), RTRIM(p.MatterId)) AS MatterId,
        p.MatterNumber,
        p.MatterName,
        CONVERT(nvarchar(64), RTRIM(p.ClientId)) AS ClientId,
        p.ClientNumber,
        p.ClientName,
        p.Status,
        clientpay_internal.ArBalanceOf(RTRIM(p.MatterId)) AS ArBalance,
        clientpay_internal.TrustBalanceOf(RTRIM(p.MatterId)) AS TrustBalance,
        p.SearchValue,
        m.*
    FROM @Page p
    LEFT JOIN clientpay_internal.MapMatter m ON m.MatterId = clientpay_internal.ToMatterId(RTRIM(p.MatterId))
    ORDER BY p.Position;
END;
GO
PRINT 'Procedure clientpay.SearchMatters is there.';
GO
