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
/* An ordinary year of one more client, and another client whose number begins with that client's. */
INSERT INTO dbo.Client (ClientIndex, Number, DisplayName) VALUES
    (15, N'1005', N'Ordinary Trading plc'), (16, N'10051', N'Ordinary Holdings');
INSERT INTO dbo.Matter (MattIndex, Number, DisplayName, Client, MattStatus) VALUES
    (121, N'1005-0001', N'General advice', 15, N'ACT'),
    (122, N'1005-0002', N'Insured claim', 15, N'ACT'),
    (123, N'1005-0003', N'Court', 15, N'ACT'),
    (124, N'1005-0004', N'Purchase of a quay', 15, N'ACT'),
    (125, N'1005-0005', N'Small matters', 15, N'ACT'),
    (126, N'1005-0006', N'New', 15, N'ACT'),
    (127, N'10051-0001', N'Of the holding', 16, N'ACT');
GO
INSERT INTO dbo.InvMaster (InvIndex, InvNumber, InvDate, LeadMatter, DefPayor, IsReversed, OrgAmt, BalAmt) VALUES
    (7101, N'INV7101', '2025-08-31', 121, 35, 0, 1200.00, 0.00),    -- a bill each month: nine are paid, the tenth in part
    (7102, N'INV7102', '2025-09-30', 121, 35, 0, 1200.00, 0.00),
    (7103, N'INV7103', '2025-10-31', 121, 35, 0, 1200.00, 0.00),
    (7104, N'INV7104', '2025-11-30', 121, 35, 0, 1200.00, 0.00),
    (7105, N'INV7105', '2025-12-31', 121, 35, 0, 1200.00, 0.00),
    (7106, N'INV7106', '2026-01-31', 121, 35, 0, 1200.00, 0.00),
    (7107, N'INV7107', '2026-02-28', 121, 35, 0, 1200.00, 0.00),
    (7108, N'INV7108', '2026-03-31', 121, 35, 0, 1200.00, 0.00),
    (7109, N'INV7109', '2026-04-30', 121, 35, 0, 1200.00, 0.00),
    (7110, N'INV7110', '2026-05-31', 121, 35, 0, 1200.00, 450.00),
    (7111, N'INV7111', '2026-06-30', 121, 35, 0, 1200.00, 1200.00),
    (7112, N'INV7112', '2026-07-31', 121, 35, 0, 1200.00, 1200.00),
    (7113, N'INV7113', '2026-10-05', 122, 35, 0, 1000.00, 0.00),    -- a client and its insurer: both have paid
    (7114, N'INV7114', '2026-10-05', 122, 35, 0, 1000.00, 200.00),    -- the client has not
    (7115, N'INV7115', '2026-10-05', 122, 35, 0, 1000.00, 800.00),    -- the insurer has not
    (7116, N'INV7116', '2026-10-05', 122, 35, 0, 1000.00, 1000.00),    -- neither has
    (7117, N'INV7117', '2026-10-05', 122, 35, 0, 1000.00, 150.00),    -- the insurer too much
    (7118, N'INV7118', '2026-10-05', 122, 35, 0, 1000.00, NULL),    -- never got balances
    (7119, N'INV7119', '2026-10-05', 123, 35, 0, 300.00, 0.00),    -- written off
    (7120, N'INV7120', '2026-10-05', 123, 35, 0, -300.00, -300.00),    -- a credit note
    (7121, N'INV7121', '2026-10-05', 123, 35, 1, 640.00, 0.00),    -- reversed, and billed again by the next
    (7122, N'INV7122', '2026-10-05', 123, 35, 0, 640.00, 640.00),
    (7123, N'PURGE', '2026-10-05', 123, 35, 0, 80.00, 80.00),    -- a purged draft, as many others
    (7124, N'INV7124', '2026-10-05', 123, 35, 0, 250.00, 250.00),    -- all of it billed on account
    (7125, N'INV7125', '2026-10-05', 124, 35, 0, 90.00, 90.00),    -- no payor owes it
    (7126, N'INV7126', '2026-10-05', 124, 35, 0, 70.00, 70.00),    -- nobody knows which payor owes it
    (7127, N'INV7127', '2026-10-05', NULL, 35, 0, 45.00, 45.00),    -- without a lead matter
    (7128, NULL, '2026-10-05', 124, 35, 0, 46.00, 46.00),    -- without a number
    (7129, N'INV7129', '2026-10-05', 124, 35, 0, 0.01, 0.01),    -- a cent
    (7130, N'INV7130', '2026-10-05', 124, 35, 0, 9999999.99, 9999999.99),
    (7131, N'INV7131', '2026-10-05', 125, 35, 0, 10.00, 10.00),    -- six small ones, 75.00 together
    (7132, N'INV7132', '2026-10-05', 125, 35, 0, 11.00, 11.00),
    (7133, N'INV7133', '2026-10-05', 125, 35, 0, 12.00, 12.00),
    (7134, N'INV7134', '2026-10-05', 125, 35, 0, 13.00, 13.00),
    (7135, N'INV7135', '2026-10-05', 125, 35, 0, 14.00, 14.00),
    (7136, N'INV7136', '2026-10-05', 125, 35, 0, 15.00, 15.00),
    (7137, N'INV7137', '2026-10-05', 127, 35, 0, 5.00, 5.00);
