/*
  Procedure clientpay.CheckMapping: what the firm still has to say about its books, and how it stands with the sign-off
  of the mapping.

  Columns: What, Subject, Item, Label, Detail, Actor, At. Rows by What:
    UNANSWERED    an item in use that nobody has classified, so that it is not offered; Subject is the question's title,
                  Detail what the books say of its use
    CONTRADICTED  an answer that the books contradict by now, and that nobody has confirmed; Detail says why
    MISSING       the mapping must be signed off, and never was: nothing is posted
    UNSEEN        it was signed off by Actor, At, and the caller may not see what it is now: nothing is posted
    VOID          it was signed off by Actor, At, and is another one since: nothing is posted
    CHANGED       with VOID, for each difference: Subject VIEW or the answer's subject, Item
    SIGNED        by Actor, At
  None where there is nothing to say.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.CheckMapping;
GO
CREATE PROCEDURE clientpay.CheckMapping
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Standing varchar(16) = clientpay_internal.SignOffStanding();

    SELECT
        CONVERT(varchar(16), CASE WHEN c.Answer IS NULL THEN 'UNANSWERED' ELSE 'CONTRADICTED' END) AS What,
        CONVERT(nvarchar(200), s.Title) COLLATE DATABASE_DEFAULT AS Subject,
        CONVERT(nvarchar(128), i.Item) COLLATE DATABASE_DEFAULT AS Item,
        CONVERT(nvarchar(200), i.Label) COLLATE DATABASE_DEFAULT AS Label,
        CONVERT(nvarchar(1000), CASE WHEN c.Answer IS NULL THEN i.Usage ELSE i.RefutedBecause END)
            COLLATE DATABASE_DEFAULT AS Detail,
        CONVERT(nvarchar(256), a.AnsweredBy) COLLATE DATABASE_DEFAULT AS Actor,
        a.AnsweredAt AS At
    FROM clientpay_internal.AskItem i
    JOIN clientpay_internal.AskSubject s
        ON s.Subject COLLATE Latin1_General_100_BIN2 = i.Subject COLLATE Latin1_General_100_BIN2
    LEFT JOIN clientpay_internal.Answer a
        ON a.Subject = i.Subject COLLATE Latin1_General_100_BIN2 AND a.Item = i.Item COLLATE Latin1_General_100_BIN2
    LEFT JOIN clientpay_internal.AskChoice c
        ON c.Subject COLLATE Latin1_General_100_BIN2 = a.Subject
        AND c.Answer COLLATE Latin1_General_100_BIN2 = a.Answer
    WHERE (c.Answer IS NULL AND i.Active = 1)
        OR (i.Refuted COLLATE Latin1_General_100_BIN2 = a.Answer AND a.Confirmation IS NULL)
    UNION ALL
    SELECT
        @Standing,
        NULL,
        NULL,
        NULL,
        NULL,
        CONVERT(nvarchar(256), o.SignedBy) COLLATE DATABASE_DEFAULT,
        o.SignedAt
    FROM clientpay_internal.Installation n
    LEFT JOIN clientpay_internal.MappingSignOff o
        ON o.MappingSignOffId = (SELECT MAX(l.MappingSignOffId) FROM clientpay_internal.MappingSignOff l)
    WHERE @Standing <> 'NOT_NEEDED'
    UNION ALL
    SELECT
        'CHANGED',
        CONVERT(nvarchar(200), CASE d.Part WHEN 'VIEW' THEN d.Part ELSE d.Subject END) COLLATE DATABASE_DEFAULT,
        d.Item COLLATE DATABASE_DEFAULT,
        NULL,
        NULL,
        NULL,
        NULL
    FROM clientpay_internal.MappingStateChanges() d
    WHERE @Standing = 'VOID'
    ORDER BY What, Subject, Item;
END;
GO
PRINT 'Procedure clientpay.CheckMapping is there.';
GO
