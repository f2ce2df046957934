/*
  Procedure TakeLock: waits for a named lock and holds it until the caller's transaction ends. Taking it again does no
  harm.

  @Resource  clientpay:I:<invoice id>, clientpay:T:<trust ledger id>, clientpay:M:<matter id>: what money goes to
             clientpay:A:<merchant account id>: its mapping
  @LockMode  Exclusive, or Shared: with others that share it

  Errors: 51003 the lock was not obtained within 5 seconds; nothing is wrong, and the same again may succeed.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.TakeLock;
GO
CREATE PROCEDURE clientpay_internal.TakeLock
    @Resource nvarchar(255),
    @LockMode varchar(32) = 'Exclusive'
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Result int, @Message nvarchar(1000);

    EXEC @Result = sys.sp_getapplock
        @Resource = @Resource,
        @LockMode = @LockMode,
        @LockOwner = 'Transaction',
        @LockTimeout = 5000;
    IF @Result < 0
    BEGIN
        SET @Message = CONCAT(
            N'Lock ', @Resource, N' was not obtained within 5 seconds (result ', @Result, N'). Try again.');
        THROW 51003, @Message, 1;
    END;
END;
GO
PRINT 'Procedure clientpay_internal.TakeLock is there.';
GO
