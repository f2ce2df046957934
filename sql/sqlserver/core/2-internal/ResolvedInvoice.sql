/*
  Function ResolvedInvoice: the invoice that an allocation goes to, by what was sent. One that was found before is kept
  while the books have it. Reads only.

  @KnownId     the id that was found before, or null
  @SentId      the id that was sent, or null
  @SentNumber  the number that was sent, or null
  @Kind        of the money, or null while it is unknown

  Columns, one row: InvoiceId, InvoiceNumber and Balance, null when it was not found; FirstCode, FirstDetail, SecondCode
  and SecondDetail: what speaks against it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedInvoice;
GO
CREATE FUNCTION clientpay_internal.ResolvedInvoice (
    @KnownId nvarchar(64),
    @SentId nvarchar(64),
    @SentNumber nvarchar(64),
    @Kind varchar(16)
)
RETURNS @Resolved TABLE (
    InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    InvoiceNumber nvarchar(64) NULL,
    Balance decimal(19, 2) NULL,
    FirstCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    FirstDetail nvarchar(1000) NULL,
    SecondCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    SecondDetail nvarchar(1000) NULL
)
AS
BEGIN
    DECLARE @Candidate TABLE (
        Place int NOT NULL,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        InvoiceNumber nvarchar(64) NOT NULL,
        Balance decimal(19, 2) NOT NULL,
        MatterNumber nvarchar(64) NOT NULL,
        IsOfClosedMatter bit NOT NULL
    );
    DECLARE @Id clientpay_internal.InvoiceId = clientpay_internal.ToInvoiceId(@KnownId);
    DECLARE @Number clientpay_internal.SearchText = @SentNumber;
    DECLARE @Candidates int, @IsOpen bit = 1;
    DECLARE @InvoiceNumber nvarchar(64), @MatterNumber nvarchar(64), @IsOfClosedMatter bit;
    DECLARE @Code varchar(64), @Detail nvarchar(1000), @Closed nvarchar(1000);

    IF NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.MapInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE i.InvoiceId = @Id
    )
        SET @Id = clientpay_internal.ToInvoiceId(@SentId);

    IF @Id IS NOT NULL OR @SentNumber IS NULL
        INSERT INTO @Candidate (Place, InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter)
        SELECT
            1, RTRIM(CONVERT(nvarchar(64), i.InvoiceId)), RTRIM(i.InvoiceNumber), i.Balance, RTRIM(m.MatterNumber),
            CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END
        FROM clientpay_internal.MapInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE i.InvoiceId = @Id;
    ELSE
    BEGIN
        -- A number may occur more than once: open invoices go before closed ones.
        INSERT INTO @Candidate (Place, InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter)
        SELECT
            ROW_NUMBER() OVER (ORDER BY CASE WHEN i.Balance > 0 THEN 0 ELSE 1 END, i.InvoiceId),
            RTRIM(CONVERT(nvarchar(64), i.InvoiceId)), RTRIM(i.InvoiceNumber), i.Balance, RTRIM(m.MatterNumber),
            CASE WHEN m.Status = 'CLOSED' THEN 1 ELSE 0 END
        FROM clientpay_internal.MapInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE i.InvoiceNumber = @Number;
        IF EXISTS (SELECT 1 FROM @Candidate c WHERE c.Balance > 0)
            DELETE FROM @Candidate
            WHERE Balance <= 0;
        ELSE
            SET @IsOpen = 0;
    END;

    SET @Candidates = (SELECT COUNT(*) FROM @Candidate);
    IF @Candidates = 0
    BEGIN
        SET @Detail = CONCAT(
            N'The books have no invoice with ',
            CASE WHEN @SentId IS NOT NULL THEN N'the id ' ELSE N'the number ' END, COALESCE(@SentId, @SentNumber),
            N'. Choose an invoice that they have.');
        INSERT INTO @Resolved (FirstCode, FirstDetail)
        VALUES ('invoice-unknown', @Detail);
        RETURN;
    END;
    IF @Candidates > 1
    BEGIN
        SELECT @Detail = CONCAT(
            @Candidates, CASE WHEN @IsOpen = 1 THEN N' open' ELSE N' closed' END, N' invoices have the number ',
            @SentNumber, N', of matters ',
            MAX(CASE c.Place WHEN 1 THEN c.MatterNumber END),
            MAX(CASE c.Place WHEN 2 THEN N', ' + c.MatterNumber END),
            MAX(CASE c.Place WHEN 3 THEN N', ' + c.MatterNumber END),
            MAX(CASE c.Place WHEN 4 THEN N', ' + c.MatterNumber END),
            MAX(CASE c.Place WHEN 5 THEN N', ' + c.MatterNumber END),
            CASE WHEN @Candidates > 5 THEN N', ' + NCHAR(8230) END,
            N'. Choose the right one by its id.')
        FROM @Candidate c;
        INSERT INTO @Resolved (FirstCode, FirstDetail)
        VALUES ('invoice-ambiguous', @Detail);
        RETURN;
    END;

    SELECT
        @InvoiceNumber = c.InvoiceNumber, @MatterNumber = c.MatterNumber, @IsOfClosedMatter = c.IsOfClosedMatter
    FROM @Candidate c;
    IF @Kind = 'TRUST'
    BEGIN
        SET @Code = 'trust-money-to-invoice';
        SET @Detail = CONCAT(
            N'This is trust money, and invoice ', @InvoiceNumber, N' would put it among the firm''s own. Allocate it to',
            N' the trust ledger of matter ', @MatterNumber, N'.');
    END;
    IF @IsOfClosedMatter = 1
        SET @Closed = CONCAT(
            N'Matter ', @MatterNumber, N' of invoice ', @InvoiceNumber,
            N' is closed. Reopen it in the books and post again, or allocate to another matter.');
    INSERT INTO @Resolved (InvoiceId, InvoiceNumber, Balance, FirstCode, FirstDetail, SecondCode, SecondDetail)
    SELECT
        c.InvoiceId, c.InvoiceNumber, c.Balance, @Code, @Detail,
        CASE WHEN @IsOfClosedMatter = 1 THEN 'matter-closed' END, @Closed
    FROM @Candidate c;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedInvoice is there.';
GO
