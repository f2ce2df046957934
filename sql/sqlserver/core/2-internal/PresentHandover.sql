/*
  Function PresentHandover: the receipt that a QUEUED or REVERSING posting waits for; no row for any other posting.
  Reads
  only.

  Columns: Attempt, Kind, Handover, ReceiptKey, BatchNumber (null while its lines wait to be sealed), Answer, BookDate
  (the
  one that was asked for).
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP FUNCTION IF EXISTS clientpay_internal.PresentHandover;
GO
CREATE FUNCTION clientpay_internal.PresentHandover (@PostingId varchar(64))
RETURNS @Handover TABLE (
    Attempt int NOT NULL,
    Kind varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
    Handover int NOT NULL,
    ReceiptKey bigint NOT NULL,
    BatchNumber bigint NULL,
    Answer varchar(16) COLLATE Latin1_General_100_BIN2 NULL,
    BookDate date NOT NULL
)
AS
BEGIN
    INSERT INTO @Handover (Attempt, Kind, Handover, ReceiptKey, BatchNumber, Answer, BookDate)
    SELECT TOP (1) l.Attempt, l.Kind, l.Handover, l.ReceiptKey, l.BatchNumber, l.Answer, l.BookDate
    FROM clientpay_internal.Posting p
    JOIN clientpay_internal.BatchLine l
        ON l.PostingId = p.PostingId AND l.Attempt = p.Attempt
        AND l.Kind = CASE p.Status WHEN 'QUEUED' THEN 'POST' WHEN 'REVERSING' THEN 'REVERSE' END
    WHERE p.PostingId = @PostingId
    ORDER BY l.Handover DESC, l.Position;
    RETURN;
END;
GO
PRINT 'Function clientpay_internal.PresentHandover is there.';
GO
