/*
  Procedure clientpay.SyncInvoices: a slice of the invoices. Without @Since the open ones, by id; with it all that
  changed then or later, paid and closed ones included, by time of change and id. An invoice that changes between two
  slices may come again.

  @Since           an instant (UTC), or null
  @AfterChangedAt  with @Since: ChangedAt of the last row of the slice before, or null: from the start
  @AfterId         that row's id, or null: from the start
  @Limit           most rows; null: none

  Columns: InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
  InvoiceDate, Amount, Balance, Pending (what PENDING and QUEUED postings would take), ChangedAt.

  Times of change are compared as they are answered, to the millisecond, whatever the books keep: what was rounded up
  for the slice before would else be skipped by the next. The bounds in the column's own type only help to find them by
  an index.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SyncInvoices;
GO
CREATE PROCEDURE clientpay.SyncInvoices
    @Since datetime2(3),
    @AfterChangedAt datetime2(3),
    @AfterId nvarchar(4000),
    @Limit bigint
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    DECLARE @Page TABLE (
        Position int IDENTITY (1, 1) NOT NULL PRIMARY KEY,
        InvoiceId nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        InvoiceNumber nvarchar(4000) NULL,
        MatterId nvarchar(64) NULL,
        MatterNumber nvarchar(4000) NULL,
        MatterName nvarchar(4000) NULL,
        ClientId nvarchar(64) NULL,
        ClientNumber nvarchar(4000) NULL,
        ClientName nvarchar(4000) NULL,
        InvoiceDate date NULL,
        Amount decimal(19, 2) NULL,
        Balance decimal(19, 2) NULL,
        ChangedAt datetime2(3) NULL
    );
    DECLARE @After clientpay_internal.InvoiceId, @Left bigint;

    SET @Limit = COALESCE(@Limit, 0);
    SET @Left = @Limit;
    IF @AfterId = N''
        SET @AfterId = NULL;
    SET @After = clientpay_internal.ToInvoiceId(@AfterId);

    IF @Since IS NULL
        INSERT INTO @Page (
            InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
            InvoiceDate, Amount, Balance, ChangedAt
        )
        SELECT TOP (@Left)
            i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
            m.ClientName, i.InvoiceDate, i.Amount, i.Balance, i.ChangedAt
        FROM clientpay_internal.MapOpenInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE @AfterId IS NULL OR i.InvoiceId > @After
        ORDER BY i.InvoiceId
        OPTION (RECOMPILE);

    IF @Since IS NOT NULL AND @AfterChangedAt IS NOT NULL
        INSERT INTO @Page (
            InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
            InvoiceDate, Amount, Balance, ChangedAt
        )
        SELECT TOP (@Left)
            i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
            m.ClientName, i.InvoiceDate, i.Amount, i.Balance, i.ChangedAt
        FROM clientpay_internal.MapInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE i.ChangedAt >= DATEADD(MILLISECOND, -4, @AfterChangedAt)
            AND i.ChangedAt <= DATEADD(MILLISECOND, 4, @AfterChangedAt)
            AND CONVERT(datetime2(3), i.ChangedAt) = @AfterChangedAt
            AND (@AfterId IS NULL OR i.InvoiceId > @After)
        ORDER BY i.InvoiceId
        OPTION (RECOMPILE);
    SET @Left = @Limit - (SELECT COUNT(*) FROM @Page);
    IF @Since IS NOT NULL
        INSERT INTO @Page (
            InvoiceId, InvoiceNumber, MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName,
            InvoiceDate, Amount, Balance, ChangedAt
        )
        SELECT TOP (@Left)
            i.InvoiceId, i.InvoiceNumber, m.MatterId, m.MatterNumber, m.MatterName, m.ClientId, m.ClientNumber,
            m.ClientName, i.InvoiceDate, i.Amount, i.Balance, i.ChangedAt
        FROM clientpay_internal.MapInvoice i
        JOIN clientpay_internal.MapMatter m ON m.MatterId = i.MatterId
        WHERE i.ChangedAt >= DATEADD(MILLISECOND, -4, COALESCE(@AfterChangedAt, @Since))
            AND (@AfterChangedAt IS NULL OR CONVERT(datetime2(3), i.ChangedAt) > @AfterChangedAt)
            AND CONVERT(datetime2(3), i.ChangedAt) >= @Since
        ORDER BY CONVERT(datetime2(3), i.ChangedAt), i.InvoiceId
        OPTION (RECOMPILE);

    SELECT
        CONVERT(nvarchar(64), RTRIM(p.InvoiceId)) AS InvoiceId,
        p.InvoiceNumber,
        CONVERT(nvarchar(64), RTRIM(p.MatterId)) AS MatterId,
        p.MatterNumber,
        p.MatterName,
        CONVERT(nvarchar(64), RTRIM(p.ClientId)) AS ClientId,
        p.ClientNumber,
        p.ClientName,
        p.InvoiceDate,
        p.Amount,
        p.Balance,
        clientpay_internal.PendingOf(p.InvoiceId) AS Pending,
        p.ChangedAt
    FROM @Page p
    ORDER BY p.Position;
END;
GO
PRINT 'Procedure clientpay.SyncInvoices is there.';
GO
