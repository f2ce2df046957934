/*
  A few rows by hand, each for what it means. What the connector must list of them stands in AderantExpertTest, computed
  there by hand. Key 0 is the system's dummy row in every table.
*/
INSERT INTO dbo.HBM_CLIENT (CLIENT_UNO, CLIENT_CODE, CLIENT_NAME, INACTIVE) VALUES
    (0, '', '', 'N'),
    (21, 'HARB', 'Harbour Lines Ltd', 'N'),
    (22, 'OBRIEN', 'O''Brien & Sons', 'N'),
    (23, '100%', '100% Legal_Costs [old]', 'Y');
INSERT INTO dbo.HBL_STATUS_MATT (STATUS_CODE, STATUS_DESC, ALLOW_TIME) VALUES
    ('ACTIV', 'Active', 'Y'), ('CLOSE', 'Closed', 'N'), ('FINAL', 'Final bill sent', 'N'), ('DORM', 'Dormant', 'N'),
    ('NONE', 'No matter has it', 'N');
INSERT INTO dbo.HBM_MATTER (
    MATTER_UNO, CLIENT_UNO, CLIENT_CODE, MATTER_CODE, MATTER_NUMBER, MATTER_NAME, STATUS_CODE, INACTIVE, CLOSE_DATE
) VALUES
    (0, 0, '', '', '', '', '', 'N', NULL),
    (201, 21, 'HARB', '0001', '5001', 'Charter of MV Heron', 'ACTIV', 'N', NULL),
    (202, 21, 'HARB', '0002', '5002', 'Salvage', 'CLOSE', 'N', NULL),              -- closed by its status alone
    (203, 22, 'OBRIEN', '0001', '5003', 'Estate', 'ACTIV', 'Y', NULL),             -- inactive
    (204, 22, 'OBRIEN', '0002', '5004', 'Estate, tax', 'ACTIV', 'N', '2026-05-31'),  -- with a closing date
    (205, 23, '100%', '0001', '5005', 'Costs', 'DORM', 'N', NULL),                 -- of a status nobody has answered
    (206, 21, 'HARB', '0003', '5006', 'Old lease', 'FINAL', 'N', '2025-05-31');
GO
INSERT INTO dbo.BLT_BILL (TRAN_UNO, BILL_NUM, BILL_DATE, LAST_BILL_ACTION, DRUNO) VALUES
    (0, 0, NULL, '', 0),
    (301, 9001, '2026-08-31', 'BILL', -1),
    (302, 9002, '2026-08-31', 'BILL', -1),      -- of two matters
    (303, 9003, '2026-08-31', 'REVR', -1),      -- reversed, with a balance left over
    (304, 0, '2026-09-15', NULL, -5),           -- a prebill
    (305, 9005, '2026-09-15', 'BILL', -1),      -- a credit
    (306, 9006, '2026-09-15', 'CANC', -1),      -- cancelled, and its number used again by the next
    (307, 9006, '2026-09-16', 'BILL', -1),
    (308, 9008, '2026-09-16', NULL, -1),        -- two live bills of one number
    (309, 9008, '2026-09-17', 'BILL', -1),
    (310, 9010, '2026-09-18', 'BILL', -1),      -- settled
    (311, 9011, '2026-09-18', 'BILL', -1),      -- of the dummy matter
    (312, 9012, '2026-09-18', 'BILL', -1),      -- settled, with 5.00 left over
    (313, 9013, '2026-09-19', 'BILL', -1),      -- its payor's part says 200.00
    (314, 9014, '2026-09-20', 'BILL', -1);      -- the journal says 45.00
INSERT INTO dbo.BLT_BILLM (BILLM_UNO, BILL_TRAN_UNO, MATTER_UNO, AR_STATUS, TOTAL_BIL, TOTAL_AR) VALUES
    (0, 0, 0, 'O', 0, 1.00),
    (401, 301, 201, 'O', 1000.00, 400.00),
    (402, 302, 201, 'O', 150.25, 150.25),
    (403, 302, 202, 'O', 349.75, 349.75),
    (404, 303, 201, 'O', 90.00, 90.00),
    (405, 304, 201, 'O', 70.00, 70.00),
    (406, 305, 203, 'O', -120.00, -120.00),
    (407, 306, 201, 'X', 60.00, 60.00),
    (408, 307, 203, 'O', 75.00, 75.00),
    (409, 308, 201, 'O', 10.00, 10.00),
    (410, 309, 205, 'O', 20.00, 20.00),
    (411, 310, 204, 'S', 30.00, 0.00),
    (412, 311, 0, 'O', 99.00, 99.00),
    (413, 312, 206, 'S', 5.00, 5.00),
    (414, 313, 204, 'O', 210.00, 210.00),
    (415, 314, 205, 'O', 50.00, 50.00);
INSERT INTO dbo.BLT_BILLP (BILLP_UNO, BILL_TRAN_UNO, PAYR_CLIENT_UNO, TOTAL_AR) VALUES
    (0, 0, 0, 1.00), (501, 301, 21, 400.00), (502, 302, 21, 300.00), (503, 302, 22, 200.00), (504, 303, 21, 90.00),
    (505, 305, 22, -120.00), (506, 306, 21, 0.00), (507, 307, 22, 75.00), (508, 308, 21, 10.00), (509, 309, 23, 20.00),
    (510, 310, 22, 0.00), (511, 311, 21, 99.00), (512, 312, 21, 0.00), (513, 313, 22, 200.00), (514, 314, 23, 50.00),
    (515, 304, 21, 70.00);
