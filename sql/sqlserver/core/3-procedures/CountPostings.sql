/*
  Procedure clientpay.CountPostings: how many postings there are in each status that occurs. The filters are those of
  ListPostings; every one may be null. Each status is counted on an index that begins with the filters. What a text
  finds is read posting by posting, and so bounded.

  Columns: Status, Postings. One row for each status that occurs.
  Errors: 51004 the text finds more than 20,000 postings in one of the four places it may be in.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.CountPostings;
GO
CREATE PROCEDURE clientpay.CountPostings
    @Text nvarchar(4000),
    @PaymentId varchar(128),
    @MerchantAccountId varchar(128),
    @CreatedFrom datetime2(3),
    @CreatedBefore datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Count TABLE (
        Place int NOT NULL,
        Status varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Postings bigint NOT NULL
    );
    DECLARE @OfText TABLE (Place int NOT NULL, PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL);
    DECLARE @Of TABLE (PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL);
    DECLARE @Pattern nvarchar(4000);
    DECLARE @From datetime2(3) = COALESCE(@CreatedFrom, '0001-01-01');
    DECLARE @Before datetime2(3) = COALESCE(@CreatedBefore, '9999-12-31T23:59:59.999');
    INSERT INTO @Count (Place, Status, Postings)
    VALUES
        (1, 'PENDING', 0), (2, 'INCOMPLETE', 0), (3, 'QUEUED', 0), (4, 'POSTED', 0), (5, 'REMOVED', 0),
        (6, 'REVERSING', 0), (7, 'REVERSED', 0);

    IF @PaymentId IS NOT NULL OR @Text IS NOT NULL
    BEGIN
        IF @PaymentId IS NOT NULL
        BEGIN
            SET @Pattern = clientpay_internal.LikePattern('PREFIX', @Text);
            INSERT INTO @Of (PostingId)
            SELECT p.PostingId
            FROM clientpay_internal.Posting p
            WHERE p.PaymentId = @PaymentId;
        END;
        ELSE
        BEGIN
            INSERT INTO @OfText (Place, PostingId)
            SELECT t.Place, t.PostingId
            FROM clientpay_internal.PostingIdsOfText(@Text, 20001) t;
            IF EXISTS (SELECT 1 FROM @OfText t GROUP BY t.Place HAVING COUNT(*) > 20000)
                THROW 51004, N'Too many postings to count.', 1;
            INSERT INTO @Of (PostingId)
            SELECT DISTINCT t.PostingId
            FROM @OfText t;
        END;
        UPDATE c
        SET Postings = n.Postings
        FROM @Count c
        JOIN (
            SELECT p.Status, COUNT_BIG(*) AS Postings
            FROM @Of o
            JOIN clientpay_internal.Posting p ON p.PostingId = o.PostingId
            WHERE (@MerchantAccountId IS NULL OR p.MerchantAccountId = @MerchantAccountId)
                AND p.CreatedAt >= @From AND p.CreatedAt < @Before
                AND (
                    @Pattern IS NULL OR p.PostingId LIKE @Pattern OR p.PaymentId LIKE @Pattern
                    OR p.Reference LIKE @Pattern OR p.PayerName LIKE @Pattern
                )
            GROUP BY p.Status
        ) n ON n.Status = c.Status;
    END;
    ELSE IF @MerchantAccountId IS NOT NULL
        UPDATE c
        SET Postings = (
            SELECT COUNT_BIG(*)
            FROM clientpay_internal.Posting p
            WHERE p.MerchantAccountId = @MerchantAccountId AND p.Status = c.Status
                AND p.CreatedAt >= @From AND p.CreatedAt < @Before
        )
        FROM @Count c;
    ELSE
        UPDATE c
        SET Postings = (
            SELECT COUNT_BIG(*)
            FROM clientpay_internal.Posting p
            WHERE p.Status = c.Status AND p.CreatedAt >= @From AND p.CreatedAt < @Before
        )
        FROM @Count c;

    SELECT c.Status, c.Postings
    FROM @Count c
    WHERE c.Postings > 0
    ORDER BY c.Place;
END;
GO
PRINT 'Procedure clientpay.CountPostings is there.';
GO
