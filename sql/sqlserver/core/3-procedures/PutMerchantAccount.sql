/*
  Procedure clientpay.PutMerchantAccount: maps a merchant account of ClientPay to a bank account and codes of the firm.
  Looks in this order: version, books (every refusal at once), postings that a change of kind would strand. Whoever
  records a payment of the account meanwhile waits, so that none slips past the last look.

  @Kind             OPERATING or TRUST
  @ExpectedVersion  null: any

  Columns: Outcome, Field, Detail. One row, or one for each refusal. Outcome: CREATED, DONE, UNCHANGED,
  CHANGED_MEANWHILE, POSTINGS_WAITING, or REFUSED with the Field (kind, ledgerCode, transactionType, bankAccountId) and
  the Detail.

  Errors: 51000 no transaction; 51003 a lock was not obtained.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.PutMerchantAccount;
GO
CREATE PROCEDURE clientpay.PutMerchantAccount
    @MerchantAccountId varchar(128),
    @Name nvarchar(4000),
    @Kind varchar(128),
    @LedgerCode nvarchar(4000),
    @TransactionType nvarchar(4000),
    @BankAccountId nvarchar(4000),
    @ExpectedVersion bigint,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Answer TABLE (
        Place int NOT NULL,
        Outcome varchar(128) NOT NULL,
        Field varchar(64) NULL,
        Detail nvarchar(1000) NULL
    );
    DECLARE @Resource nvarchar(255) = CONCAT(N'clientpay:A:', @MerchantAccountId);
    DECLARE @Touched bigint, @Version bigint, @OldName nvarchar(200), @OldKind varchar(16);
    DECLARE @OldLedgerCode nvarchar(64), @OldTransactionType nvarchar(64), @OldBankAccountId nvarchar(64);
    DECLARE @Id clientpay_internal.BankAccountId = clientpay_internal.ToBankAccountId(@BankAccountId);
    DECLARE @BankKind varchar(16), @BankIsActive bit, @CodeIsActive bit;
    DECLARE @Outcome varchar(128), @Detail nvarchar(1000), @Change nvarchar(max), @What varchar(64);

    SELECT @Touched = m.Version
    FROM clientpay_internal.MerchantAccount m
    WHERE m.MerchantAccountId = @MerchantAccountId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.TakeLock @Resource;

    SELECT
        @Version = m.Version, @OldName = m.Name, @OldKind = m.Kind, @OldLedgerCode = m.LedgerCode,
        @OldTransactionType = m.TransactionType, @OldBankAccountId = m.BankAccountId
    FROM clientpay_internal.MerchantAccount m
    WHERE m.MerchantAccountId = @MerchantAccountId;
    IF @ExpectedVersion IS NOT NULL AND (@Version IS NULL OR @Version <> @ExpectedVersion)
        SET @Outcome = 'CHANGED_MEANWHILE';

    -- What the books know nothing of.
    IF @Outcome IS NULL
    BEGIN
        SELECT
            @BankKind = b.Kind, @BankIsActive = b.Active, @BankAccountId = RTRIM(CONVERT(nvarchar(64), b.BankAccountId))
        FROM clientpay_internal.MapBankAccount b
        WHERE b.BankAccountId = @Id;
        IF @BankKind IS NULL
            INSERT INTO @Answer (Place, Outcome, Field, Detail)
            VALUES (1, 'REFUSED', 'bankAccountId', N'is not a bank account of the firm''s books');
        IF @BankIsActive = 0
            INSERT INTO @Answer (Place, Outcome, Field, Detail)
            VALUES (1, 'REFUSED', 'bankAccountId', N'is a bank account that is no longer active');
        IF @BankKind <> @Kind
        BEGIN
            SET @Detail = CONCAT(
                N'is a bank account of kind ', @BankKind, N', but the merchant account is of kind ', @Kind);
            INSERT INTO @Answer (Place, Outcome, Field, Detail)
            VALUES (2, 'REFUSED', 'bankAccountId', @Detail);
        END;
        IF @LedgerCode IS NOT NULL
        BEGIN
            SET @CodeIsActive = NULL;
            SELECT @CodeIsActive = c.Active
            FROM clientpay_internal.MapLedgerCode c
            WHERE c.Code = @LedgerCode;
            IF @CodeIsActive IS NULL
                INSERT INTO @Answer (Place, Outcome, Field, Detail)
                VALUES (3, 'REFUSED', 'ledgerCode', N'is not a ledger code of the firm''s books');
            IF @CodeIsActive = 0
                INSERT INTO @Answer (Place, Outcome, Field, Detail)
                VALUES (3, 'REFUSED', 'ledgerCode', N'is a ledger code that is no longer active');
        END;
        IF @TransactionType IS NOT NULL
        BEGIN
            SET @CodeIsActive = NULL;
            SELECT @CodeIsActive = t.Active
            FROM clientpay_internal.MapTransactionType t
            WHERE t.Code = @TransactionType;
            IF @CodeIsActive IS NULL
                INSERT INTO @Answer (Place, Outcome, Field, Detail)
                VALUES (4, 'REFUSED', 'transactionType', N'is not a transaction type of the firm''s books');
            IF @CodeIsActive = 0
                INSERT INTO @Answer (Place, Outcome, Field, Detail)
                VALUES (4, 'REFUSED', 'transactionType', N'is a transaction type that is no longer active');
        END;
        IF EXISTS (SELECT 1 FROM @Answer)
            SET @Outcome = 'REFUSED';
    END;

    IF @Outcome IS NULL AND @OldKind <> @Kind
    BEGIN
        SET @Detail = clientpay_internal.WaitingPostings(@MerchantAccountId);
        IF @Detail IS NOT NULL
        BEGIN
            SET @Outcome = 'POSTINGS_WAITING';
            INSERT INTO @Answer (Place, Outcome, Field, Detail)
            VALUES (1, @Outcome, 'kind', @Detail);
        END;
    END;

    IF @Outcome IS NULL
    BEGIN
        SET @Change = clientpay_internal.MerchantAccountChange(
            @OldName, @Name, @OldKind, @Kind, @OldLedgerCode, @LedgerCode, @OldTransactionType, @TransactionType,
            @OldBankAccountId, @BankAccountId);
        IF @Version IS NULL
        BEGIN
            INSERT INTO clientpay_internal.MerchantAccount (
                MerchantAccountId, Name, Kind, LedgerCode, TransactionType, BankAccountId, Version
            )
            VALUES (@MerchantAccountId, @Name, @Kind, @LedgerCode, @TransactionType, @BankAccountId, 1);
            SET @Outcome = 'CREATED';
            SET @What = 'merchant-account-created';
        END;
        ELSE IF @Change IS NULL
            SET @Outcome = 'UNCHANGED';
        ELSE
        BEGIN
            UPDATE clientpay_internal.MerchantAccount
            SET
                Name = @Name,
                Kind = @Kind,
                LedgerCode = @LedgerCode,
                TransactionType = @TransactionType,
                BankAccountId = @BankAccountId,
                Version = Version + 1
            WHERE MerchantAccountId = @MerchantAccountId AND Version = @Version;
            IF @@ROWCOUNT = 1
            BEGIN
                SET @Outcome = 'DONE';
                SET @What = 'merchant-account-changed';
            END;
            ELSE
                SET @Outcome = 'CHANGED_MEANWHILE';
        END;
        IF @What IS NOT NULL
            EXEC clientpay_internal.AddSettingsEvent @Now, @Actor, @What, @MerchantAccountId, @Change;
    END;

    IF NOT EXISTS (SELECT 1 FROM @Answer)
        INSERT INTO @Answer (Place, Outcome)
        VALUES (1, @Outcome);
    SELECT a.Outcome, a.Field, a.Detail
    FROM @Answer a
    ORDER BY a.Place;
END;
GO
PRINT 'Procedure clientpay.PutMerchantAccount is there.';
GO
