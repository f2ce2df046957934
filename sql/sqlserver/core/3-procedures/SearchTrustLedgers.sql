/*
  Procedure clientpay.SearchTrustLedgers: a page of the trust ledgers, by the searched field and id; without a field, by
  id. By INVOICE_NUMBER: the ledgers of the matters that have an invoice of that number.

  @Field       a searchable field of MapField; null: all of them
  @Match       PREFIX, EXACT or CONTAINS, as the searched column's collation sees it; wildcards are letters
  @Text        what to find
  @AfterValue  SearchValue of the last row of the page before; null: from the start
  @AfterId     that row's id
  @Limit       most rows; null: none

  Columns: TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, and SearchValue, the
  searched field's or the id.

  How it walks: see clientpay_internal.FindStretch.
  An exact INVOICE_NUMBER is found by its key as well (NumberKey), which has an index where the number has none.

  Errors: 51004 the search has run for more than two seconds; 51005 the field cannot be searched so.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SearchTrustLedgers;
GO
CREATE PROCEDURE clientpay.SearchTrustLedgers
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
        TrustLedgerId nvarchar(64) NOT NULL,
        MatterId nvarchar(64) NULL,
        MatterNumber nvarchar(4000) NULL,
        MatterName nvarchar(4000) NULL,
        ClientName nvarchar(4000) NULL,
        BankAccountId nvarchar(64) NULL,
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
    DECLARE @After clientpay_internal.TrustLedgerId;

    SET @Limit = COALESCE(@Limit, 0);
    SET @Left = @Limit;
    IF @AfterId = N''
        SET @AfterId = NULL;
    SET @After = clientpay_internal.ToTrustLedgerId(@AfterId);

    IF @Field IS NULL
        INSERT INTO @Page (
            TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
        )
        SELECT TOP (@Left)
            t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
            t.TrustLedgerId
        FROM clientpay_internal.MapTrustLedger t
        JOIN clientpay_internal.MapMatter m ON m.MatterId = t.MatterId
        WHERE @AfterId IS NULL OR t.TrustLedgerId > @After
        ORDER BY t.TrustLedgerId
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
                TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
            )
            SELECT TOP (@Left)
                t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
                m.ClientNumber
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapTrustLedger t ON t.MatterId = m.MatterId
            WHERE m.ClientNumber >= @From AND m.ClientNumber <= @To AND m.ClientNumber LIKE @Like
                AND (@AfterId IS NULL OR t.TrustLedgerId > @After)
            ORDER BY m.ClientNumber, t.TrustLedgerId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'CLIENT_NAME'
            INSERT INTO @Page (
                TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
            )
            SELECT TOP (@Left)
                t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
                m.ClientName
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapTrustLedger t ON t.MatterId = m.MatterId
            WHERE m.ClientName >= @From AND m.ClientName <= @To AND m.ClientName LIKE @Like
                AND (@AfterId IS NULL OR t.TrustLedgerId > @After)
            ORDER BY m.ClientName, t.TrustLedgerId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'MATTER_NUMBER'
            INSERT INTO @Page (
                TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
            )
            SELECT TOP (@Left)
                t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
                m.MatterNumber
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapTrustLedger t ON t.MatterId = m.MatterId
            WHERE m.MatterNumber >= @From AND m.MatterNumber <= @To AND m.MatterNumber LIKE @Like
                AND (@AfterId IS NULL OR t.TrustLedgerId > @After)
            ORDER BY m.MatterNumber, t.TrustLedgerId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'MATTER_NAME'
            INSERT INTO @Page (
                TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
            )
            SELECT TOP (@Left)
                t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
                m.MatterName
            FROM clientpay_internal.MapMatter m
            JOIN clientpay_internal.MapTrustLedger t ON t.MatterId = m.MatterId
            WHERE m.MatterName >= @From AND m.MatterName <= @To AND m.MatterName LIKE @Like
                AND (@AfterId IS NULL OR t.TrustLedgerId > @After)
            ORDER BY m.MatterName, t.TrustLedgerId
            OPTION (RECOMPILE);
        ELSE IF @Field = 'INVOICE_NUMBER'
            INSERT INTO @Page (
                TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
            )
            SELECT TOP (@Left)
                t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
                n.Value
            FROM (
                SELECT DISTINCT i.InvoiceNumber AS Value, i.MatterId
                FROM clientpay_internal.MapInvoice i
                WHERE i.InvoiceNumber >= @From AND i.InvoiceNumber <= @To AND i.InvoiceNumber LIKE @Like
                    AND (@Match <> 'EXACT' OR i.NumberKey = @Number)
            ) n
            JOIN clientpay_internal.MapMatter m ON m.MatterId = n.MatterId
            JOIN clientpay_internal.MapTrustLedger t ON t.MatterId = m.MatterId
            WHERE @AfterId IS NULL OR t.TrustLedgerId > @After
            ORDER BY n.Value, t.TrustLedgerId
            OPTION (RECOMPILE);
        ELSE
            INSERT INTO @Page (
                TrustLedgerId, MatterId, MatterNumber, MatterName, ClientName, BankAccountId, Balance, SearchValue
            )
            SELECT TOP (@Left)
                t.TrustLedgerId, m.MatterId, m.MatterNumber, m.MatterName, m.ClientName, t.BankAccountId, t.Balance,
                f.Value
            FROM clientpay_internal.MapMatterField f
            JOIN clientpay_internal.MapMatter m ON m.MatterId = f.MatterId
            JOIN clientpay_internal.MapTrustLedger t ON t.MatterId = m.MatterId
            WHERE f.Field = @Field AND f.Value >= @From AND f.Value <= @To AND f.Value LIKE @Like
                AND (@AfterId IS NULL OR t.TrustLedgerId > @After)
            ORDER BY f.Value, t.TrustLedgerId
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
        CONVERT(nvarchar(64), RTRIM(p.TrustLedgerId)) AS TrustLedgerId,
        CONVERT(nvarchar(64), RTRIM(p.MatterId)) AS MatterId,
        p.MatterNumber,
        p.MatterName,
        p.ClientName,
        CONVERT(nvarchar(64), RTRIM(p.BankAccountId)) AS BankAccountId,
        p.Balance,
        p.SearchValue
    FROM @Page p
    ORDER BY p.Position;
END;
GO
PRINT 'Procedure clientpay.SearchTrustLedgers is there.';
GO
