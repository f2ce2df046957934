/*
  Procedure clientpay.SearchInvoices: a page of the open invoices (balance above zero), by the searched field and id;
  without a field, by date and id.

  @Field       a searchable field of MapField; null: all of them
  @Match       PREFIX, EXACT or CONTAINS, as the searched column's collation sees it; wildcards are letters
  @Text        what to find
  @AfterValue  SearchValue of the last row of the page before; null: from the start
  @AfterId     that row's id
  @Limit       most rows; null: none

  Columns: InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
  InvoiceDate, Amount, Balance, Pending (what PENDING and QUEUED postings would take), and SearchValue, the searched
  field's or the date.

  How it walks: see clientpay_internal.FindStretch. Rows are gathered first, so that an invoice that is deleted
  meanwhile does not shorten a page, which would say that it was the last.
  An exact INVOICE_NUMBER is found by its key as well (NumberKey), which has an index where the number has none.

  Errors: 51004 the search has run for more than two seconds; 51005 the field cannot be searched so.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SearchInvoices;
GO
CREATE PROCEDURE clientpay.SearchInvoices
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
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        InvoiceNumber nvarchar(4000) NULL,
        MatterId nvarchar(64) NULL,
        MatterNumber nvarchar(4000) NULL,
        MatterName nvarchar(4000) NULL,
        ClientId nvarchar(64) NULL,
        ClientNumber nvarchar(4000) NULL,
        ClientName nvarchar(4000) NULL,
        InvoiceDate date NULL,
        Amount decimal(19, 2) NULL,
        Balance decimal(19, 2) NULL,
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
    DECLARE @After clientpay_internal.InvoiceId;
    -- A cursor is the caller's to send: after what is no date, there is nothing.
    DECLARE @AfterDate date = CASE WHEN @Field IS NULL THEN TRY_CAST(@AfterValue AS date) END;

    SET @Limit = COALESCE(@Limit, 0);
    SET @Left = @Limit;
    IF @AfterId = N''
        SET @AfterId = NULL;
    SET @After = clientpay_internal.ToInvoiceId(@AfterId);

    IF @Field IS NULL AND @AfterDate IS NOT NULL
        INSERT INTO @Page (
            InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
            InvoiceDate, Amount, Balance, SearchValue
        )
        SELECT TOP (@Left)
            i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
            m.ClientName, i.InvoiceDate, i.Amount, i.Balance, CONVERT(char(10), i.InvoiceDate, 23)
        FROM clientpay_internal.MapOpenInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE i.InvoiceDate = @AfterDate AND (@AfterId IS NULL OR i.InvoiceId > @After)
        ORDER BY i.InvoiceId
        OPTION (RECOMPILE);
    SET @Left = @Limit - (SELECT COUNT(*) FROM @Page);
    IF @Field IS NULL AND (@AfterValue IS NULL OR @AfterDate IS NOT NULL)
        INSERT INTO @Page (
            InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
            InvoiceDate, Amount, Balance, SearchValue
        )
        SELECT TOP (@Left)
            i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
            m.ClientName, i.InvoiceDate, i.Amount, i.Balance, CONVERT(char(10), i.InvoiceDate, 23)
        FROM clientpay_internal.MapOpenInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE @AfterDate IS NULL OR i.InvoiceDate > @AfterDate
        ORDER BY i.InvoiceDate, i.InvoiceId
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
            EXEC clientpay_internal.FindStretch @Field, 1, @Range, NULL, @Began OUTPUT,
                @Size OUTPUT, @First OUTPUT, @Last OUTPUT, @IsLast OUTPUT;
    END;

    WHILE @First IS NOT NULL AND @Left > 0
    BEGIN
        SET @From = @First;
        SET @To = @Last;
        IF @Field = 'CLIENT_NUMBER'
            INSERT INTO @Page (
                InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
                InvoiceDate, Amount, Balance, SearchValue
            )
            SELECT TOP (@Left)
                i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
                m.ClientName, i.InvoiceDate, i.Amount, i.Balance, m.ClientNumber
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapOpenInvoice i ON i.MatterId = m.MatterId
            WHERE m.ClientNumber >= @From AND m.ClientNumber <= @To AND m.ClientNumber LIKE @Like
                AND (@AfterId IS NULL OR i.InvoiceId > @After)
            ORDER BY m.ClientNumber, i.InvoiceId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'CLIENT_NAME'
            INSERT INTO @Page (
                InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
                InvoiceDate, Amount, Balance, SearchValue
            )
            SELECT TOP (@Left)
                i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
                m.ClientName, i.InvoiceDate, i.Amount, i.Balance, m.ClientName
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapOpenInvoice i ON i.MatterId = m.MatterId
            WHERE m.ClientName >= @From AND m.ClientName <= @To AND m.ClientName LIKE @Like
                AND (@AfterId IS NULL OR i.InvoiceId > @After)
            ORDER BY m.ClientName, i.InvoiceId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'MATTER_NUMBER'
            INSERT INTO @Page (
                InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
                InvoiceDate, Amount, Balance, SearchValue
            )
            SELECT TOP (@Left)
                i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
                m.ClientName, i.InvoiceDate, i.Amount, i.Balance, m.MatterNumber
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapOpenInvoice i ON i.MatterId = m.MatterId
            WHERE m.MatterNumber >= @From AND m.MatterNumber <= @To AND m.MatterNumber LIKE @Like
                AND (@AfterId IS NULL OR i.InvoiceId > @After)
            ORDER BY m.MatterNumber, i.InvoiceId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'MATTER_NAME'
            INSERT INTO @Page (
                InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
                InvoiceDate, Amount, Balance, SearchValue
            )
            SELECT TOP (@Left)
                i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
                m.ClientName, i.InvoiceDate, i.Amount, i.Balance, m.MatterName
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapOpenInvoice i ON i.MatterId = m.MatterId
            WHERE m.MatterName >= @From AND m.MatterName <= @To AND m.MatterName LIKE @Like
                AND (@AfterId IS NULL OR i.InvoiceId > @After)
            ORDER BY m.MatterName, i.InvoiceId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'INVOICE_NUMBER'
            INSERT INTO @Page (
                InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
                InvoiceDate, Amount, Balance, SearchValue
            )
            SELECT TOP (@Left)
                i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
                m.ClientName, i.InvoiceDate, i.Amount, i.Balance, i.InvoiceNumber
            FROM clientpay_internal.MapOpenInvoice i
            JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
            WHERE i.InvoiceNumber >= @From AND i.InvoiceNumber <= @To AND i.InvoiceNumber LIKE @Like
                AND (@Match <> 'EXACT' OR i.NumberKey = @Number)
                AND (@AfterId IS NULL OR i.InvoiceId > @After)
            ORDER BY i.InvoiceNumber, i.InvoiceId
            OPTION (RECOMPILE);
        ELSE
            INSERT INTO @Page (
                InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
                InvoiceDate, Amount, Balance, SearchValue
            )
            SELECT TOP (@Left)
                i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
                m.ClientName, i.InvoiceDate, i.Amount, i.Balance, f.Value
            FROM clientpay_internal.MapMatterField f
            JOIN clientpay_internal.MapMatter m ON m.MatterId = f.MatterId
            JOIN clientpay_internal.MapOpenInvoice i ON i.MatterId = m.MatterId
            WHERE f.Field = @Field AND f.Value >= @From AND f.Value <= @To AND f.Value LIKE @Like
                AND (@AfterId IS NULL OR i.InvoiceId > @After)
            ORDER BY f.Value, i.InvoiceId
            OPTION (RECOMPILE);

        SET @Left = @Limit - (SELECT COUNT(*) FROM @Page);
        SET @AfterId = NULL;
        IF @IsLast = 0 AND @Left > 0
            EXEC clientpay_internal.FindStretch @Field, 1, @Range, @Last, @Began OUTPUT,
                @Size OUTPUT, @First OUTPUT, @Last OUTPUT, @IsLast OUTPUT;
        ELSE
            SET @First = NULL;
    END;

    SELECT
        CONVERT(nvarchar(64), RTRIM(p.InvoiceId)) AS InvoiceId,
        p.InvoiceNumber,
        CONVERT(nvarchar(64), RTRIM(p.MatterId)) AS MatterId,
        p.MatterNumber,
        p.MatterName,
        CONVERT(nvarchar(64), RTRIM(p.ClientId)) AS ClientId,
        p.ClientNumber,
        p.ClientName,
        p.InvoiceDate,
        p.Amount,
        p.Balance,
        clientpay_internal.PendingOf(p.InvoiceId) AS Pending,
        p.SearchValue
    FROM @Page p
    ORDER BY p.Position;
END;
GO
PRINT 'Procedure clientpay.SearchInvoices is there.';
GO