GO
/* Parts of amounts are fees, where nothing was billed on account. The last one's invoice is gone. */
INSERT INTO dbo.InvPayor
    (InvMaster, Payor, OrgAmt, BalAmt, BalFee, BalHCo, BalSCo, BalOth, BalInt, BalTax, BalBOA)
VALUES
    (7101, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7102, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7103, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7104, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7105, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7106, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7107, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7108, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7109, 35, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7110, 35, 1200.00, 450.00, 450.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7111, 35, 1200.00, 1200.00, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7112, 35, 1200.00, 1200.00, 1200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7113, 35, 200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7113, 36, 800.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7114, 35, 200.00, 200.00, 200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7114, 36, 800.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7115, 35, 200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7115, 36, 800.00, 800.00, 800.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7116, 35, 200.00, 200.00, 200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7116, 36, 800.00, 800.00, 800.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7117, 35, 200.00, 200.00, 200.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7117, 36, 800.00, -50.00, -50.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7118, 35, 200.00, NULL, NULL, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7118, 36, 800.00, NULL, NULL, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7119, 35, 300.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7120, 35, -300.00, -300.00, -300.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7121, 35, 640.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7122, 35, 640.00, 640.00, 640.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7123, 35, 80.00, 80.00, 80.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7124, 35, 250.00, 250.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00, 250.00),
    (7126, NULL, 70.00, 70.00, 70.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7127, 35, 45.00, 45.00, 45.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7128, 35, 46.00, 46.00, 46.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7129, 35, 0.01, 0.01, 0.01, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7130, 35, 9999999.99, 9999999.99, 9999999.99, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7131, 35, 10.00, 10.00, 10.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7132, 35, 11.00, 11.00, 11.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7133, 35, 12.00, 12.00, 12.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7134, 35, 13.00, 13.00, 13.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7135, 35, 14.00, 14.00, 14.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7136, 35, 15.00, 15.00, 15.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7137, 35, 5.00, 5.00, 5.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00),
    (7999, 35, 10.00, 10.00, 10.00, 0.00, 0.00, 0.00, 0.00, 0.00, 0.00);
GO
INSERT INTO dbo.TrustReceipt (TrustRcptIndex, Amount, IsReversed) VALUES
    (511, 500.00, 0), (512, 300.00, 1), (513, 1000.00, 0), (514, 250.00, 0), (515, 33.33, 0), (516, 12.00, 0);
INSERT INTO dbo.TrustReceiptDetail (TrustRcptDetIndex, TrustReceipt, TrustIntendedUse) VALUES
    (611, 511, NULL), (612, 512, NULL), (613, 513, N'COURT'), (614, 514, NULL), (615, 515, N'TAX'), (616, 516, NULL);
INSERT INTO dbo.TrustDisbursement (TrustDsbmtIndex, BankAcctTrust, Amount, IsReversed) VALUES
    (711, 2, 120.00, 0), (712, 2, 1000.00, 0);
INSERT INTO dbo.TrustAdjustment (TrustAdjIndex, Amount, IsReversed) VALUES (811, 5.00, 1);
INSERT INTO dbo.TrustTransfer (TrustTrsfIndex, Amount, IsReversed) VALUES (902, 80.00, 0), (903, 50.00, 1);
INSERT INTO dbo.TrustTransferDetail (TrustTransferDetIndex, TrustTransfer) VALUES
    (921, 902), (922, 902), (923, 903), (924, 903);
