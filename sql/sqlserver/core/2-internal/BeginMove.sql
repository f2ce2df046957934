/*
  Procedure BeginMove: whether a posting may be moved. The caller has locked the posting's row.

  @ExpectedVersion  null: any
  @From             the statuses that the move starts from, separated by blanks
  @Repeats          the statuses that the move has led to already, separated by blanks
  @Outcome          answers null when the move may go on, else what it answers: NOT_FOUND, UNCHANGED, NOT_ALLOWED or
                    CHANGED_MEANWHILE
  @Status           answers the posting's, null where there is no such posting
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.BeginMove;
GO
CREATE PROCEDURE clientpay_internal.BeginMove
    @PostingId varchar(128),
    @ExpectedVersion bigint,
    @From varchar(200),
    @Repeats varchar(200),
    @Outcome varchar(128) OUTPUT,
    @Status varchar(16) OUTPUT
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Version bigint;
    SET @Outcome = NULL;
    SET @Status = NULL;

    SELECT @Status = p.Status, @Version = p.Version
    FROM clientpay_internal.Posting p
    WHERE p.PostingId = @PostingId;

    IF @Status IS NULL
        SET @Outcome = 'NOT_FOUND';
    ELSE IF CHARINDEX(' ' + @Status + ' ', ' ' + @Repeats + ' ') > 0
        SET @Outcome = 'UNCHANGED';
    ELSE IF CHARINDEX(' ' + @Status + ' ', ' ' + @From + ' ') = 0
        SET @Outcome = 'NOT_ALLOWED';
    ELSE IF @ExpectedVersion <> @Version
        SET @Outcome = 'CHANGED_MEANWHILE';
END;
GO
PRINT 'Procedure clientpay_internal.BeginMove is there.';
GO
