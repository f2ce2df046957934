/*
  Function PostingSlice: at most @Limit postings, newest first, from the newest one that was created before @Upto, or at
  @Upto with an id below @UptoId. Each combination of filters is a statement of its own that reads one index backwards
  from the slice's start and stops at its end, so that a slice costs the same however many postings there are.

  @Status             null: any
  @MerchantAccountId  null: any
  @From               the earliest instant
  @Pattern            from LikePattern: what the posting id, payment id, reference or payer name is like; null: any

  Columns: CreatedAt, PostingId.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.PostingSlice;
GO
CREATE FUNCTION clientpay_internal.PostingSlice (
    @Status varchar(16),
    @MerchantAccountId varchar(128),
    @From datetime2(3),
    @Upto datetime2(3),
    @UptoId varchar(128),
    @Pattern nvarchar(4000),
    @Limit bigint
)
RETURNS @Slice TABLE (
    CreatedAt datetime2(3) NOT NULL,
    PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
)
AS
BEGIN
    IF @Status IS NULL AND @MerchantAccountId IS NULL
        INSERT INTO @Slice (CreatedAt, PostingId)
        SELECT TOP (@Limit) p.CreatedAt, p.PostingId
        FROM clientpay_internal.Posting p
        WHERE p.CreatedAt >= @From AND p.CreatedAt <= @Upto AND (p.CreatedAt < @Upto OR p.PostingId < @UptoId)
            AND (
                @Pattern IS NULL OR p.PostingId LIKE @Pattern OR p.PaymentId LIKE @Pattern
                OR p.Reference LIKE @Pattern OR p.PayerName LIKE @Pattern
            )
        ORDER BY p.CreatedAt DESC, p.PostingId DESC;
    ELSE IF @MerchantAccountId IS NULL
        INSERT INTO @Slice (CreatedAt, PostingId)
        SELECT TOP (@Limit) p.CreatedAt, p.PostingId
        FROM clientpay_internal.Posting p
        WHERE p.Status = @Status
            AND p.CreatedAt >= @From AND p.CreatedAt <= @Upto AND (p.CreatedAt < @Upto OR p.PostingId < @UptoId)
            AND (
                @Pattern IS NULL OR p.PostingId LIKE @Pattern OR p.PaymentId LIKE @Pattern
                OR p.Reference LIKE @Pattern OR p.PayerName LIKE @Pattern
            )
        ORDER BY p.CreatedAt DESC, p.PostingId DESC;
    ELSE IF @Status IS NULL
        INSERT INTO @Slice (CreatedAt, PostingId)
        SELECT TOP (@Limit) p.CreatedAt, p.PostingId
        FROM clientpay_internal.Posting p
        WHERE p.MerchantAccountId = @MerchantAccountId
            AND p.CreatedAt >= @From AND p.CreatedAt <= @Upto AND (p.CreatedAt < @Upto OR p.PostingId < @UptoId)
            AND (
                @Pattern IS NULL OR p.PostingId LIKE @Pattern OR p.PaymentId LIKE @Pattern
                OR p.Reference LIKE @Pattern OR p.PayerName LIKE @Pattern
            )
        ORDER BY p.CreatedAt DESC, p.PostingId DESC;
    ELSE
        INSERT INTO @Slice (CreatedAt, PostingId)
        SELECT TOP (@Limit) p.CreatedAt, p.PostingId
        FROM clientpay_internal.Posting p
        WHERE p.MerchantAccountId = @MerchantAccountId AND p.Status = @Status
            AND p.CreatedAt >= @From AND p.CreatedAt <= @Upto AND (p.CreatedAt < @Upto OR p.PostingId < @UptoId)
            AND (
                @Pattern IS NULL OR p.PostingId LIKE @Pattern OR p.PaymentId LIKE @Pattern
                OR p.Reference LIKE @Pattern OR p.PayerName LIKE @Pattern
            )
        ORDER BY p.CreatedAt DESC, p.PostingId DESC;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.PostingSlice is there.';
GO
