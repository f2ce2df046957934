/*
  Procedure AddEvent: adds to a posting's history. The caller has locked the posting's row, so that positions have no
  gap and no repeat.

  @Detail  may be null; is cut after 1,000 characters
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.AddEvent;
GO
CREATE PROCEDURE clientpay_internal.AddEvent
    @PostingId varchar(128),
    @At datetime2(3),
    @Actor nvarchar(4000),
    @What varchar(64),
    @Detail nvarchar(4000)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;

    INSERT INTO clientpay_internal.PostingEvent (PostingId, Position, At, Actor, What, Detail)
    SELECT @PostingId, COALESCE(MAX(e.Position) + 1, 0), @At, @Actor, @What, LEFT(@Detail, 1000)
    FROM clientpay_internal.PostingEvent e
    WHERE e.PostingId = @PostingId;
END;
GO
PRINT 'Procedure clientpay_internal.AddEvent is there.';
GO
