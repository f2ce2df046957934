/*
  Function ResolvedInvoices: the invoices that a posting's allocations go to, by what was sent. One that was found
  before is kept while the books have it. Reads only.

  @Kind  of the money, or null while it is unknown

  Columns, one row for each allocation to an invoice: Position; Amount; InvoiceId, InvoiceNumber and Balance, null when
  it was not found; FirstCode, FirstDetail, SecondCode and SecondDetail: what speaks against it.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedInvoices;
GO
CREATE FUNCTION clientpay_internal.ResolvedInvoices (@PostingId varchar(128), @Kind varchar(16))
RETURNS @Resolved TABLE (
    Position int NOT NULL,
    Amount decimal(19, 2) NOT NULL,
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
        Position int NOT NULL,
        Place int NOT NULL,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        InvoiceNumber nvarchar(64) NOT NULL,
        Balance decimal(19, 2) NOT NULL,
        MatterNumber nvarchar(200) NULL,
        IsOfClosedMatter bit NOT NULL
    );

    -- Found before.
    INSERT INTO @Candidate (Position, Place, InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter)
    SELECT a.Position, 1, i.InvoiceId, i.InvoiceNumber, i.Balance, i.MatterNumber, i.IsOfClosedMatter
    FROM clientpay_internal.PostingAllocation a
    CROSS APPLY clientpay_internal.InvoiceOfId(a.InvoiceId) i
    WHERE a.PostingId = @PostingId AND a.InvoiceId IS NOT NULL;

    -- By id.
    INSERT INTO @Candidate (Position, Place, InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter)
    SELECT a.Position, 1, i.InvoiceId, i.InvoiceNumber, i.Balance, i.MatterNumber, i.IsOfClosedMatter
    FROM clientpay_internal.PostingAllocation a
    CROSS APPLY clientpay_internal.InvoiceOfId(a.SentInvoiceId) i
    WHERE a.PostingId = @PostingId AND a.SentInvoiceId IS NOT NULL
        AND a.Position NOT IN (SELECT c.Position FROM @Candidate c);

    -- By number.
    INSERT INTO @Candidate (Position, Place, InvoiceId, InvoiceNumber, Balance, MatterNumber, IsOfClosedMatter)
    SELECT a.Position, i.Place, i.InvoiceId, i.InvoiceNumber, i.Balance, i.MatterNumber, i.IsOfClosedMatter
    FROM clientpay_internal.PostingAllocation a
    CROSS APPLY clientpay_internal.InvoicesOfNumber(a.SentInvoiceNumber) i
    WHERE a.PostingId = @PostingId AND a.SentInvoiceNumber IS NOT NULL
        AND a.Position NOT IN (SELECT c.Position FROM @Candidate c);

    INSERT INTO @Resolved (
        Position, Amount, InvoiceId, InvoiceNumber, Balance, FirstCode, FirstDetail, SecondCode, SecondDetail
    )
    SELECT
        a.Position,
        a.Amount,
        CASE WHEN f.Invoices = 1 THEN f.InvoiceId END,
        CASE WHEN f.Invoices = 1 THEN f.InvoiceNumber END,
        CASE WHEN f.Invoices = 1 THEN f.Balance END,
        CASE
            WHEN f.Invoices IS NULL THEN 'invoice-unknown'
            WHEN f.Invoices > 1 THEN 'invoice-ambiguous'
            WHEN @Kind = 'TRUST' THEN 'trust-money-to-invoice'
        END,
        CASE
            WHEN f.Invoices IS NULL THEN CONCAT(
                N'The books have no invoice with ',
                COALESCE(N'the id ' + a.SentInvoiceId, N'the number ' + a.SentInvoiceNumber),
                N'. Choose an invoice that they have.')
            WHEN f.Invoices > 1 THEN CONCAT(
                f.Invoices, CASE WHEN f.Balance > 0 THEN N' open' ELSE N' closed' END, N' invoices have the number ',
                a.SentInvoiceNumber, N': ', f.Choice,
                CASE WHEN f.Invoices > 5 THEN N', ' + NCHAR(8230) END, N'. Choose the right one by its id.')
            WHEN @Kind = 'TRUST' THEN CONCAT(
                N'This is trust money, and invoice ', f.InvoiceNumber, N' would put it among the firm''s own. Allocate',
                N' it to the trust ledger of matter ', f.MatterNumber, N'.')
        END,
        CASE WHEN f.Invoices = 1 AND f.IsOfClosedMatter = 1 THEN 'matter-closed' END,
        CASE
            WHEN f.Invoices = 1 AND f.IsOfClosedMatter = 1 THEN CONCAT(
                N'Matter ', f.MatterNumber, N' of invoice ', f.InvoiceNumber,
                N' is closed. Reopen it in the books and post again, or allocate to another matter.')
        END
    FROM clientpay_internal.PostingAllocation a
    LEFT JOIN (
        -- Of several, Balance says whether they are open; all are, or none is.
        SELECT
            c.Position,
            COUNT(*) AS Invoices,
            MIN(c.InvoiceId) AS InvoiceId,
            MIN(c.InvoiceNumber) AS InvoiceNumber,
            MIN(c.Balance) AS Balance,
            MIN(c.MatterNumber) AS MatterNumber,
            MIN(CONVERT(int, c.IsOfClosedMatter)) AS IsOfClosedMatter,
            CONCAT(
                MAX(CASE c.Place WHEN 1 THEN c.Words ELSE N'' END),
                MAX(CASE c.Place WHEN 2 THEN N', ' + c.Words ELSE N'' END),
                MAX(CASE c.Place WHEN 3 THEN N', ' + c.Words ELSE N'' END),
                MAX(CASE c.Place WHEN 4 THEN N', ' + c.Words ELSE N'' END),
                MAX(CASE c.Place WHEN 5 THEN N', ' + c.Words ELSE N'' END)) AS Choice
        FROM (
            SELECT
                d.Position,
                d.Place,
                d.InvoiceId,
                d.InvoiceNumber,
                d.Balance,
                d.MatterNumber,
                d.IsOfClosedMatter,
                CONCAT(d.InvoiceId COLLATE DATABASE_DEFAULT, N' with ', d.Balance, N' of matter ', d.MatterNumber)
                    AS Words
            FROM @Candidate d
        ) c
        GROUP BY c.Position
    ) f ON f.Position = a.Position
    WHERE a.PostingId = @PostingId AND a.SentTrustLedgerId IS NULL AND a.SentMatterId IS NULL;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedInvoices is there.';
GO