GO
INSERT INTO dbo.BLT_BILL_AMT (
    BILL_TRAN_UNO, BILLM_UNO, MATTER_UNO, SOURCE_TRAN_UNO, TRAN_TYPE, SIGN, FEES_AMT, HARD_AMT, SOFT_AMT, OAFEE_AMT,
    OADISB_AMT, RETAINER_AMT, PREMDISC_AMT, TAX_AMT, INTEREST_AMT, DRUNO
) VALUES
    (301, 401, 201, 301, 'BL', 1, 900.00, 0, 0, 0, 0, 0, 0, 100.00, 0, -1),
    (301, 401, 201, 601, 'CR', -1, 600.00, 0, 0, 0, 0, 0, 0, 0, 0, 7),
    (301, 401, 201, 301, 'BL', 1, 1000.00, 0, 0, 0, 0, 0, 0, 0, 0, -2),        -- of a draft: none of the books
    (302, 402, 201, 302, 'BL', 1, 150.25, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, -1),
    (302, 403, 202, 302, 'BL', 1, 349.75, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (303, 404, 201, 303, 'BL', 1, 90.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (303, 404, 201, 303, 'BLX', -1, 90.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (305, 406, 203, 305, 'CN', -1, 120.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (306, 407, 201, 306, 'BL', 1, 60.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (306, 407, 201, 306, 'BLX', -1, 60.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (307, 408, 203, 307, 'BL', 1, 75.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (308, 409, 201, 308, 'BL', 1, 0, 10.00, 0, 0, 0, 0, 0, 0, 0, -1),
    (309, 410, 205, 309, 'BL', 1, 0, 0, 12.00, 1.00, 1.00, 1.00, 1.00, 2.00, 2.00, -1),
    (310, 411, 204, 310, 'BL', 1, 30.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (310, 411, 204, 602, 'CR', -1, 30.00, 0, 0, 0, 0, 0, 0, 0, 0, 8),
    (312, 413, 206, 312, 'BL', 1, 5.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (312, 413, 206, 312, 'WO', -1, 5.00, 0, 0, 0, 0, 0, 0, 0, 0, 9),
    (313, 414, 204, 313, 'BL', 1, 210.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (314, 415, 205, 314, 'BL', 1, 50.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (314, 415, 205, 314, 'WO', -1, 5.00, 0, 0, 0, 0, 0, 0, 0, 0, 9);
GO
INSERT INTO dbo.TBM_BANK (BANK_CODE, INACTIVE) VALUES ('OPER', 'N'), ('TRST', 'N'), ('OLD', 'Y'), ('MYST', 'N');
INSERT INTO dbo.CRT_CASH (
    RECEIPT_NUM, TRAN_UNO, RECEIPT_AMT, RECEIPT_TYPE, REVERSAL, BANK_CODE, CHECK_NUM, DEPOSIT_DATE
) VALUES
    (0, 0, 0, '', 'N', '', '', NULL),
    (701, 601, 600.00, 'CHK', 'N', 'OPER', '104477', '2026-09-01'),
    (702, 602, 30.00, 'CARD', 'N', 'OPER', 'CP0000000000', '2026-09-20');    -- looks like ours, and is nobody's
GO
DELETE FROM dbo.Written;
GO
/* Rows without what every row should have, dummy codes, and a status that is in no table of statuses. */
INSERT INTO dbo.HBM_CLIENT (CLIENT_UNO, CLIENT_CODE, CLIENT_NAME, INACTIVE) VALUES (94, NULL, '', NULL);
INSERT INTO dbo.HBL_STATUS_MATT (STATUS_CODE, STATUS_DESC, ALLOW_TIME) VALUES ('', NULL, NULL);
INSERT INTO dbo.HBM_MATTER (
    MATTER_UNO, CLIENT_UNO, CLIENT_CODE, MATTER_CODE, MATTER_NUMBER, MATTER_NAME, STATUS_CODE, INACTIVE, CLOSE_DATE
) VALUES (297, 94, NULL, NULL, NULL, NULL, 'GONE', 'N', NULL);
INSERT INTO dbo.BLT_BILL (TRAN_UNO, BILL_NUM, BILL_DATE, LAST_BILL_ACTION, DRUNO) VALUES (395, 9915, NULL, NULL, -1);
INSERT INTO dbo.BLT_BILLM (BILLM_UNO, BILL_TRAN_UNO, MATTER_UNO, AR_STATUS, TOTAL_BIL, TOTAL_AR) VALUES
    (496, 395, 297, 'O', NULL, 45.00);
INSERT INTO dbo.BLT_BILLP (BILLP_UNO, BILL_TRAN_UNO, PAYR_CLIENT_UNO, TOTAL_AR) VALUES (596, 395, 94, 45.00);
INSERT INTO dbo.BLT_BILL_AMT (BILL_TRAN_UNO, BILLM_UNO, MATTER_UNO, SOURCE_TRAN_UNO, TRAN_TYPE, SIGN, FEES_AMT, DRUNO)
VALUES (395, 496, 297, 395, 'BL', 1, 45.00, -1);
INSERT INTO dbo.TBM_BANK (BANK_CODE, INACTIVE) VALUES ('', 'N');
GO
DELETE FROM dbo.Written;
GO
