/*
  Function SignOffStanding: how it stands with the sign-off of the mapping. NOT_NEEDED, as the pack says; MISSING,
  nobody has signed it off; UNSEEN, the caller may not see the views' texts, so that nothing can be compared; VOID, the
  mapping or an answer is another one since; or SIGNED. Nothing is posted while it is MISSING, UNSEEN or VOID.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.SignOffStanding;
GO
CREATE FUNCTION clientpay_internal.SignOffStanding ()
RETURNS varchar(16)
AS
BEGIN
    IF NOT EXISTS (SELECT 1 FROM clientpay_internal.Installation i WHERE i.NeedsSignOff = 1)
        RETURN 'NOT_NEEDED';
    IF NOT EXISTS (SELECT 1 FROM clientpay_internal.MappingSignOff)
        RETURN 'MISSING';
    -- Ownership chaining does not reach texts: VIEW DEFINITION on the schema is the caller's own right.
    IF NOT EXISTS (
        SELECT 1
        FROM sys.sql_modules m
        WHERE m.object_id = OBJECT_ID(N'clientpay_internal.MapOpenInvoice') AND m.[definition] IS NOT NULL
    )
        RETURN 'UNSEEN';
    IF EXISTS (SELECT 1 FROM clientpay_internal.MappingStateChanges())
        RETURN 'VOID';
    RETURN 'SIGNED';
END;
GO
PRINT 'Function clientpay_internal.SignOffStanding is there.';
GO
