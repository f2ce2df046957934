/*
  Procedure clientpay.SubmitPosting: records a payment, or says that it is recorded already. Of callers at the same
  moment the unique keys let one through; the others end in error 2627, and find the first one's posting when they run
  again. AddAllocation follows, in the same transaction.

  Takes the defaults from the merchant account and the posting settings, and keeps them. What was not sent is null.

  @PostingId    of the new posting
  @BodyHash     SHA-256 of the body's canonical form; @BodyVersion is that form's version

  Columns, one row: Outcome, PostingId, Due.
    Outcome    CREATED; REPLAYED (this key, this body); KEY_REUSED (this key, another body); PAYMENT_RECORDED (this
               payment under another key)
    PostingId  the posting's in every case
    Due        what is to be done next, POST with automatic posting on, else RESOLVE; null when it is done

  Errors: 51000 no transaction; 51003 a lock was not obtained; 2627 see above.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.SubmitPosting;
GO
CREATE PROCEDURE clientpay.SubmitPosting
    @PostingId varchar(128),
    @IdempotencyKey varchar(128),
    @BodyHash varchar(128),
    @BodyVersion bigint,
    @PaymentId varchar(128),
    @MerchantAccountId varchar(128),
    @Amount decimal(19, 2),
    @Currency varchar(128),
    @PaymentDate date,
    @PayerName nvarchar(4000),
    @PayerEmail nvarchar(4000),
    @Method varchar(128),
    @Reference nvarchar(4000),
    @ArMessage nvarchar(4000),
    @LedgerCode nvarchar(4000),
    @TransactionType nvarchar(4000),
    @BankAccountId nvarchar(4000),
    @Fields nvarchar(4000),
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Resource nvarchar(255) = CONCAT(N'clientpay:A:', @MerchantAccountId);
    DECLARE @Outcome varchar(128), @Due varchar(16), @Kind varchar(16);
    DECLARE @RecordedId varchar(64), @RecordedDue varchar(16);

    SELECT
        @Due = CASE WHEN s.AutomaticPosting = 1 THEN 'POST' ELSE 'RESOLVE' END,
        @Currency = COALESCE(@Currency, s.Currency),
        @ArMessage = COALESCE(@ArMessage, s.DefaultArMessage)
    FROM clientpay_internal.PostingSettings s
    WHERE s.Id = 1;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    -- Hashes of different canonical forms cannot be compared: a key that an older or newer connector recorded is taken
    -- for the same body when it is about the same payment.
    SELECT
        @RecordedId = p.PostingId,
        @RecordedDue = p.Due,
        @Outcome = CASE
            WHEN p.BodyVersion = @BodyVersion AND p.BodyHash = @BodyHash THEN 'REPLAYED'
            WHEN p.BodyVersion <> @BodyVersion AND p.PaymentId = @PaymentId
                AND p.MerchantAccountId = @MerchantAccountId AND p.Amount = @Amount AND p.PaymentDate = @PaymentDate
                THEN 'REPLAYED'
            ELSE 'KEY_REUSED'
        END
    FROM clientpay_internal.Posting p
    WHERE p.IdempotencyKey = @IdempotencyKey;
    -- Under this key it may have been recorded since the look before: then the unique key below says so.
    IF @Outcome IS NULL
        SELECT @RecordedId = p.PostingId, @RecordedDue = p.Due, @Outcome = 'PAYMENT_RECORDED'
        FROM clientpay_internal.Posting p
        WHERE p.PaymentId = @PaymentId AND p.IdempotencyKey <> @IdempotencyKey;

    IF @Outcome IS NULL
    BEGIN
        -- Until it is recorded, nobody changes the account's kind or takes the account away.
        EXEC clientpay_internal.TakeLock @Resource, 'Shared';
        SELECT
            @Kind = m.Kind,
            @LedgerCode = COALESCE(@LedgerCode, m.LedgerCode),
            @TransactionType = COALESCE(@TransactionType, m.TransactionType),
            @BankAccountId = COALESCE(@BankAccountId, m.BankAccountId)
        FROM clientpay_internal.MerchantAccount m
        WHERE m.MerchantAccountId = @MerchantAccountId;

        INSERT INTO clientpay_internal.Posting (
            PostingId, IdempotencyKey, BodyHash, BodyVersion, PaymentId, MerchantAccountId, Kind, Amount, Currency,
            PaymentDate, PayerName, PayerEmail, Method, Reference, ArMessage, LedgerCode, TransactionType,
            BankAccountId, Fields, Status, StatusSince, Attempt, Version, Due, CreatedAt
        )
        VALUES (
            @PostingId, @IdempotencyKey, @BodyHash, @BodyVersion, @PaymentId, @MerchantAccountId, @Kind, @Amount,
            @Currency, @PaymentDate, @PayerName, @PayerEmail, @Method, @Reference, @ArMessage, @LedgerCode,
            @TransactionType, @BankAccountId, @Fields, 'PENDING', @Now, 1, 1, @Due, @Now
        );
        EXEC clientpay_internal.AddEvent @PostingId, @Now, @Actor, 'RECORDED', NULL;
        SET @Outcome = 'CREATED';
        SET @RecordedId = @PostingId;
        SET @RecordedDue = @Due;
    END;

    SELECT @Outcome AS Outcome, @RecordedId AS PostingId, @RecordedDue AS Due;
END;
GO
PRINT 'Procedure clientpay.SubmitPosting is there.';
GO
