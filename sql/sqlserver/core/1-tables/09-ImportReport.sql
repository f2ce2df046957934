/*
  Table ImportReport: what the firm says that its import has made of a receipt, for systems whose import leaves no
  answer in the books that a pack could read. Such a pack's view MapReceiptResult reads it; the connector then takes the
  answer over, as any other. Written by procedure clientpay_internal.ReportReceipt, by the firm's own job or a person.

  ReceiptKey  as in the batch file
  Outcome     BOOKED or REJECTED. A receipt that was reported REJECTED and is BOOKED after all has both rows; the
              connector then goes by BOOKED
  Receipt     the books' number of it, or null
  BookedOn    null where it was rejected, or is the date that was asked for
  Detail      why it was rejected, or null
  ReportedBy, ReportedAt  the login, and when (UTC)

  May be run again at any time; no row is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.ImportReport', N'U') IS NULL
    CREATE TABLE clientpay_internal.ImportReport (
        ReceiptKey bigint NOT NULL,
        Outcome varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL
            CONSTRAINT CK_ImportReport_Outcome CHECK (Outcome IN ('BOOKED', 'REJECTED')),
        Receipt nvarchar(64) NULL,
        BookedOn date NULL,
        Detail nvarchar(1000) NULL,
        ReportedBy nvarchar(256) NOT NULL,
        ReportedAt datetime2(3) NOT NULL,
        CONSTRAINT PK_ImportReport PRIMARY KEY (ReceiptKey, Outcome)
    );
GO
PRINT 'Table clientpay_internal.ImportReport is there.';
GO
