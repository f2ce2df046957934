/*
  Procedure clientpay.DeleteMerchantAccount: takes the mapping of a merchant account away, unless postings need it.
  Whoever records a payment of the account meanwhile waits, so that none slips past that look.

  @ExpectedVersion  null: any

  Columns, one row: Outcome DONE, NOT_FOUND, CHANGED_MEANWHILE or POSTINGS_WAITING with the Detail; Field is null.

  Errors: 51000 no transaction; 51003 a lock was not obtained.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.DeleteMerchantAccount;
GO
CREATE PROCEDURE clientpay.DeleteMerchantAccount
    @MerchantAccountId varchar(128),
    @ExpectedVersion bigint,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Resource nvarchar(255) = CONCAT(N'clientpay:A:', @MerchantAccountId);
    DECLARE @Touched bigint, @Version bigint, @Name nvarchar(200), @Kind varchar(16);
    DECLARE @LedgerCode nvarchar(64), @TransactionType nvarchar(64), @BankAccountId nvarchar(64);
    DECLARE @Outcome varchar(128), @Detail nvarchar(1000), @Change nvarchar(max);

    SELECT @Touched = m.Version
    FROM clientpay_internal.MerchantAccount m
    WHERE m.MerchantAccountId = @MerchantAccountId;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;
    EXEC clientpay_internal.TakeLock @Resource;

    SELECT
        @Version = m.Version, @Name = m.Name, @Kind = m.Kind, @LedgerCode = m.LedgerCode,
        @TransactionType = m.TransactionType, @BankAccountId = m.BankAccountId
    FROM clientpay_internal.MerchantAccount m
    WHERE m.MerchantAccountId = @MerchantAccountId;
    SET @Detail = clientpay_internal.WaitingPostings(@MerchantAccountId);
    IF @Version IS NULL
        SET @Outcome = 'NOT_FOUND';
    ELSE IF @ExpectedVersion <> @Version
        SET @Outcome = 'CHANGED_MEANWHILE';
    ELSE IF @Detail IS NOT NULL
        SET @Outcome = 'POSTINGS_WAITING';
    ELSE
    BEGIN
        DELETE FROM clientpay_internal.MerchantAccount
        WHERE MerchantAccountId = @MerchantAccountId AND Version = @Version;
        SET @Outcome = CASE WHEN @@ROWCOUNT = 1 THEN 'DONE' ELSE 'CHANGED_MEANWHILE' END;
    END;
    IF @Outcome = 'DONE'
    BEGIN
        SET @Change = clientpay_internal.MerchantAccountChange(
            @Name, NULL, @Kind, NULL, @LedgerCode, NULL, @TransactionType, NULL, @BankAccountId, NULL);
        EXEC clientpay_internal.AddSettingsEvent
            @Now, @Actor, 'merchant-account-deleted', @MerchantAccountId, @Change;
    END;

    SELECT
        @Outcome AS Outcome,
        CONVERT(varchar(64), NULL) AS Field,
        CONVERT(nvarchar(1000), CASE WHEN @Outcome = 'POSTINGS_WAITING' THEN @Detail END) AS Detail;
END;
GO
PRINT 'Procedure clientpay.DeleteMerchantAccount is there.';
GO
