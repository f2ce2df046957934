/*
  Procedure SaveAnswer: keeps one answer of the firm's to a question of the pack's, in place of an earlier one, or takes
  one back, and adds that to the history. An answer that the books contradict is refused unless it is confirmed in
  writing; so is one for an item that differs from one of AskItem only in case. For "connect scripts answers", under the
  login of the database's owner; within a transaction also by hand.

  @Subject, @Item  of the pack's view AskItem; of a subject whose items the firm enters itself (NewItems), any
  @Answer          of its view AskChoice; or UNANSWERED, and there is none any more. Where there was none, nothing is done
  @Confirmation    the words by which a contradiction is accepted; null where there is none
  @AnsweredBy      who says so
  @Now             when, UTC

  Errors: 51000 no transaction; 51012 there is no such subject, item or answer; 51013 the books contradict it, and
  nobody has confirmed it in writing; or the item differs from one of AskItem only in case.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.SaveAnswer;
GO
CREATE PROCEDURE clientpay_internal.SaveAnswer
    @Subject varchar(32),
    @Item nvarchar(128),
    @Answer varchar(32),
    @Confirmation nvarchar(1000),
    @AnsweredBy nvarchar(256),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @IsKnown bit = 0, @Contradiction nvarchar(1000), @Message nvarchar(2000), @Answers int;

    DELETE FROM clientpay_internal.Answer
    WHERE Subject = @Subject AND Item = @Item;
    SET @Answers = @@ROWCOUNT;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    IF @Answer = 'UNANSWERED'
    BEGIN
        IF @Answers > 0
            INSERT INTO clientpay_internal.AnswerEvent (Subject, Item, Answer, AnsweredBy, AnsweredAt)
            VALUES (@Subject, @Item, @Answer, @AnsweredBy, @Now);
        RETURN;
    END;

    SELECT
        @IsKnown = 1,
        @Contradiction = CASE
            WHEN i.Refuted COLLATE Latin1_General_100_BIN2 = @Answer
                THEN COALESCE(i.RefutedBecause, N'The books speak against it.')
        END
    FROM clientpay_internal.AskSubject s
    JOIN clientpay_internal.AskChoice c
        ON c.Subject COLLATE Latin1_General_100_BIN2 = @Subject AND c.Answer COLLATE Latin1_General_100_BIN2 = @Answer
    LEFT JOIN clientpay_internal.AskItem i
        ON i.Subject COLLATE Latin1_General_100_BIN2 = @Subject AND i.Item COLLATE Latin1_General_100_BIN2 = @Item
    WHERE s.Subject COLLATE Latin1_General_100_BIN2 = @Subject AND (i.Item IS NOT NULL OR s.NewItems = 1);
    IF @IsKnown = 0
    BEGIN
        SET @Message = CONCAT(
            N'The system pack does not ask for ', @Subject, N' ', @Item, N', or does not allow ', @Answer, N'.');
        THROW 51012, @Message, 1;
    END;
    IF @Answers = 0 AND NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.AskItem i
        WHERE i.Subject COLLATE Latin1_General_100_BIN2 = @Subject AND i.Item COLLATE Latin1_General_100_BIN2 = @Item
    )
        SELECT @Contradiction = CONCAT(N'It differs from ', MIN(i.Item), N' only in case.')
        FROM clientpay_internal.AskItem i
        WHERE i.Subject COLLATE Latin1_General_100_BIN2 = @Subject
            AND UPPER(i.Item COLLATE Latin1_General_100_BIN2) = UPPER(@Item COLLATE Latin1_General_100_BIN2)
        HAVING COUNT(*) > 0;
    IF @Contradiction IS NOT NULL AND COALESCE(@Confirmation, N'') = N''
    BEGIN
        SET @Message = CONCAT(
            @Answer, N' for ', @Subject, N' ', @Item, N' contradicts the books: ', @Contradiction,
            N' Nothing was kept; it can be confirmed in writing.');
        THROW 51013, @Message, 1;
    END;
    IF @Contradiction IS NULL
        SET @Confirmation = NULL;
    INSERT INTO clientpay_internal.Answer (
        Subject, Item, Answer, AnsweredBy, AnsweredAt, Contradiction, Confirmation
    )
    VALUES (@Subject, @Item, @Answer, @AnsweredBy, @Now, @Contradiction, @Confirmation);
    INSERT INTO clientpay_internal.AnswerEvent (
        Subject, Item, Answer, AnsweredBy, AnsweredAt, Contradiction, Confirmation
    )
    VALUES (@Subject, @Item, @Answer, @AnsweredBy, @Now, @Contradiction, @Confirmation);
END;
GO
PRINT 'Procedure clientpay_internal.SaveAnswer is there.';
GO
