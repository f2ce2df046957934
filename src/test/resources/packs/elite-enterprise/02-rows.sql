/*
  A few rows by hand, each for what it means. What the connector must list of them stands in EliteEnterpriseTest, computed
  there by hand.
*/
INSERT INTO dbo.client (clnum, clname1, clname2) VALUES
    ('00124192', 'Harbour Lines Ltd', NULL), ('55001', 'O''Brien & Sons', 'Estate'), ('77', '100% Legal_Costs [old]', NULL);
/* Numbers have two forms: eight digits and a point, and five digits and a dash. */
INSERT INTO dbo.matter (mmatter, mclient, mdesc1, mstatus) VALUES
    ('00124192.00001', '00124192', 'Charter of MV Heron', 'OP'),
    ('00124192.00002', '00124192', 'Salvage', 'OP'),
    ('55001-003', '55001', 'Estate', 'OP'),
    ('55001-004', '55001', 'Estate, tax', 'CL'),
    ('77-1', '77', 'Costs', 'ZZ'),
    ('99-1', '99', 'Of a client that is gone', 'OP');
/* C is a credit. ODD says neither. */
INSERT INTO dbo.ledcode (lccode, lcdebcr) VALUES ('FEES', 'D'), ('COST', 'D'), ('PAY', 'C'), ('WO', 'C'), ('ODD', NULL);
GO
INSERT INTO dbo.ledger (lindex, lmatter, ltradat, linvoice, ldocumnt, llcode, lamount, lperiod, lzero) VALUES
    (1, '00124192.00001', '2026-08-31', '88001', NULL, 'FEES', 1000.00, '0826', 'N'),
    (2, '00124192.00001', '2026-08-31', '88001', NULL, 'COST', 50.00, '0826', 'N'),
    (3, '00124192.00001', '2026-09-10', '88001', '104477', 'PAY', 650.00, '0926', 'N'),
    (4, '00124192.00001', '2026-09-01', '88002', NULL, 'FEES', 150.25, '0926', 'N'),    -- an invoice of two matters
    (5, '00124192.00002', '2026-09-01', '88002', NULL, 'FEES', 349.75, '0926', 'N'),
    (6, '00124192.00001', '2026-09-02', '88003', NULL, 'FEES', 90.00, '0926', 'R'),     -- reversed
    (7, '00124192.00001', '2026-09-02', '88003', NULL, 'FEES', 90.00, '0926', 'R'),
    (8, '00124192.00001', '2026-09-03', '88004', NULL, 'FEES', 70.00, '0926', 'Y'),     -- zeroed out
    (9, '00124192.00001', '2026-09-04', '88004', '104478', 'PAY', 70.00, '0926', 'Y'),
    (10, '55001-003', '2026-09-05', '88005', NULL, 'WO', 120.00, '0926', 'N'),          -- a credit
    (11, '00124192.00001', '2026-09-06', NULL, '104479', 'PAY', 25.00, '0926', 'N'),    -- on no invoice
    (12, '00124192.00001', '2026-09-06', '', NULL, 'FEES', 30.00, '0926', 'N'),
    (13, '00124192.00001', '2026-09-06', '0', NULL, 'FEES', 5.00, '0926', 'N'),
    (14, '55001-003', '2026-09-07', '88006', NULL, 'FEES', 60.00, '0926', 'N'),
    (15, '55001-003', '2026-09-08', '88006', '104480', 'PAY', 10.00, '0926', 'R'),      -- a receipt taken back
    (16, '00124192.00002', '2026-09-09', '88007', NULL, 'FEES', 80.00, '0926', 'N'),
    (17, '00124192.00002', '2026-09-09', '88007', NULL, 'XXXX', 20.00, '0926', 'N'),    -- of a code that is in no ledcode
    (18, '00124192.00002', '2026-09-09', '88008', NULL, 'FEES', 40.00, '0926', 'N'),
    (19, '00124192.00002', '2026-09-09', '88008', NULL, 'ODD', 3.00, '0926', 'N'),      -- neither debit nor credit
    (20, '55001-004', '2026-09-10', '88009', NULL, 'FEES', 33.33, '0926', 'N'),         -- of a closed matter: owed all the same
    (21, '00124192.00001', '2026-09-11', '88010', NULL, 'FEES', 200.00, '0926', 'Y'),   -- flags that contradict the sums
    (22, '00124192.00001', '2026-09-12', '88010', '104481', 'PAY', 190.00, '0926', 'N'),
    (23, '99-1', '2026-09-13', '88011', NULL, 'FEES', 44.44, '0926', 'N'),              -- of a matter without a client
    (24, '77-1', '2026-09-14', '88012', NULL, 'FEES', 12.00, '0926', 'N'),
    (25, '77-1', '2026-09-15', '88012', NULL, 'PAY', 12.00, '0926', NULL);              -- nobody knows whether it counts
GO
DELETE FROM dbo.Written;
GO
/* Rows without what every row should have, a dummy row, and codes that occur twice or say debit and credit their way. */
INSERT INTO dbo.client (clnum, clname1, clname2) VALUES ('', '', NULL), ('98', NULL, NULL);
INSERT INTO dbo.matter (mmatter, mclient, mdesc1, mstatus) VALUES ('', '', '', ''), ('98-1', '98', NULL, NULL);
INSERT INTO dbo.ledcode (lccode, lcdebcr) VALUES
    ('DUP', 'D'), ('DUP', 'D'), ('CON', 'D'), ('CON', 'C'), ('LOW', 'c'), ('BLK', ' '), (NULL, 'C');
INSERT INTO dbo.ledger (lindex, lmatter, ltradat, linvoice, ldocumnt, llcode, lamount, lperiod, lzero) VALUES
    (926, '98-1', NULL, '98013', NULL, 'DUP', 21.00, '0926', 'N'),
    (927, '98-1', '2026-09-17', '98014', NULL, 'FEES', 9.00, '0926', 'N'),
    (928, '98-1', '2026-09-17', '98014', NULL, 'LOW', 4.00, '0926', 'N'),
    (929, '98-1', '2026-09-17', '98015', NULL, 'CON', 7.00, '0926', 'N'),
    (930, '98-1', '2026-09-17', '98016', NULL, 'BLK', 8.00, '0926', 'N');
GO
DELETE FROM dbo.Written;
GO
