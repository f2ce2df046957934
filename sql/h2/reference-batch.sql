-- The reference firm with an import: it takes receipts from batch files only. Runs after procedures.sql and the row of
-- Installation, on a reference firm that has no postings yet.
--
-- Somebody reads a file of the folder into firm.ImportLine and calls firm.ImportReceipts, which books or rejects each receipt
-- and says so in firm.ImportResult: in the demo that is com.clientpay.connect.demo.DemoImport.

-- A file is imported once, by its name.
CREATE TABLE firm.ImportFile (
    FileName           VARCHAR(200) NOT NULL PRIMARY KEY,
    ImportedAt         TIMESTAMP(3) NOT NULL
);

-- What stood in the file, line by line.
CREATE TABLE firm.ImportLine (
    FileName           VARCHAR(200) NOT NULL REFERENCES firm.ImportFile,
    LineNumber         INT          NOT NULL,
    ReceiptKey         VARCHAR(20)  NOT NULL,
    Kind               VARCHAR(16)  NOT NULL CHECK (Kind IN ('POST', 'REVERSE')),
    Position           INT          NOT NULL,
    ReceiptDate        DATE         NOT NULL,
    BookDate           DATE         NOT NULL,
    BankAccountId      VARCHAR(20)  NOT NULL,
    TransactionType    VARCHAR(16),
    LedgerCode         VARCHAR(16),
    Reference          VARCHAR(100),
    Payor              VARCHAR(200),
    ClientNumber       VARCHAR(20),
    MatterNumber       VARCHAR(20),
    InvoiceNumber      VARCHAR(20),
    TrustLedgerId      VARCHAR(20),
    Amount             DECIMAL(19, 2) NOT NULL CHECK (Amount > 0),
    Description        VARCHAR(500),
    PostingId          VARCHAR(64)  NOT NULL,
    Attempt            INT          NOT NULL,
    Handover           INT          NOT NULL,
    PRIMARY KEY (FileName, LineNumber)
);

-- What became of each receipt.
CREATE TABLE firm.ImportResult (
    ImportResultId     BIGINT GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    FileName           VARCHAR(200) NOT NULL REFERENCES firm.ImportFile,
    PostingId          VARCHAR(64)  NOT NULL,
    Attempt            INT          NOT NULL,
    Kind               VARCHAR(16)  NOT NULL,
    Handover           INT          NOT NULL,
    Outcome            VARCHAR(16)  NOT NULL CHECK (Outcome IN ('BOOKED', 'REJECTED')),
    ReceiptId          BIGINT       REFERENCES firm.Receipt,
    BookedOn           DATE,
    Detail             VARCHAR(1000)
);
CREATE INDEX firm.ImportResultByPosting ON firm.ImportResult (PostingId, Attempt, Kind, Handover);

CREATE ALIAS firm.ImportReceipts FOR 'com.clientpay.connect.demo.reference.ImportReceipts.call';

DROP VIEW clientpay_internal.MapReceiptResult;
CREATE VIEW clientpay_internal.MapReceiptResult AS
    SELECT PostingId, Attempt, Kind, Handover, Outcome, CAST(ReceiptId AS VARCHAR(64)) AS Receipt, BookedOn, Detail
    FROM firm.ImportResult;

DROP ALIAS clientpay_internal.ApplyPosting;
DROP ALIAS clientpay_internal.ReversePosting;
CREATE ALIAS clientpay_internal.ApplyPosting FOR 'com.clientpay.connect.demo.reference.QueuePosting.call';
CREATE ALIAS clientpay_internal.ReversePosting FOR 'com.clientpay.connect.demo.reference.QueueReversal.call';

UPDATE clientpay_internal.Installation SET SystemName = 'reference-batch',
    SystemTitle = 'Reference firm with an import (demo)', Delivery = 'BATCH';
