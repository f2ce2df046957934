/*
  Function GoneTerm: what follows when a bank account or code of a posting has gone from the books: one row, a REASON
  against the posting, or a NOTE that the merchant account's took its place.

  @Code     the reason's
  @What     which one it is, and what is the matter with it
  @Other    the merchant account's of today, if it can be used, else null
  @IsFresh  nobody has looked at the posting since it was recorded
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.GoneTerm;
GO
CREATE FUNCTION clientpay_internal.GoneTerm (
    @Code varchar(64),
    @What nvarchar(1000),
    @Other nvarchar(64),
    @IsFresh bit,
    @MerchantAccountId varchar(64)
)
RETURNS @Gone TABLE (
    Part varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Code varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Detail nvarchar(1000) NOT NULL
)
AS
BEGIN
    DECLARE @Detail nvarchar(1000);
    IF @Other IS NOT NULL AND @IsFresh = 0
    BEGIN
        SET @Detail = CONCAT(@What, N': ', @Other, N' of the merchant account took its place.');
        INSERT INTO @Gone (Part, Detail)
        VALUES ('NOTE', @Detail);
    END;
    ELSE
    BEGIN
        SET @Detail = CONCAT(
            @What, N'. ',
            CASE
                WHEN @Other IS NOT NULL
                    THEN CONCAT(N'Post it again to use ', @Other, N', the merchant account''s, instead.')
                ELSE CONCAT(N'Choose another one for merchant account ', @MerchantAccountId, N', then post again.')
            END);
        INSERT INTO @Gone (Part, Code, Detail)
        VALUES ('REASON', @Code, @Detail);
    END;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.GoneTerm is there.';
GO
