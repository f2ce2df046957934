/*
  A few rows by hand, each for what it means. What the connector must list of them stands in Elite3eTest, computed there
  by hand.
*/
INSERT INTO dbo.Client (ClientIndex, Number, DisplayName) VALUES
    (11, N'1001', N'Harbour Lines Ltd'),
    (12, N'1002', N'O''Brien & Sons'),
    (13, N'1003', NCHAR(214) + N'zg' + NCHAR(252) + N'r Bau'),
    (14, N'1004', N'100% Legal_Costs [old]');
GO
/* Codes are the firm's own, and say the opposite of what the flags do in two of them. */
INSERT INTO dbo.MattStatus (Code, Description, IsBilling, IsPayment, IsTrust, IsClosed) VALUES
    (N'ACT', N'Active', 1, 1, 1, 0),
    (N'CLOSED', N'Closed to time, not to money', 0, 1, 1, 0),
    (N'OPEN', N'Open the archive box', 0, 0, 0, 1),
    (N'HOLD', N'No payments', 1, 0, 1, 0),
    (N'PAYCL', N'Closed, payments still flagged', 0, 1, 0, 1),
    (N'NUL', N'Flags never set', NULL, NULL, NULL, NULL);
GO
INSERT INTO dbo.Matter (MattIndex, Number, DisplayName, Client, MattStatus) VALUES
    (101, N'1001-0001', N'Charter of MV Heron', 11, N'ACT'),
    (102, N'1001-0002', N'Salvage', 11, N'CLOSED'),
    (103, N'1001-0003', N'Old lease', 11, N'OPEN'),
    (104, N'1002-0001', N'Estate', 12, N'HOLD'),
    (105, N'1002-0002', N'Estate, tax', 12, N'GONE'),     -- no such status
    (106, N'1003-0001', N'Bridge', 13, N'ACT'),
    (107, N'1003-0002', N'Tunnel', 13, N'NUL'),
    (108, N'1004-0001', N'Costs', 14, N'ACT'),
    (109, N'9999-0001', N'Of a client that is gone', 99, N'ACT'),
    (110, N'1004-0002', N'Closed late', 14, N'PAYCL'),
    (111, N'1004-0003', N'Without a status', 14, NULL);
GO
INSERT INTO dbo.InvMaster (InvIndex, InvNumber, InvDate, LeadMatter, DefPayor, IsReversed, OrgAmt, BalAmt) VALUES
    (7001, N'INV7001', '2026-08-31', 101, 31, 0, 1000.00, 400.00),
    (7002, N'INV7002', '2026-08-31', 101, 31, 0, 900.00, 500.00),     -- two payors
    (7003, N'INV7003', '2026-08-31', 101, 31, 1, 90.00, 90.00),       -- reversed, with a balance left over
    (7004, N'PURGE', '2026-08-31', 101, 31, 0, 70.00, 70.00),         -- a purged draft
    (7005, N'INV7005', '2026-09-15', 102, 31, 0, -120.00, -120.00),   -- a credit
    (7006, N'INV7006', '2026-09-15', 106, 33, 0, 2000.00, 800.00),    -- of matters 106 and 108: only the lead is known
    (7007, N'INV7001', '2026-09-15', 106, 31, 0, 60.00, 60.00),       -- a number that occurs twice
    (7008, N'INV7008', '2026-09-15', 101, 31, 0, 10.00, 0.00),        -- paid
    (7009, N'INV7009', '2026-09-30', 101, 31, 0, 15.00, NULL),        -- never got a balance
    (7010, N'INV7010', '2026-09-30', 108, 33, 0, 210.00, 210.00),     -- its payor's share says 200.00
    (7011, N'INV7011', '2026-09-30', 108, 33, 0, 500.00, 500.00),     -- 200.00 of it billed on account
    (7012, N'INV7012', '2026-09-30', 103, 34, 0, 33.33, 33.33),       -- of a closed matter: owed all the same
    (7013, N'INV7013', '2026-09-30', 109, 34, 0, 44.44, 44.44),       -- of a matter without a client
    (7014, N'INV7014', '2026-09-30', 101, 31, NULL, 55.55, 55.55),    -- nobody knows whether it is reversed
    (7015, N'INV7015', '2026-09-30', 101, 31, 0, 5.00, 5.00);         -- a payor's share that is a credit beside one due
GO
INSERT INTO dbo.InvPayor
    (InvMaster, Payor, OrgAmt, BalAmt, BalFee, BalHCo, BalSCo, BalOth, BalInt, BalTax, BalBOA)
VALUES
    (7001, 31, 1000.00, 400.00, 300.00, 50.00, 10.00, 0.00, 0.00, 40.00, 0.00),
    (7002, 31, 450.00, 150.25, 150.25, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7002, 32, 450.00, 349.75, 349.75, NULL, NULL, NULL, NULL, NULL, NULL),
    (7003, 31, 90.00, 90.00, 90.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7004, 31, 70.00, 70.00, 70.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7005, 31, -120.00, -120.00, -120.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7006, 33, 2000.00, 800.00, 700.00, 0.00, 0.00, 25.00, 75.00, 0.00, 0.00),
    (7007, 31, 60.00, 60.00, 60.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7008, 31, 10.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7009, 31, 15.00, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL),
    (7010, 33, 210.00, 200.00, 200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7011, 33, 500.00, 500.00, 300.00, 0.00, 0.00, 0.00, 0.00, 0.00, 200.00),
    (7012, 34, 33.33, 33.33, 33.33, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7013, 34, 44.44, 44.44, 44.44, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7014, 31, 55.55, 55.55, 55.55, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7015, 31, 5.00, -20.00, -20.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7015, 32, 0.00, 25.00, 25.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00);
