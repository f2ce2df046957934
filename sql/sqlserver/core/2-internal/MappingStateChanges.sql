/*
  Function MappingStateChanges: in what the mapping is another one than when it was last signed off. Everything, where it never
  was. Columns: Part, Subject, Item, as in MappingState.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.MappingStateChanges;
GO
CREATE FUNCTION clientpay_internal.MappingStateChanges ()
RETURNS TABLE
AS
RETURN (
    SELECT n.Part, n.Subject, n.Item
    FROM clientpay_internal.MappingState() n
    WHERE NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.MappingSignOffState s
        WHERE s.MappingSignOffId = (SELECT MAX(o.MappingSignOffId) FROM clientpay_internal.MappingSignOff o)
            AND s.Part = n.Part AND s.Subject = n.Subject AND s.Item = n.Item AND s.Value = n.Value
    )
    UNION ALL
    SELECT s.Part, s.Subject, s.Item
    FROM clientpay_internal.MappingSignOffState s
    WHERE s.MappingSignOffId = (SELECT MAX(o.MappingSignOffId) FROM clientpay_internal.MappingSignOff o)
        AND NOT EXISTS (
            SELECT 1
            FROM clientpay_internal.MappingState() n
            WHERE n.Part = s.Part AND n.Subject = s.Subject AND n.Item = s.Item
        )
);
GO
PRINT 'Function clientpay_internal.MappingStateChanges is there.';
GO
