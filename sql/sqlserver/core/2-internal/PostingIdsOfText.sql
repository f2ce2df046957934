/*
  Function PostingIdsOfText: the postings whose id, payment id, reference or payer name starts with a text: what the
  four indexes find. Reads no more than @Limit of each.

  Columns: Place, 1 to 4 for the four places a text is looked up in; PostingId. A posting may be found in several
  places.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.PostingIdsOfText;
GO
CREATE FUNCTION clientpay_internal.PostingIdsOfText (@Text nvarchar(4000), @Limit bigint)
RETURNS @Found TABLE (
    Place int NOT NULL,
    PostingId varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL
)
AS
BEGIN
    DECLARE @Pattern nvarchar(4000) = clientpay_internal.LikePattern('PREFIX', @Text);
    -- Ids are ASCII: a text with other characters is looked for in none, lest they are replaced by similar ones.
    DECLARE @IdPattern varchar(4000) = CASE
        WHEN @Pattern COLLATE Latin1_General_100_BIN2 NOT LIKE N'%[^!-~]%' THEN CONVERT(varchar(4000), @Pattern)
    END;

    INSERT INTO @Found (Place, PostingId)
    SELECT TOP (@Limit) 1, p.PostingId
    FROM clientpay_internal.Posting p
    WHERE p.PostingId LIKE @IdPattern;

    INSERT INTO @Found (Place, PostingId)
    SELECT TOP (@Limit) 2, p.PostingId
    FROM clientpay_internal.Posting p
    WHERE p.PaymentId LIKE @IdPattern;

    INSERT INTO @Found (Place, PostingId)
    SELECT TOP (@Limit) 3, p.PostingId
    FROM clientpay_internal.Posting p
    WHERE p.Reference LIKE @Pattern;

    INSERT INTO @Found (Place, PostingId)
    SELECT TOP (@Limit) 4, p.PostingId
    FROM clientpay_internal.Posting p
    WHERE p.PayerName LIKE @Pattern;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.PostingIdsOfText is there.';
GO