GO
INSERT INTO dbo.BankAcct (BankAcctIndex, Name, Description, EndDate) VALUES
    (1, N'0222', N'Operating', NULL),
    (2, N'0333', N'Client account', NULL),
    (3, N'0334', N'Client account, nobody has said so', NULL),     -- trust by its use, unanswered
    (4, N'0335', N'Client account, closed', '2020-12-31'),
    (5, N'0444', NULL, NULL);                                       -- never used, unanswered
GO
INSERT INTO dbo.TrustReceipt (TrustRcptIndex, Amount, IsReversed) VALUES
    (501, 1000.00, 0), (502, 75.00, 0), (503, 300.00, 1), (504, 40.00, 0), (505, 500.00, 1);
INSERT INTO dbo.TrustReceiptDetail (TrustRcptDetIndex, TrustReceipt, TrustIntendedUse) VALUES
    (601, 501, N'GENERAL'), (602, 502, NULL), (603, 503, NULL), (604, 504, N'TAX'), (605, 505, NULL);
INSERT INTO dbo.TrustDisbursement (TrustDsbmtIndex, BankAcctTrust, Amount, IsReversed) VALUES
    (701, 2, 250.00, 0), (702, 2, 100.00, 1), (703, 2, 10.00, 0);
INSERT INTO dbo.TrustAdjustment (TrustAdjIndex, Amount, IsReversed) VALUES (801, 5.50, 0);
INSERT INTO dbo.TrustTransfer (TrustTrsfIndex, Amount, IsReversed) VALUES (901, 200.00, 0);
INSERT INTO dbo.TrustTransferDetail (TrustTransferDetIndex, TrustTransfer) VALUES (911, 901), (912, 901);
GO
INSERT INTO dbo.TrustBalance (
    TrustBalanceIndex, Matter, BankAcctTrust, Amount, GLDate, PostSource, TrustReceiptDetail, TrustDisbursement,
    TrustAdjustment, TrustTransferDetail
) VALUES
    (1001, 101, 2, 1000.00, '2026-01-10', N'TRSTRCPT', 601, NULL, NULL, NULL),
    (1002, 101, 2, -250.00, '2026-02-10', N'TRSTDISB', NULL, 701, NULL, NULL),
    (1003, 101, 2, -100.00, '2026-02-11', N'TRSTDISB', NULL, 702, NULL, NULL),
    (1004, 101, 2, 100.00, '2026-02-12', N'TRSTDISB', NULL, 702, NULL, NULL),     -- its reversal
    (1005, 101, 2, 5.50, '2026-03-01', N'TRSTADJ', NULL, NULL, 801, NULL),
    (1006, 101, 2, -200.00, '2026-03-02', N'TRSTTRSF', NULL, NULL, NULL, 911),
    (1007, 106, 2, 200.00, '2026-03-02', N'TRSTTRSF', NULL, NULL, NULL, 912),
    (1008, 106, 3, 75.00, '2026-03-03', N'TRSTRCPT', 602, NULL, NULL, NULL),      -- on the unanswered account
    (1009, 102, 2, 300.00, '2026-03-04', N'TRSTRCPT', 603, NULL, NULL, NULL),
    (1010, 102, 2, -300.00, '2026-03-05', N'TRSTRCPT', 603, NULL, NULL, NULL),    -- all gone: a ledger of 0.00
    (1011, 108, 4, 40.00, '2019-03-05', N'TRSTRCPT', 604, NULL, NULL, NULL),      -- on the closed account
    (1012, 103, 2, -10.00, '2026-03-06', N'TRSTDISB', NULL, 703, NULL, NULL),     -- overdrawn
    (1013, 104, 2, 60.00, '2026-03-07', NULL, NULL, NULL, NULL, NULL),            -- without a document
    (1014, NULL, 2, 9.00, '2026-03-08', NULL, NULL, NULL, NULL, NULL),            -- without a matter
    (1015, 107, 2, 500.00, '2026-03-09', N'TRSTRCPT', 605, NULL, NULL, NULL);     -- reversed, with no movement that says so
GO
INSERT INTO dbo.ReceiptType (Code) VALUES (N'CARD'), (N'CHQ'), (N'CASH');
INSERT INTO dbo.TrustReceiptType (Code, Description) VALUES (N'CLCJN', N'Client journal'), (N'CASH', N'Cash to trust');
GO
DELETE FROM dbo.Written;
GO
/* Rows without what every row should have. */
INSERT INTO dbo.Client (ClientIndex, Number, DisplayName) VALUES (91, NULL, N'');
INSERT INTO dbo.Matter (MattIndex, Number, DisplayName, Client, MattStatus) VALUES (191, NULL, NULL, 91, N'ACT');
INSERT INTO dbo.InvMaster (InvIndex, InvNumber, InvDate, LeadMatter, DefPayor, IsReversed, OrgAmt, BalAmt) VALUES
    (7916, N'INV7916', NULL, 191, 31, 0, 70.00, 70.00);
INSERT INTO dbo.InvPayor (InvMaster, Payor, OrgAmt, BalAmt, BalFee) VALUES
    (7916, 31, 70.00, 70.00, 70.00);
INSERT INTO dbo.ReceiptType (Code) VALUES (N'');
GO
DELETE FROM dbo.Written;
GO
