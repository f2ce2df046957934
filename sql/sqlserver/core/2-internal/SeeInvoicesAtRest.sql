/*
  Procedure SeeInvoicesAtRest: passes only at a moment when no session has anything uncommitted in the invoices.

  It asks for a shared lock on the whole of the tables behind MapInvoice, which nobody gets beside one who is writing there,
  and lets go of it at once. It waits for 20 ms at most: those who want to write meanwhile wait behind it, so that must be
  too short for anybody to notice. The hints make it so whether or not the database has READ_COMMITTED_SNAPSHOT.

  Errors: 1222 somebody is writing. XACT_ABORT is off, so that this error does not end a transaction of the caller's.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.SeeInvoicesAtRest;
GO
CREATE PROCEDURE clientpay_internal.SeeInvoicesAtRest
AS
BEGIN
    SET NOCOUNT ON;
    SET XACT_ABORT OFF;
    SET LOCK_TIMEOUT 20;
    DECLARE @Seen int;

    SELECT @Seen = COUNT(*)
    FROM (
        SELECT TOP (1) i.InvoiceId
        FROM clientpay_internal.MapInvoice i WITH (TABLOCK, READCOMMITTEDLOCK)
    ) s;
END;
GO
PRINT 'Procedure clientpay_internal.SeeInvoicesAtRest is there.';
GO