GO
INSERT INTO dbo.TrustBalance (
    TrustBalanceIndex, Matter, BankAcctTrust, Amount, GLDate, PostSource, TrustReceiptDetail, TrustDisbursement,
    TrustAdjustment, TrustTransferDetail
) VALUES
    (1101, 121, 2, 500.00, '2026-04-01', N'TRSTRCPT', 611, NULL, NULL, NULL),
    (1102, 121, 2, -120.00, '2026-04-02', N'TRSTDISB', NULL, 711, NULL, NULL),
    (1103, 121, 2, 300.00, '2026-04-03', N'TRSTRCPT', 612, NULL, NULL, NULL),
    (1104, 121, 2, -300.00, '2026-04-04', N'TRSTRCPT', 612, NULL, NULL, NULL),     -- bounced
    (1105, 121, 2, -80.00, '2026-04-05', N'TRSTTRSF', NULL, NULL, NULL, 921),
    (1106, 122, 2, 80.00, '2026-04-05', N'TRSTTRSF', NULL, NULL, NULL, 922),
    (1107, 122, 2, -5.00, '2026-04-06', N'TRSTADJ', NULL, NULL, 811, NULL),
    (1108, 122, 2, 5.00, '2026-04-07', N'TRSTADJ', NULL, NULL, 811, NULL),
    (1109, 123, 2, 1000.00, '2026-04-08', N'TRSTRCPT', 613, NULL, NULL, NULL),     -- reserved for the court, and paid to it
    (1110, 123, 2, -1000.00, '2026-04-09', N'TRSTDISB', NULL, 712, NULL, NULL),
    (1111, 124, 2, 250.00, '2026-04-10', N'TRSTRCPT', 614, NULL, NULL, NULL),
    (1112, 124, 2, NULL, '2026-04-10', N'TRSTRCPT', 614, NULL, NULL, NULL),        -- without an amount
    (1113, 124, 2, -50.00, '2026-04-11', N'TRSTTRSF', NULL, NULL, NULL, 923),      -- a transfer, and its reversal
    (1114, 125, 2, 50.00, '2026-04-11', N'TRSTTRSF', NULL, NULL, NULL, 924),
    (1115, 124, 2, 50.00, '2026-04-12', N'TRSTTRSF', NULL, NULL, NULL, 923),
    (1116, 125, 2, -50.00, '2026-04-12', N'TRSTTRSF', NULL, NULL, NULL, 924),
    (1117, 125, 2, 33.33, '2026-04-13', N'TRSTRCPT', 615, NULL, NULL, NULL),
    (1118, 126, NULL, 12.00, '2026-04-14', N'TRSTRCPT', 616, NULL, NULL, NULL);    -- on no account
GO
DELETE FROM dbo.Written;
GO
/* Rows without what every row should have. */
INSERT INTO dbo.Client (ClientIndex, Number, DisplayName) VALUES (91, NULL, N'');
INSERT INTO dbo.Matter (MattIndex, Number, DisplayName, Client, MattStatus) VALUES (191, NULL, NULL, 91, N'ACT');
INSERT INTO dbo.InvMaster (InvIndex, InvNumber, InvDate, LeadMatter, DefPayor, IsReversed, OrgAmt, BalAmt) VALUES
    (7916, N'INV7916', NULL, 191, 31, 0, 70.00, 70.00),
    (7918, N'', NULL, 191, 31, 0, 2.00, 2.00);    -- with a blank number
INSERT INTO dbo.InvPayor (InvMaster, Payor, OrgAmt, BalAmt, BalFee) VALUES
    (7916, 31, 70.00, 70.00, 70.00),
    (7918, 31, 2.00, 2.00, 2.00);
INSERT INTO dbo.ReceiptType (Code) VALUES (N'');
GO
/* The placeholders. */
INSERT INTO dbo.Client (ClientIndex, Number, DisplayName) VALUES (0, N'', N'');
INSERT INTO dbo.Matter (MattIndex, Number, DisplayName, Client, MattStatus) VALUES (0, N'', N'', 0, N'ACT');
INSERT INTO dbo.InvMaster (InvIndex, InvNumber, InvDate, LeadMatter, DefPayor, IsReversed, OrgAmt, BalAmt) VALUES
    (7917, N'INV7917', '2026-05-01', 0, 31, 0, 3.00, 3.00);
INSERT INTO dbo.InvPayor (InvMaster, Payor, OrgAmt, BalAmt, BalFee) VALUES
    (7917, 31, 3.00, 3.00, 3.00);
GO
DELETE FROM dbo.Written;
GO
