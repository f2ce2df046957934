/*
  Procedure clientpay.ListPostings: a slice of postings, newest first, each with everything that belongs to it.

  Every filter may be null. A slice costs the same however many postings there are: without a text it is read from an
  index that begins with the filters. A text is looked up in the four indexes it may be in; where it matches more than
  20,000 rows of one of them, a walk through the newest postings meets enough of them soon, and is what is done.

  @Statuses       separated by blanks
  @Text           the start of a posting id, payment id, reference or payer name
  @CreatedFrom, @CreatedBefore    the first is included, the second is not
  @BeforeCreatedAt, @BeforeId     where the slice before this one ended
  @Limit          how many postings at most

  Columns: as GetPosting.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListPostings;
GO
CREATE PROCEDURE clientpay.ListPostings
    @Statuses nvarchar(4000),
    @Text nvarchar(4000),
    @PaymentId varchar(128),
    @MerchantAccountId varchar(128),
    @CreatedFrom datetime2(3),
    @CreatedBefore datetime2(3),
    @BeforeCreatedAt datetime2(3),
    @BeforeId varchar(128),
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Status TABLE (Status varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL PRIMARY KEY);
    DECLARE @OfText TABLE (Place int NOT NULL, PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL);
    DECLARE @Found TABLE (
        CreatedAt datetime2(3) NOT NULL,
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
    );
    DECLARE @Slice TABLE (
        CreatedAt datetime2(3) NOT NULL,
        PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
    );
    DECLARE @IsOfFew bit = 0, @One varchar(16), @Pattern nvarchar(4000);
    DECLARE @From datetime2(3) = COALESCE(@CreatedFrom, '0001-01-01');
    DECLARE @Upto datetime2(3) = COALESCE(@CreatedBefore, '9999-12-31T23:59:59.999'), @UptoId varchar(128) = '';

    SET @Limit = COALESCE(@Limit, 0);
    IF @BeforeCreatedAt < @Upto
        SELECT @Upto = @BeforeCreatedAt, @UptoId = @BeforeId;
    SET @Statuses = NULLIF(LTRIM(RTRIM(@Statuses)), N'');
    INSERT INTO @Status (Status)
    SELECT k.Status
    FROM (
        VALUES ('PENDING'), ('INCOMPLETE'), ('QUEUED'), ('POSTED'), ('REMOVED'), ('REVERSING'), ('REVERSED')
    ) AS k (Status)
    WHERE @Statuses IS NULL
        OR CHARINDEX(N' ' + k.Status + N' ', N' ' + @Statuses + N' ' COLLATE Latin1_General_100_BIN2) > 0;

    IF @PaymentId IS NOT NULL
    BEGIN
        SET @IsOfFew = 1;
        INSERT INTO @OfText (Place, PostingId)
        SELECT 0, p.PostingId
        FROM clientpay_internal.Posting p
        WHERE p.PaymentId = @PaymentId;
        SET @Pattern = clientpay_internal.LikePattern('PREFIX', @Text);
    END;
    ELSE IF @Text IS NOT NULL
    BEGIN
        INSERT INTO @OfText (Place, PostingId)
        SELECT t.Place, t.PostingId
        FROM clientpay_internal.PostingIdsOfText(@Text, 20001) t;
        IF EXISTS (SELECT 1 FROM @OfText t GROUP BY t.Place HAVING COUNT(*) > 20000)
            SET @Pattern = clientpay_internal.LikePattern('PREFIX', @Text);
        ELSE
            SET @IsOfFew = 1;
    END;

    IF @IsOfFew = 1
        INSERT INTO @Found (CreatedAt, PostingId)
        SELECT p.CreatedAt, p.PostingId
        FROM (SELECT DISTINCT t.PostingId FROM @OfText t) f
        JOIN clientpay_internal.Posting p ON p.PostingId = f.PostingId
        WHERE p.Status IN (SELECT s.Status FROM @Status s)
            AND (@MerchantAccountId IS NULL OR p.MerchantAccountId = @MerchantAccountId)
            AND p.CreatedAt >= @From AND p.CreatedAt <= @Upto AND (p.CreatedAt < @Upto OR p.PostingId < @UptoId)
            AND (
                @Pattern IS NULL OR p.PostingId LIKE @Pattern OR p.PaymentId LIKE @Pattern
                OR p.Reference LIKE @Pattern OR p.PayerName LIKE @Pattern
            )
        OPTION (LOOP JOIN);
    ELSE IF @Statuses IS NULL
        INSERT INTO @Found (CreatedAt, PostingId)
        SELECT f.CreatedAt, f.PostingId
        FROM clientpay_internal.PostingSlice(
            NULL, @MerchantAccountId, @From, @Upto, @UptoId, @Pattern, @Limit) f;
    ELSE
    BEGIN
        -- Several statuses are as many reads, merged.
        SET @One = (SELECT MIN(s.Status) FROM @Status s);
        WHILE @One IS NOT NULL
        BEGIN
            INSERT INTO @Found (CreatedAt, PostingId)
            SELECT f.CreatedAt, f.PostingId
            FROM clientpay_internal.PostingSlice(
                @One, @MerchantAccountId, @From, @Upto, @UptoId, @Pattern, @Limit) f;
            SET @One = (SELECT MIN(s.Status) FROM @Status s WHERE s.Status > @One);
        END;
    END;
    INSERT INTO @Slice (CreatedAt, PostingId)
    SELECT TOP (@Limit) f.CreatedAt, f.PostingId
    FROM @Found f
    ORDER BY f.CreatedAt DESC, f.PostingId DESC;

    SELECT
        r.Part, r.PostingId, r.Position, r.Status, r.Attempt, r.Version, r.IdempotencyKey, r.PaymentId,
        r.MerchantAccountId, r.Kind, r.Amount, r.Currency, r.PaymentDate, r.BookDate, r.PayerName, r.PayerEmail,
        r.Method, r.Reference, r.ArMessage, r.LedgerCode, r.TransactionType, r.BankAccountId, r.Fields, r.Receipt,
        r.Due, r.CreatedAt, r.InvoiceId, r.InvoiceNumber, r.TrustLedgerId, r.MatterId, r.Code, r.Detail, r.Allocation,
        r.At, r.Actor, r.What
    FROM @Slice s
    CROSS APPLY clientpay_internal.PostingRows(s.PostingId) r
    ORDER BY s.CreatedAt DESC, s.PostingId DESC, r.PartOrder, r.Position
    OPTION (LOOP JOIN);
END;
GO
PRINT 'Procedure clientpay.ListPostings is there.';
GO
