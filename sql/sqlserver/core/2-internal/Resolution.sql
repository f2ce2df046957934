/*
  Function Resolution: what a posting means in the books as they are now: its terms, its allocations with their targets,
  and every reason that speaks against posting it so. Reads only.

  @Today  the firm's day

  Columns: Part and Position say what a row is.
    TERMS       one row: Kind, Currency, ArMessage, LedgerCode, TransactionType, BankAccountId
    ALLOCATION  by its Position: InvoiceId, TrustLedgerId or MatterId, all null when it was not found
    REASON      by Position from 0: Code, Detail, and the Allocation it is about or null
    NOTE        Detail: a sentence for the history
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.Resolution;
GO
CREATE FUNCTION clientpay_internal.Resolution (@PostingId varchar(128), @Today date)
RETURNS @Resolution TABLE (
    Part varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Position int NOT NULL,
    Kind varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    Currency varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
    ArMessage nvarchar(500) NULL,
    LedgerCode nvarchar(64) NULL,
    TransactionType nvarchar(64) NULL,
    BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Code varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    Detail nvarchar(1000) NULL,
    Allocation int NULL
)
AS
BEGIN
    DECLARE @Terms TABLE (
        Part varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Position int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Currency varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        ArMessage nvarchar(500) NULL,
        LedgerCode nvarchar(64) NULL,
        TransactionType nvarchar(64) NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        IsBankAccountUsable bit NULL,
        Code varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Detail nvarchar(1000) NULL
    );
    DECLARE @Allocation TABLE (
        Position int NOT NULL,
        Amount decimal(19, 2) NOT NULL,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Target nvarchar(70) COLLATE Latin1_General_100_BIN2 NULL,
        InvoiceNumber nvarchar(64) NULL,
        Balance decimal(19, 2) NULL,
        FirstCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        FirstDetail nvarchar(1000) NULL,
        SecondCode varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        SecondDetail nvarchar(1000) NULL
    );
    DECLARE @Queued TABLE (
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Amount decimal(19, 2) NOT NULL
    );
    -- In the order of Stage, Place and Turn.
    DECLARE @Reason TABLE (
        Stage int NOT NULL,
        Place int NOT NULL,
        Turn int NOT NULL,
        Code varchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Detail nvarchar(1000) NOT NULL,
        Allocation int NULL
    );
    DECLARE @Kind varchar(16), @BankAccountId nvarchar(64), @Payment decimal(19, 2), @Sum decimal(19, 2);

    INSERT INTO @Terms (
        Part, Position, Kind, Currency, ArMessage, LedgerCode, TransactionType, BankAccountId, IsBankAccountUsable,
        Code, Detail
    )
    SELECT
        t.Part, t.Position, t.Kind, t.Currency, t.ArMessage, t.LedgerCode, t.TransactionType, t.BankAccountId,
        t.IsBankAccountUsable, t.Code, t.Detail
    FROM clientpay_internal.ResolvedTerms(@PostingId, @Today) t;
    SELECT
        @Kind = t.Kind,
        @BankAccountId = CASE WHEN t.IsBankAccountUsable = 1 THEN t.BankAccountId END
    FROM @Terms t
    WHERE t.Part = 'TERMS';
    INSERT INTO @Reason (Stage, Place, Turn, Code, Detail)
    SELECT 1, t.Position, 1, t.Code, t.Detail
    FROM @Terms t
    WHERE t.Part = 'REASON';

    -- Each allocation by itself.
    INSERT INTO @Allocation (
        Position, Amount, InvoiceId, Target, InvoiceNumber, Balance, FirstCode, FirstDetail, SecondCode, SecondDetail
    )
    SELECT
        r.Position, r.Amount, r.InvoiceId, N'I:' + r.InvoiceId, r.InvoiceNumber, r.Balance, r.FirstCode, r.FirstDetail,
        r.SecondCode, r.SecondDetail
    FROM clientpay_internal.ResolvedInvoices(@PostingId, @Kind) r;
    INSERT INTO @Allocation (
        Position, Amount, TrustLedgerId, Target, FirstCode, FirstDetail, SecondCode, SecondDetail
    )
    SELECT
        r.Position, r.Amount, r.TrustLedgerId, N'T:' + r.TrustLedgerId, r.FirstCode, r.FirstDetail, r.SecondCode,
        r.SecondDetail
    FROM clientpay_internal.ResolvedTrustLedgers(@PostingId, @Kind, @BankAccountId) r;
    INSERT INTO @Allocation (
        Position, Amount, TrustLedgerId, MatterId, Target, FirstCode, FirstDetail, SecondCode, SecondDetail
    )
    SELECT
        r.Position, r.Amount, r.TrustLedgerId, r.MatterId, COALESCE(N'T:' + r.TrustLedgerId, N'M:' + r.MatterId),
        r.FirstCode, r.FirstDetail, r.SecondCode, r.SecondDetail
    FROM clientpay_internal.ResolvedMatters(@PostingId, @Kind, @BankAccountId) r;
    INSERT INTO @Reason (Stage, Place, Turn, Code, Detail, Allocation)
    SELECT 2, a.Position, 1, a.FirstCode, a.FirstDetail, a.Position
    FROM @Allocation a
    WHERE a.FirstCode IS NOT NULL
    UNION ALL
    SELECT 2, a.Position, 2, a.SecondCode, a.SecondDetail, a.Position
    FROM @Allocation a
    WHERE a.SecondCode IS NOT NULL;

    -- Each target once.
    INSERT INTO @Reason (Stage, Place, Turn, Code, Detail, Allocation)
    SELECT
        3, a.Position, 1, 'duplicate-target',
        CONCAT(
            N'It goes to the same ',
            CASE LEFT(a.Target, 1) WHEN N'I' THEN N'invoice' WHEN N'T' THEN N'trust ledger' ELSE N'matter' END,
            N' as allocation ', f.Position + 1, N'. Put both amounts into one allocation.'),
        a.Position
    FROM @Allocation a
    JOIN (
        SELECT t.Target, MIN(t.Position) AS Position
        FROM @Allocation t
        WHERE t.Target IS NOT NULL
        GROUP BY t.Target
    ) f ON f.Target = a.Target AND f.Position < a.Position;

    -- No invoice more than is open on it, less what waits for the firm's import already. Of other postings only QUEUED
    -- ones are read, by the index that leads to them: the others may be locked by callers who wait for our targets.
    INSERT INTO @Queued (InvoiceId, Amount)
    SELECT q.InvoiceId, SUM(q.Amount)
    FROM clientpay_internal.Posting p WITH (INDEX (PostingByStatus))
    JOIN clientpay_internal.PostingAllocation q ON q.PostingId = p.PostingId
    WHERE p.Status = 'QUEUED' AND p.PostingId <> @PostingId
        AND q.InvoiceId IN (SELECT a.InvoiceId FROM @Allocation a WHERE a.InvoiceId IS NOT NULL)
    GROUP BY q.InvoiceId
    OPTION (FORCE ORDER, LOOP JOIN);
    IF COALESCE(@Kind, '') <> 'TRUST'
        INSERT INTO @Reason (Stage, Place, Turn, Code, Detail, Allocation)
        SELECT
            4, o.Position, 1, 'over-balance',
            CONCAT(
                N'Invoice ', o.InvoiceNumber, N' has an open balance of ', o.Balance,
                CASE WHEN o.Queued > 0 THEN CONCAT(N', of which ', o.Queued, N' are waiting for the import') END,
                N', and ', o.Allocated, N' is allocated to it. Allocate at most ', o.Available,
                N' to it and the rest elsewhere.'),
            o.Position
        FROM (
            SELECT
                s.Position, a.InvoiceNumber, a.Balance, s.Allocated, COALESCE(q.Amount, 0.00) AS Queued,
                CONVERT(
                    decimal(19, 2),
                    CASE WHEN a.Balance > COALESCE(q.Amount, 0) THEN a.Balance - COALESCE(q.Amount, 0) ELSE 0 END
                ) AS Available
            FROM (
                SELECT t.InvoiceId, MIN(t.Position) AS Position, CONVERT(decimal(19, 2), SUM(t.Amount)) AS Allocated
                FROM @Allocation t
                WHERE t.InvoiceId IS NOT NULL
                GROUP BY t.InvoiceId
            ) s
            JOIN @Allocation a ON a.Position = s.Position
            LEFT JOIN @Queued q ON q.InvoiceId = s.InvoiceId
        ) o
        WHERE o.Allocated > o.Available;

    -- As much as was paid.
    SET @Payment = (SELECT p.Amount FROM clientpay_internal.Posting p WHERE p.PostingId = @PostingId);
    SET @Sum = COALESCE((SELECT SUM(a.Amount) FROM @Allocation a), 0);
    IF @Payment > @Sum
        INSERT INTO @Reason (Stage, Place, Turn, Code, Detail)
        VALUES (
            5, 1, 1, 'unallocated-rest',
            CONCAT(
                N'The payment is ', @Payment, N', the allocations are ', @Sum, N'. Allocate the remaining ',
                @Payment - @Sum, N'.')
        );
    IF @Payment < @Sum
        INSERT INTO @Reason (Stage, Place, Turn, Code, Detail)
        VALUES (
            5, 1, 1, 'over-allocated',
            CONCAT(
                N'The payment is ', @Payment, N', the allocations are ', @Sum, N'. Take ', @Sum - @Payment,
                N' off the allocations.')
        );

    INSERT INTO @Resolution (
        Part, Position, Kind, Currency, ArMessage, LedgerCode, TransactionType, BankAccountId, Detail
    )
    SELECT
        t.Part, t.Position, t.Kind, t.Currency, t.ArMessage, t.LedgerCode, t.TransactionType, t.BankAccountId, t.Detail
    FROM @Terms t
    WHERE t.Part IN ('TERMS', 'NOTE');
    INSERT INTO @Resolution (Part, Position, InvoiceId, TrustLedgerId, MatterId)
    SELECT 'ALLOCATION', a.Position, a.InvoiceId, a.TrustLedgerId, a.MatterId
    FROM @Allocation a;
    INSERT INTO @Resolution (Part, Position, Code, Detail, Allocation)
    SELECT 'REASON', ROW_NUMBER() OVER (ORDER BY r.Stage, r.Place, r.Turn) - 1, r.Code, r.Detail, r.Allocation
    FROM @Reason r;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.Resolution is there.';
GO
