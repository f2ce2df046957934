/*
  Function ResolvedTerms: under which terms a posting is booked, as the settings and the books are now: kind of money,
  bank account, codes, currency. Reads only.

  What was sent, or was taken from the settings when it was recorded, is kept. What is missing is filled from the
  settings of today. A bank account or code that was there and has gone since gives way to the merchant account's of
  today, if that one is valid; of a fresh posting, which nobody has looked at since it was recorded, nothing can have
  gone, so there it is a reason.

  @Today  the firm's day

  Columns: Part and Position say what a row is.
    TERMS   one row: Kind, Currency, ArMessage, LedgerCode, TransactionType, BankAccountId; and IsBankAccountUsable, 0 when
            a reason speaks against the bank account
    REASON  Code and Detail: what speaks against the terms
    NOTE    Detail: a sentence for the history, what took the place of what has gone
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.ResolvedTerms;
GO
CREATE FUNCTION clientpay_internal.ResolvedTerms (@PostingId varchar(128), @Today date)
RETURNS @Resolved TABLE (
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
)
AS
BEGIN
    DECLARE @MerchantAccountId varchar(64), @PaymentDate date, @IsFresh bit, @BooksCurrency varchar(3);
    DECLARE @Kind varchar(16), @Currency varchar(3), @ArMessage nvarchar(500);
    DECLARE @LedgerCode nvarchar(64), @TransactionType nvarchar(64), @BankAccountId nvarchar(64);
    DECLARE @OtherLedgerCode nvarchar(64), @OtherTransactionType nvarchar(64), @OtherBankAccountId nvarchar(64);
    DECLARE @IsBankAccountUsable bit = 1;
    DECLARE @Detail nvarchar(1000);

    -- Other...: the merchant account's of today.
    SELECT
        @MerchantAccountId = p.MerchantAccountId,
        @PaymentDate = p.PaymentDate,
        @IsFresh = CASE WHEN p.Due IS NOT NULL AND p.Attempt = 1 AND p.Status = 'PENDING' THEN 1 ELSE 0 END,
        @BooksCurrency = s.Currency,
        @Kind = COALESCE(p.Kind, m.Kind),
        @Currency = COALESCE(p.Currency, s.Currency),
        @ArMessage = COALESCE(p.ArMessage, s.DefaultArMessage),
        @LedgerCode = COALESCE(p.LedgerCode, m.LedgerCode),
        @TransactionType = COALESCE(p.TransactionType, m.TransactionType),
        @BankAccountId = COALESCE(p.BankAccountId, m.BankAccountId),
        @OtherLedgerCode = m.LedgerCode,
        @OtherTransactionType = m.TransactionType,
        @OtherBankAccountId = m.BankAccountId
    FROM clientpay_internal.Posting p
    CROSS JOIN clientpay_internal.PostingSettings s
    LEFT JOIN clientpay_internal.MerchantAccount m ON m.MerchantAccountId = p.MerchantAccountId
    WHERE p.PostingId = @PostingId AND s.Id = 1;

    IF @Kind IS NULL
    BEGIN
        SET @Detail = CONCAT(
            N'Merchant account ', @MerchantAccountId, N' is not set up in the connector, so nobody knows whether this is',
            N' operating or trust money. Map it to a bank account, then post again.');
        INSERT INTO @Resolved (Part, Position, Code, Detail)
        VALUES ('REASON', 1, 'merchant-account-unknown', @Detail);
    END;

    IF @LedgerCode IS NOT NULL AND clientpay_internal.HasActiveLedgerCode(@LedgerCode) = 0
    BEGIN
        IF clientpay_internal.HasActiveLedgerCode(@OtherLedgerCode) = 0
            SET @OtherLedgerCode = NULL;
        INSERT INTO @Resolved (Part, Position, Code, Detail)
        SELECT g.Part, 2, g.Code, g.Detail
        FROM clientpay_internal.GoneTerm(
            'code-unknown', CONCAT(N'Ledger code ', @LedgerCode, N' is not an active one of the firm''s books'),
            @OtherLedgerCode, @IsFresh, @MerchantAccountId) g;
        IF @IsFresh = 0
            SET @LedgerCode = COALESCE(@OtherLedgerCode, @LedgerCode);
    END;

    IF @TransactionType IS NOT NULL AND clientpay_internal.HasActiveTransactionType(@TransactionType) = 0
    BEGIN
        IF clientpay_internal.HasActiveTransactionType(@OtherTransactionType) = 0
            SET @OtherTransactionType = NULL;
        INSERT INTO @Resolved (Part, Position, Code, Detail)
        SELECT g.Part, 3, g.Code, g.Detail
        FROM clientpay_internal.GoneTerm(
            'code-unknown', CONCAT(N'Transaction type ', @TransactionType, N' is not an active one of the firm''s books'),
            @OtherTransactionType, @IsFresh, @MerchantAccountId) g;
        IF @IsFresh = 0
            SET @TransactionType = COALESCE(@OtherTransactionType, @TransactionType);
    END;

    IF @BankAccountId IS NOT NULL
    BEGIN
        DECLARE @Id clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@BankAccountId);
        DECLARE @OtherId clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@OtherBankAccountId);
        DECLARE @FoundId nvarchar(64), @Name nvarchar(200), @BankKind varchar(16), @Active bit;

        SELECT
            @FoundId = RTRIM(CONVERT(nvarchar(64), b.BankAccountId)), @Name = b.Name, @BankKind = b.Kind,
            @Active = b.Active
        FROM clientpay_internal.MapBankAccount b
        WHERE b.BankAccountId = @Id;

        IF @FoundId IS NULL OR @Active = 0
        BEGIN
            SET @OtherBankAccountId = (
                SELECT RTRIM(CONVERT(nvarchar(64), b.BankAccountId))
                FROM clientpay_internal.MapBankAccount b
                WHERE b.BankAccountId = @OtherId AND b.Active = 1 AND (@Kind IS NULL OR b.Kind = @Kind)
            );
            INSERT INTO @Resolved (Part, Position, Code, Detail)
            SELECT g.Part, 4, g.Code, g.Detail
            FROM clientpay_internal.GoneTerm(
                'bank-account-gone',
                CONCAT(
                    N'Bank account ', @BankAccountId,
                    CASE WHEN @FoundId IS NULL THEN N' is not in the firm''s books' ELSE N' is no longer active' END),
                @OtherBankAccountId, @IsFresh, @MerchantAccountId) g;
            IF @IsFresh = 1 OR @OtherBankAccountId IS NULL
                SET @IsBankAccountUsable = 0;
            ELSE
                SET @BankAccountId = @OtherBankAccountId;
        END;
        ELSE
        BEGIN
            SET @BankAccountId = @FoundId;
            IF @Kind <> @BankKind
            BEGIN
                SET @Detail = CONCAT(
                    N'Bank account ', @BankAccountId, N' (', @Name, N') is ',
                    CASE WHEN @BankKind = 'TRUST' THEN N'a trust' ELSE N'an operating' END, N' account, but this is ',
                    CASE WHEN @Kind = 'TRUST' THEN N'trust' ELSE N'operating' END,
                    N' money. Correct the account''s kind in the books and post again, or remove this posting and book',
                    N' it by hand.');
                INSERT INTO @Resolved (Part, Position, Code, Detail)
                VALUES ('REASON', 4, 'bank-account-of-other-kind', @Detail);
                SET @IsBankAccountUsable = 0;
            END;
        END;
    END;

    IF @Currency <> @BooksCurrency
    BEGIN
        SET @Detail = CONCAT(
            N'The payment is in ', @Currency, N', the firm''s books are in ', @BooksCurrency,
            N'. Book it by hand, then remove this posting.');
        INSERT INTO @Resolved (Part, Position, Code, Detail)
        VALUES ('REASON', 5, 'currency-mismatch', @Detail);
    END;

    IF @PaymentDate > DATEADD(day, 2, @Today)
    BEGIN
        SET @Detail = CONCAT(
            N'The payment date ', CONVERT(nchar(10), @PaymentDate, 120), N' is more than 2 days after today, ',
            CONVERT(nchar(10), @Today, 120), N'. Post it again when the day has come.');
        INSERT INTO @Resolved (Part, Position, Code, Detail)
        VALUES ('REASON', 6, 'payment-date-in-future', @Detail);
    END;

    INSERT INTO @Resolved (
        Part, Position, Kind, Currency, ArMessage, LedgerCode, TransactionType, BankAccountId, IsBankAccountUsable
    )
    VALUES (
        'TERMS', 0, @Kind, @Currency, @ArMessage, @LedgerCode, @TransactionType, @BankAccountId, @IsBankAccountUsable
    );
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.ResolvedTerms is there.';
GO
