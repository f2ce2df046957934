/*
  Procedure clientpay.PutField: where and at which position one Connect field is shown. Follows BeginFields, which keeps
  other savers out. Answers no result set.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.PutField;
GO
CREATE PROCEDURE clientpay.PutField
    @Name varchar(128),
    @Position bigint,
    @OnConnect bit,
    @OnPaymentPages bit,
    @OnPaymentManager bit,
    @OnReceipts bit
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Touched int;

    SELECT @Touched = f.Position
    FROM clientpay_internal.FieldDisplay f
    WHERE f.Name = @Name;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    UPDATE clientpay_internal.FieldDisplay
    SET
        Position = @Position,
        OnConnect = @OnConnect,
        OnPaymentPages = @OnPaymentPages,
        OnPaymentManager = @OnPaymentManager,
        OnReceipts = @OnReceipts
    WHERE Name = @Name;
    IF @@ROWCOUNT = 0
        INSERT INTO clientpay_internal.FieldDisplay (
            Name, Position, OnConnect, OnPaymentPages, OnPaymentManager, OnReceipts
        )
        VALUES (@Name, @Position, @OnConnect, @OnPaymentPages, @OnPaymentManager, @OnReceipts);
END;
GO
PRINT 'Procedure clientpay.PutField is there.';
GO
