/*
  Procedure clientpay.FindPosting: whether a key or a payment is recorded; the key is looked up first. Either may be
  null.

  Columns, one row: Outcome KEY_FOUND (this key, whatever the body), PAYMENT_RECORDED or NONE; PostingId.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.FindPosting;
GO
CREATE PROCEDURE clientpay.FindPosting
    @IdempotencyKey varchar(128),
    @PaymentId varchar(128)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128) = 'NONE', @PostingId varchar(64);

    SELECT @Outcome = 'KEY_FOUND', @PostingId = p.PostingId
    FROM clientpay_internal.Posting p
    WHERE p.IdempotencyKey = @IdempotencyKey;
    IF @PostingId IS NULL
        -- Under this key it may have been recorded since the look before: that came too late to be found.
        SELECT @Outcome = 'PAYMENT_RECORDED', @PostingId = p.PostingId
        FROM clientpay_internal.Posting p
        WHERE p.PaymentId = @PaymentId AND (@IdempotencyKey IS NULL OR p.IdempotencyKey <> @IdempotencyKey);

    SELECT @Outcome AS Outcome, @PostingId AS PostingId;
END;
GO
PRINT 'Procedure clientpay.FindPosting is there.';
GO
