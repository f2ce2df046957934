/*
  View BatchRows: batches without their content, each with how many of its receipts the import has not answered
  (Waiting).
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP VIEW IF EXISTS clientpay_internal.BatchRows;
GO
CREATE VIEW clientpay_internal.BatchRows
AS
SELECT
    b.Number, b.FileName, b.State, b.StateSince, b.StateBy, b.Token, CONVERT(bigint, b.Receipts) AS Receipts,
    CONVERT(bigint, b.Lines) AS Lines, b.Total, b.Sha256, b.SealedAt,
    (
        SELECT COUNT_BIG(*)
        FROM clientpay_internal.BatchLine l
        WHERE l.BatchNumber = b.Number AND l.Answer IS NULL AND l.Position = 0
    ) AS Waiting
FROM clientpay_internal.Batch b;
GO
PRINT 'View clientpay_internal.BatchRows is there.';
GO
