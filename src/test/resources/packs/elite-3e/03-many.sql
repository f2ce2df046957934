/*
  $(ROWS) invoices more, each of one payor, in rounds of ten: every tenth is reversed, every tenth a credit, three are paid,
  five are open with 10.00 each. A matter for each hundred of them, with ten trust movements on account 2 that add up to 5.00.
*/
DECLARE @Digit TABLE (D int NOT NULL);
INSERT INTO @Digit (D) VALUES (0), (1), (2), (3), (4), (5), (6), (7), (8), (9);
SELECT a.D + 10 * b.D + 100 * c.D + 1000 * d.D + 10000 * e.D + 100000 * f.D AS N
INTO dbo.Numbers
FROM @Digit a CROSS JOIN @Digit b CROSS JOIN @Digit c CROSS JOIN @Digit d CROSS JOIN @Digit e CROSS JOIN @Digit f
WHERE a.D + 10 * b.D + 100 * c.D + 1000 * d.D + 10000 * e.D + 100000 * f.D < $(ROWS);
GO
INSERT INTO dbo.Client (ClientIndex, Number, DisplayName)
SELECT 100000 + N / 1000, CONCAT(N'7', 100000 + N / 1000), CONCAT(N'Client of many, number ', N / 1000)
FROM dbo.Numbers
WHERE N % 1000 = 0;
INSERT INTO dbo.Matter (MattIndex, Number, DisplayName, Client, MattStatus)
SELECT
    1000000 + N / 100, CONCAT(N'7', 100000 + N / 1000, N'-', 1000 + N / 100 % 10), CONCAT(N'Matter of many ', N / 100),
    100000 + N / 1000, N'ACT'
FROM dbo.Numbers
WHERE N % 100 = 0;
INSERT INTO dbo.InvMaster (InvIndex, InvNumber, InvDate, LeadMatter, DefPayor, IsReversed, OrgAmt, BalAmt)
SELECT
    10000000 + N, CONCAT(N'M', 1000000 + N), DATEADD(DAY, N % 700, '2024-01-01'), 1000000 + N / 100, 41,
    CASE N % 10 WHEN 0 THEN 1 ELSE 0 END, 10.00,
    CASE WHEN N % 10 = 1 THEN -10.00 WHEN N % 10 IN (2, 3, 4) THEN 0.00 ELSE 10.00 END
FROM dbo.Numbers;
INSERT INTO dbo.InvPayor (InvMaster, Payor, OrgAmt, BalAmt, BalFee)
SELECT InvIndex, 41, OrgAmt, BalAmt, BalAmt
FROM dbo.InvMaster
WHERE InvIndex >= 10000000;
INSERT INTO dbo.TrustBalance (TrustBalanceIndex, Matter, BankAcctTrust, Amount, GLDate, TrustReceiptDetail)
SELECT 10000000 + N, 1000000 + N / 100, 2, CASE WHEN N % 20 = 0 THEN 10.00 ELSE -9.00 END, '2026-01-01', 601
FROM dbo.Numbers
WHERE N % 10 = 0;
DELETE FROM dbo.Written;
GO
