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
    (206, 21, 'HARB', '0003', '5006', 'Old lease', 'FINAL', 'N', '2025-05-31'),
    (207, 21, 'HARB', '0004', '5007', 'Advice', 'ACTIV', 'N', NULL);
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
    (314, 9014, '2026-09-20', 'BILL', -1),      -- the journal says 45.00
    (315, 9015, '2026-09-21', 'BILL', -1),      -- a credit of an open matter
    (316, 9016, '2026-09-21', 'BILL', -1),      -- settled, of an open matter
    (317, 9017, '2026-09-21', 'BILL', -1);      -- never got a balance
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
    (415, 314, 205, 'O', 50.00, 50.00),
    (416, 315, 201, 'O', -30.00, -30.00),
    (417, 316, 201, 'S', 40.00, 0.00),
    (418, 317, 207, 'O', 25.00, NULL);
INSERT INTO dbo.BLT_BILLP (BILLP_UNO, BILL_TRAN_UNO, PAYR_CLIENT_UNO, TOTAL_AR) VALUES
    (0, 0, 0, 1.00), (501, 301, 21, 400.00), (502, 302, 21, 300.00), (503, 302, 22, 200.00), (504, 303, 21, 90.00),
    (505, 305, 22, -120.00), (506, 306, 21, 0.00), (507, 307, 22, 75.00), (508, 308, 21, 10.00), (509, 309, 23, 20.00),
    (510, 310, 22, 0.00), (511, 311, 21, 99.00), (512, 312, 21, 0.00), (513, 313, 22, 200.00), (514, 314, 23, 50.00),
    (515, 304, 21, 70.00), (516, 315, 21, -30.00), (517, 316, 21, 0.00), (518, 317, 21, NULL);
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
    (314, 415, 205, 314, 'WO', -1, 5.00, 0, 0, 0, 0, 0, 0, 0, 0, 9),
    (315, 416, 201, 315, 'CN', -1, 30.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (316, 417, 201, 316, 'BL', 1, 40.00, 0, 0, 0, 0, 0, 0, 0, 0, -1),
    (316, 417, 201, 603, 'CR', -1, 40.00, 0, 0, 0, 0, 0, 0, 0, 0, 8);
GO
INSERT INTO dbo.TBM_BANK (BANK_CODE, INACTIVE) VALUES ('OPER', 'N'), ('TRST', 'N'), ('TRS2', 'N'), ('OLD', 'Y'), ('MYST', 'N');
INSERT INTO dbo.CRT_CASH (
    RECEIPT_NUM, TRAN_UNO, RECEIPT_AMT, RECEIPT_TYPE, REVERSAL, BANK_CODE, CHECK_NUM, DEPOSIT_DATE
) VALUES
    (0, 0, 0, '', 'N', '', '', NULL),
    (701, 601, 600.00, 'CHK', 'N', 'OPER', '104477', '2026-09-01'),
    (702, 602, 30.00, 'CARD', 'N', 'OPER', 'CP0000000000', '2026-09-20');    -- looks like ours, and is nobody's
GO
/* An ordinary year of one more client, and another client whose code begins with that client's. */
INSERT INTO dbo.HBM_CLIENT (CLIENT_UNO, CLIENT_CODE, CLIENT_NAME, INACTIVE) VALUES
    (24, 'ORDIN', 'Ordinary Trading plc', 'N'), (25, 'ORDIN2', 'Ordinary Holdings', 'N');
INSERT INTO dbo.HBM_MATTER (
    MATTER_UNO, CLIENT_UNO, CLIENT_CODE, MATTER_CODE, MATTER_NUMBER, MATTER_NAME, STATUS_CODE, INACTIVE, CLOSE_DATE
) VALUES
    (211, 24, 'ORDIN', '0001', '6001', 'General advice', 'ACTIV', 'N', NULL),
    (212, 24, 'ORDIN', '0002', '6002', 'Claim', 'ACTIV', 'N', NULL),
    (213, 24, 'ORDIN', '0003', '6003', 'Counterclaim', 'ACTIV', 'N', NULL),
    (214, 24, 'ORDIN', '0004', '6004', 'Court', 'ACTIV', 'N', NULL),
    (215, 24, 'ORDIN', '0005', '6005', 'Purchase of a quay', 'ACTIV', 'N', NULL),
    (216, 24, 'ORDIN', '0006', '6006', 'New', 'ACTIV', 'N', NULL),
    (217, 25, 'ORDIN2', '0001', '6007', 'Of the holding', 'ACTIV', 'N', NULL);
GO
INSERT INTO dbo.BLT_BILL (TRAN_UNO, BILL_NUM, BILL_DATE, LAST_BILL_ACTION, DRUNO) VALUES
    (321, 9101, '2025-08-31', 'BILL', -1),    -- a bill each month: nine are settled, the tenth paid in part
    (322, 9102, '2025-09-30', 'BILL', -1),
    (323, 9103, '2025-10-31', 'BILL', -1),
    (324, 9104, '2025-11-30', 'BILL', -1),
    (325, 9105, '2025-12-31', 'BILL', -1),
    (326, 9106, '2026-01-31', 'BILL', -1),
    (327, 9107, '2026-02-28', 'BILL', -1),
    (328, 9108, '2026-03-31', 'BILL', -1),
    (329, 9109, '2026-04-30', 'BILL', -1),
    (330, 9110, '2026-05-31', 'BILL', -1),
    (331, 9111, '2026-06-30', 'BILL', -1),
    (332, 9112, '2026-07-31', 'BILL', -1),
    (333, 9113, '2026-10-05', 'BILL', -1),    -- of two matters
    (334, 9114, '2026-10-05', 'BILL', -1),    -- one of the two has paid
    (335, 9115, '2026-10-05', 'CANC', -1),    -- cancelled, and billed again under its number
    (336, 9115, '2026-10-05', 'BILL', -1),
    (337, 9117, '2026-10-05', 'BILL', -1),    -- 200.00 were entered and are not posted yet
    (338, 9118, '2026-10-05', 'BILL', -1),    -- written off
    (339, 9119, '2026-10-05', 'BILL', -1),    -- a credit note
    (340, 9120, '2026-10-05', 'BILL', -1),    -- paid by mistake, and the cash reallocated
    (341, 0, '2026-10-05', NULL, -5),    -- a prebill, as many others
    (342, 9122, '2026-10-05', 'REVR', -1),    -- reversed
    (343, 9123, '2026-10-05', 'BILL', -1),    -- a cent
    (344, 9124, '2026-10-05', 'BILL', -1),
    (345, 9125, '2026-10-05', 'BILL', -1),    -- without an A/R status
    (346, 9126, '2026-10-05', 'BILL', -1);
/* The last one's bill is gone. */
INSERT INTO dbo.BLT_BILLM (BILLM_UNO, BILL_TRAN_UNO, MATTER_UNO, AR_STATUS, TOTAL_BIL, TOTAL_AR) VALUES
    (451, 321, 211, 'S', 1200.00, 0.00),
    (452, 322, 211, 'S', 1200.00, 0.00),
    (453, 323, 211, 'S', 1200.00, 0.00),
    (454, 324, 211, 'S', 1200.00, 0.00),
    (455, 325, 211, 'S', 1200.00, 0.00),
    (456, 326, 211, 'S', 1200.00, 0.00),
    (457, 327, 211, 'S', 1200.00, 0.00),
    (458, 328, 211, 'S', 1200.00, 0.00),
    (459, 329, 211, 'S', 1200.00, 0.00),
    (460, 330, 211, 'O', 1200.00, 450.00),
    (461, 331, 211, 'O', 1200.00, 1200.00),
    (462, 332, 211, 'O', 1200.00, 1200.00),
    (463, 333, 212, 'O', 100.00, 100.00),
    (464, 333, 213, 'O', 200.00, 200.00),
    (465, 334, 212, 'S', 100.00, 0.00),
    (466, 334, 213, 'O', 200.00, 200.00),
    (467, 335, 212, 'X', 100.00, 100.00),
    (468, 335, 213, 'X', 200.00, 200.00),
    (469, 336, 212, 'O', 100.00, 100.00),
    (470, 336, 213, 'O', 200.00, 200.00),
    (471, 337, 214, 'O', 300.00, 100.00),
    (472, 338, 214, 'S', 80.00, 0.00),
    (473, 339, 214, 'O', -60.00, -60.00),
    (474, 340, 214, 'O', 50.00, 50.00),
    (475, 341, 214, 'O', 70.00, 70.00),
    (476, 342, 214, 'X', 90.00, 0.00),
    (477, 343, 215, 'O', 0.01, 0.01),
    (478, 344, 215, 'O', 9999999.99, 9999999.99),
    (479, 345, 215, NULL, 33.00, 33.00),
    (480, 346, 217, 'O', 5.00, 5.00),
    (481, 999, 211, 'O', 10.00, 10.00);
INSERT INTO dbo.BLT_BILLP (BILLP_UNO, BILL_TRAN_UNO, PAYR_CLIENT_UNO, TOTAL_AR) VALUES
    (521, 321, 24, 0.00),
    (522, 322, 24, 0.00),
    (523, 323, 24, 0.00),
    (524, 324, 24, 0.00),
    (525, 325, 24, 0.00),
    (526, 326, 24, 0.00),
    (527, 327, 24, 0.00),
    (528, 328, 24, 0.00),
    (529, 329, 24, 0.00),
    (530, 330, 24, 450.00),
    (531, 331, 24, 1200.00),
    (532, 332, 24, 1200.00),
    (533, 333, 24, 300.00),
    (534, 334, 24, 200.00),
    (535, 335, 24, 0.00),
    (536, 336, 24, 300.00),
    (537, 337, 24, 100.00),
    (538, 338, 24, 0.00),
    (539, 339, 24, -60.00),
    (540, 340, 24, 50.00),
    (541, 341, 24, 70.00),
    (542, 342, 24, 0.00),
    (543, 343, 24, 0.01),
    (544, 344, 24, 9999999.99),
    (545, 345, 24, 33.00),
    (546, 346, 25, 5.00);
GO
/* All of it fees; the other amounts are null. */
INSERT INTO dbo.BLT_BILL_AMT (BILL_TRAN_UNO, BILLM_UNO, MATTER_UNO, SOURCE_TRAN_UNO, TRAN_TYPE, SIGN, FEES_AMT, DRUNO)
VALUES
    (321, 451, 211, 321, 'BL', 1, 1200.00, -1),
    (321, 451, 211, 611, 'CR', -1, 1200.00, 10),
    (322, 452, 211, 322, 'BL', 1, 1200.00, -1),
    (322, 452, 211, 612, 'CR', -1, 1200.00, 11),
    (323, 453, 211, 323, 'BL', 1, 1200.00, -1),
    (323, 453, 211, 613, 'CR', -1, 1200.00, 12),
    (324, 454, 211, 324, 'BL', 1, 1200.00, -1),
    (324, 454, 211, 614, 'CR', -1, 1200.00, 13),
    (325, 455, 211, 325, 'BL', 1, 1200.00, -1),
    (325, 455, 211, 615, 'CR', -1, 1200.00, 14),
    (326, 456, 211, 326, 'BL', 1, 1200.00, -1),
    (326, 456, 211, 616, 'CR', -1, 1200.00, 15),
    (327, 457, 211, 327, 'BL', 1, 1200.00, -1),
    (327, 457, 211, 617, 'CR', -1, 1200.00, 16),
    (328, 458, 211, 328, 'BL', 1, 1200.00, -1),
    (328, 458, 211, 618, 'CR', -1, 1200.00, 17),
    (329, 459, 211, 329, 'BL', 1, 1200.00, -1),
    (329, 459, 211, 619, 'CR', -1, 1200.00, 18),
    (330, 460, 211, 330, 'BL', 1, 1200.00, -1),
    (330, 460, 211, 620, 'CR', -1, 750.00, 19),
    (331, 461, 211, 331, 'BL', 1, 1200.00, -1),
    (332, 462, 211, 332, 'BL', 1, 1200.00, -1),
    (333, 463, 212, 333, 'BL', 1, 100.00, -1),
    (333, 464, 213, 333, 'BL', 1, 200.00, -1),
    (334, 465, 212, 334, 'BL', 1, 100.00, -1),
    (334, 465, 212, 621, 'CR', -1, 100.00, 21),
    (334, 466, 213, 334, 'BL', 1, 200.00, -1),
    (335, 467, 212, 335, 'BL', 1, 100.00, -1),
    (335, 467, 212, 335, 'BLX', -1, 100.00, -1),
    (335, 468, 213, 335, 'BL', 1, 200.00, -1),
    (335, 468, 213, 335, 'BLX', -1, 200.00, -1),
    (336, 469, 212, 336, 'BL', 1, 100.00, -1),
    (336, 470, 213, 336, 'BL', 1, 200.00, -1),
    (337, 471, 214, 337, 'BL', 1, 300.00, -1),
    (337, 471, 214, 622, 'CR', -1, 200.00, -5),    -- unposted
    (338, 472, 214, 338, 'BL', 1, 80.00, -1),
    (338, 472, 214, 338, 'WO', -1, 80.00, 22),
    (339, 473, 214, 339, 'CN', -1, 60.00, -1),
    (340, 474, 214, 340, 'BL', 1, 50.00, -1),
    (340, 474, 214, 623, 'CR', -1, 50.00, 23),
    (340, 474, 214, 623, 'RA', 1, 50.00, 24),
    (342, 476, 214, 342, 'BL', 1, 90.00, -1),
    (342, 476, 214, 342, 'BLX', -1, 90.00, -1),
    (343, 477, 215, 343, 'BL', 1, 0.01, -1),
    (344, 478, 215, 344, 'BL', 1, 9999999.99, -1),
    (346, 480, 217, 346, 'BL', 1, 5.00, -1);
GO
/* The last one is reversed, and its check number looks like ours. */
INSERT INTO dbo.CRT_CASH (
    RECEIPT_NUM, TRAN_UNO, RECEIPT_AMT, RECEIPT_TYPE, REVERSAL, BANK_CODE, CHECK_NUM, DEPOSIT_DATE
) VALUES
    (711, 611, 1200.00, 'CHK', 'N', 'OPER', '104500', '2025-08-31'),
    (712, 612, 1200.00, 'CHK', 'N', 'OPER', '104501', '2025-09-30'),
    (713, 613, 1200.00, 'CHK', 'N', 'OPER', '104502', '2025-10-31'),
    (714, 614, 1200.00, 'CHK', 'N', 'OPER', '104503', '2025-11-30'),
    (715, 615, 1200.00, 'CHK', 'N', 'OPER', '104504', '2025-12-31'),
    (716, 616, 1200.00, 'CHK', 'N', 'OPER', '104505', '2026-01-31'),
    (717, 617, 1200.00, 'CHK', 'N', 'OPER', '104506', '2026-02-28'),
    (718, 618, 1200.00, 'CHK', 'N', 'OPER', '104507', '2026-03-31'),
    (719, 619, 1200.00, 'CHK', 'N', 'OPER', '104508', '2026-04-30'),
    (720, 620, 750.00, 'CHK', 'N', 'OPER', '104509', '2026-05-31'),
    (721, 621, 100.00, 'CHK', 'N', 'OPER', '104520', '2026-10-05'),
    (722, 622, 200.00, 'CHK', 'N', 'OPER', '104521', '2026-10-05'),
    (723, 623, 50.00, 'CHK', 'N', 'OPER', '104522', '2026-10-05'),
    (724, 624, 20.00, 'CARD', 'Y', 'OPER', 'CP0000000001', '2026-10-05');
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
    (496, 395, 297, 'O', NULL, 45.00),
    (497, 395, 297, '', 8.00, 8.00);
INSERT INTO dbo.BLT_BILLP (BILLP_UNO, BILL_TRAN_UNO, PAYR_CLIENT_UNO, TOTAL_AR) VALUES (596, 395, 94, 45.00);
INSERT INTO dbo.BLT_BILL_AMT (BILL_TRAN_UNO, BILLM_UNO, MATTER_UNO, SOURCE_TRAN_UNO, TRAN_TYPE, SIGN, FEES_AMT, DRUNO)
VALUES (395, 496, 297, 395, 'BL', 1, 45.00, -1);
INSERT INTO dbo.TBM_BANK (BANK_CODE, INACTIVE) VALUES ('', 'N');
GO
DELETE FROM dbo.Written;
GO
