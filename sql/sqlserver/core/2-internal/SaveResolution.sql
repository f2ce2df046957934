/*
  Procedure SaveResolution: resolves a PENDING or INCOMPLETE posting and writes down what was found: the targets of its
  allocations, its terms, and INCOMPLETE with the reasons, or PENDING without any. Touches no books. Writes nothing that
  is there already, and no event when nothing changed. The caller has locked the posting's row.

  For a posting that is about to be posted its targets are locked too, until the transaction ends: they are known only
  after resolving, and final only when they are locked, so it is resolved until both agree. If then nothing speaks
  against it, its status stays as it is and no event is written: the caller goes on.

  @Today       the firm's day
  @ForPosting  1: it is about to be posted
  @Status      answers PENDING or INCOMPLETE
  @IsClear     answers 1 when nothing speaks against posting it
  @Notes       answers sentences for the history, or null

  Errors: 51003; 51006 the row was changed in spite of its lock.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.SaveResolution;
GO
CREATE PROCEDURE clientpay_internal.SaveResolution
    @PostingId varchar(128),
    @Today date,
    @ForPosting bit,
    @Actor nvarchar(4000),
    @Now datetime2(3),
    @Status varchar(16) OUTPUT,
    @IsClear bit OUTPUT,
    @Notes nvarchar(4000) OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Found TABLE (
        Part varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Position int NOT NULL,
        Kind varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
        Currency varchar(3) COLLATE Latin1_General_100_BIN2 NULL,
        ArMessage nvarchar(500) COLLATE Latin1_General_100_BIN2 NULL,
        LedgerCode nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        TransactionType nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        BankAccountId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        TrustLedgerId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        MatterId nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Code varchar(64) COLLATE Latin1_General_100_BIN2 NULL,
        Detail nvarchar(1000) COLLATE Latin1_General_100_BIN2 NULL,
        Allocation int NULL
    );
    DECLARE @OldStatus varchar(16), @Version bigint, @Due varchar(16);
    DECLARE @IsAgain bit = 1, @IsMoved bit = 0, @HasOtherTerms bit = 1, @HasOtherReasons bit = 0;
    DECLARE @Position int, @Text nvarchar(1000), @Codes nvarchar(4000), @What varchar(64), @EventDetail nvarchar(4000);

    WHILE @IsAgain = 1
    BEGIN
        DELETE FROM @Found;
        INSERT INTO @Found (
            Part, Position, Kind, Currency, ArMessage, LedgerCode, TransactionType, BankAccountId, InvoiceId,
            TrustLedgerId, MatterId, Code, Detail, Allocation
        )
        SELECT
            r.Part, r.Position, r.Kind, r.Currency, r.ArMessage, r.LedgerCode, r.TransactionType, r.BankAccountId,
            r.InvoiceId, r.TrustLedgerId, r.MatterId, r.Code, r.Detail, r.Allocation
        FROM clientpay_internal.Resolution(@PostingId, @Today) r;

        UPDATE a
        SET InvoiceId = f.InvoiceId, TrustLedgerId = f.TrustLedgerId, MatterId = f.MatterId
        FROM clientpay_internal.PostingAllocation a
        JOIN @Found f ON f.Part = 'ALLOCATION' AND f.Position = a.Position
        WHERE a.PostingId = @PostingId
            AND (
                COALESCE(a.InvoiceId, N'') <> COALESCE(f.InvoiceId, N'')
                OR COALESCE(a.TrustLedgerId, N'') <> COALESCE(f.TrustLedgerId, N'')
                OR COALESCE(a.MatterId, N'') <> COALESCE(f.MatterId, N'')
            );
        IF @@ROWCOUNT > 0
            SET @IsMoved = 1;

        SET @IsAgain = 0;
        IF @ForPosting = 1
            EXEC clientpay_internal.TakeTargetLocks @PostingId, @IsAgain OUTPUT;
    END;

    -- What was found, in words.
    SET @Notes = NULL;
    SET @Position = (SELECT MIN(f.Position) FROM @Found f WHERE f.Part = 'NOTE');
    WHILE @Position IS NOT NULL
    BEGIN
        SET @Text = (SELECT f.Detail FROM @Found f WHERE f.Part = 'NOTE' AND f.Position = @Position);
        SET @Notes = CONCAT(@Notes + N' ', @Text);
        SET @Position = (SELECT MIN(f.Position) FROM @Found f WHERE f.Part = 'NOTE' AND f.Position > @Position);
    END;
    SET @Position = (SELECT MIN(f.Position) FROM @Found f WHERE f.Part = 'REASON');
    WHILE @Position IS NOT NULL
    BEGIN
        SET @Text = (SELECT f.Code FROM @Found f WHERE f.Part = 'REASON' AND f.Position = @Position);
        SET @Codes = CONCAT(@Codes + N', ', @Text);
        SET @Position = (
            SELECT MIN(f.Position)
            FROM @Found f
            WHERE f.Part = 'REASON' AND f.Position > @Position
                AND NOT EXISTS (
                    SELECT 1
                    FROM @Found e
                    WHERE e.Part = 'REASON' AND e.Position < f.Position AND e.Code = f.Code
                )
        );
    END;
    SET @IsClear = CASE WHEN @Codes IS NULL THEN 1 ELSE 0 END;
    SET @Status = CASE WHEN @Codes IS NULL THEN 'PENDING' ELSE 'INCOMPLETE' END;

    -- What of it is there already.
    SELECT @OldStatus = p.Status, @Version = p.Version, @Due = p.Due
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;
    IF EXISTS (
        SELECT
            p.Kind, p.Currency, p.ArMessage COLLATE Latin1_General_100_BIN2, p.LedgerCode COLLATE Latin1_General_100_BIN2,
            p.TransactionType COLLATE Latin1_General_100_BIN2, p.BankAccountId
        FROM clientpay_internal.Posting p
        WHERE p.PostingId = @PostingId
        INTERSECT
        SELECT f.Kind, f.Currency, f.ArMessage, f.LedgerCode, f.TransactionType, f.BankAccountId
        FROM @Found f
        WHERE f.Part = 'TERMS'
    )
        SET @HasOtherTerms = 0;
    IF EXISTS (
        SELECT f.Position, f.Code, f.Detail, f.Allocation
        FROM @Found f
        WHERE f.Part = 'REASON'
        EXCEPT
        SELECT r.Position, r.Code, r.Detail COLLATE Latin1_General_100_BIN2, r.Allocation
        FROM clientpay_internal.PostingReason r
        WHERE r.PostingId = @PostingId
    )
        OR (SELECT COUNT(*) FROM @Found f WHERE f.Part = 'REASON')
            <> (SELECT COUNT(*) FROM clientpay_internal.PostingReason r WHERE r.PostingId = @PostingId)
        SET @HasOtherReasons = 1;

    IF @HasOtherReasons = 1
    BEGIN
        DELETE FROM clientpay_internal.PostingReason
        WHERE PostingId = @PostingId;
        INSERT INTO clientpay_internal.PostingReason (PostingId, Position, Code, Detail, Allocation)
        SELECT @PostingId, f.Position, f.Code, f.Detail, f.Allocation
        FROM @Found f
        WHERE f.Part = 'REASON';
    END;

    IF @ForPosting = 1 AND @IsClear = 1
    BEGIN
        SET @Status = @OldStatus;
        IF @HasOtherTerms = 0
            RETURN;
    END;
    ELSE IF @HasOtherReasons = 0 AND @Status = @OldStatus AND @IsMoved = 0 AND @HasOtherTerms = 0
    BEGIN
        -- Nothing is left to be done by the connector itself, and nothing changes that anybody sees.
        UPDATE clientpay_internal.Posting
        SET Due = NULL
        WHERE PostingId = @PostingId AND Due IS NOT NULL;
        RETURN;
    END;
    ELSE
        SET @Due = NULL;

    UPDATE p
    SET
        Status = @Status,
        StatusSince = CASE WHEN p.Status = @Status THEN p.StatusSince ELSE @Now END,
        Due = @Due,
        Kind = f.Kind,
        Currency = f.Currency,
        ArMessage = f.ArMessage,
        LedgerCode = f.LedgerCode,
        TransactionType = f.TransactionType,
        BankAccountId = f.BankAccountId,
        Version = p.Version + 1
    FROM clientpay_internal.Posting p
    JOIN @Found f ON f.Part = 'TERMS'
    WHERE p.PostingId = @PostingId AND p.Status = @OldStatus AND p.Version = @Version;
    IF @@ROWCOUNT <> 1
        THROW 51006, N'The posting was changed in spite of its lock. Try again.', 1;
    IF @ForPosting = 1 AND @IsClear = 1
        RETURN;

    IF @HasOtherReasons = 1 OR @Status <> @OldStatus
    BEGIN
        SET @What = CASE WHEN @IsClear = 1 THEN 'RESOLVED' ELSE 'INCOMPLETE' END;
        SET @EventDetail = CASE
            WHEN @Codes IS NULL THEN @Notes
            WHEN @Notes IS NULL THEN @Codes
            ELSE @Codes + N'. ' + @Notes
        END;
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, @What, @EventDetail;
    END;
    ELSE IF @Notes IS NOT NULL
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, 'COMPLETED', @Notes;
END;
GO
PRINT 'Procedure clientpay_internal.SaveResolution is there.';
GO
