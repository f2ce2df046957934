/*
  $(ROWS) ledger entries more, in rounds of ten on five invoices of two entries each: one is reversed, one zeroed out, three
  are open with 7.50 each. A matter for each hundred entries.
*/
DECLARE @Digit TABLE (D int NOT NULL);
INSERT INTO @Digit (D) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
SELECT a.D + 10 * b.D + 100 * c.D + 1000 * d.D + 10000 * e.D + 100000 * f.D AS N
INTO dbo.Numbers
FROM @Digit a CROSS JOIN @Digit b CROSS JOIN @Digit c CROSS JOIN @Digit d CROSS JOIN @Digit e CROSS JOIN @Digit f
WHERE a.D + 10 * b.D + 100 * c.D + 1000 * d.D + 10000 * e.D + 100000 * f.D < $(ROWS);
GO
INSERT INTO dbo.client (clnum, clname1)
SELECT CONCAT('7', 100000 + N / 1000), CONCAT('Client of many, number ', N / 1000)
FROM dbo.Numbers
WHERE N % 1000 = 0;
INSERT INTO dbo.matter (mmatter, mclient, mdesc1, mstatus)
SELECT CONCAT('M', 1000000 + N / 100), CONCAT('7', 100000 + N / 1000), CONCAT('Matter of many ', N / 100), 'OP'
FROM dbo.Numbers
WHERE N % 100 = 0;
INSERT INTO dbo.ledger (lindex, lmatter, ltradat, linvoice, llcode, lamount, lzero)
SELECT
    10000000 + N, CONCAT('M', 1000000 + N / 100), DATEADD(DAY, N % 700, '2024-01-01'), CONCAT('I', 1000000 + N / 2),
    CASE N % 2 WHEN 0 THEN 'FEES' ELSE 'PAY' END,
    CASE WHEN N % 2 = 0 THEN 10.00 WHEN N % 10 = 3 THEN 10.00 ELSE 2.50 END,
    CASE WHEN N % 10 < 2 THEN 'R' WHEN N % 10 < 4 THEN 'Y' ELSE 'N' END
FROM dbo.Numbers;
DELETE FROM dbo.Written;
GO
