/*
  Tables of what the firm itself says of its books, which no pack can know.

  Answer               what a thing that only the firm can classify is, such as a bank account; the pack's views read it.
                       Items without a row are never guessed: the views leave them out
    Subject, Item      as in the pack's view AskItem
    Answer             as in its view AskChoice
    AnsweredBy, AnsweredAt  who and when, UTC
    Contradiction      what the books said against the answer when it was given, or null
    Confirmation       the words by which it was accepted all the same, or null
  AnswerEvent          the same, append-only: every answer that was ever given; UNANSWERED where one was taken back
  MappingSignOff       that accounting compared the mapping's totals with its own and accepted them. Append-only; the last
                       one counts, as long as what it is about is unchanged
  MappingSignOffTotal  the totals that were shown: of each comparison of the pack (Name as in its view Comparison), and
                       of MapOpenInvoice and MapTrustLedger, which is what the connector offers (SecondCount, SecondTotal
                       and what differs are null there)
  MappingSignOffState  what it is about: the pack's views (Part VIEW) and the answers (Part ANSWER), each as a SHA-256

  May be run again at any time; no row is changed.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.Answer', N'U') IS NULL
    CREATE TABLE clientpay_internal.Answer (
        Subject varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Item nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Answer varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        AnsweredBy nvarchar(256) NOT NULL,
        AnsweredAt datetime2(3) NOT NULL,
        Contradiction nvarchar(1000) NULL,
        Confirmation nvarchar(1000) NULL,
        CONSTRAINT PK_Answer PRIMARY KEY (Subject, Item)
    );
GO
IF OBJECT_ID(N'clientpay_internal.AnswerEvent', N'U') IS NULL
    CREATE TABLE clientpay_internal.AnswerEvent (
        AnswerEventId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_AnswerEvent PRIMARY KEY,
        Subject varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Item nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Answer varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        AnsweredBy nvarchar(256) NOT NULL,
        AnsweredAt datetime2(3) NOT NULL,
        Contradiction nvarchar(1000) NULL,
        Confirmation nvarchar(1000) NULL
    );
GO
IF OBJECT_ID(N'clientpay_internal.MappingSignOff', N'U') IS NULL
    CREATE TABLE clientpay_internal.MappingSignOff (
        MappingSignOffId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_MappingSignOff PRIMARY KEY,
        SignedBy nvarchar(256) NOT NULL,
        SignedAt datetime2(3) NOT NULL,
        EnteredBy nvarchar(256) NOT NULL,
        Remark nvarchar(1000) NULL
    );
GO
IF OBJECT_ID(N'clientpay_internal.MappingSignOffTotal', N'U') IS NULL
    CREATE TABLE clientpay_internal.MappingSignOffTotal (
        MappingSignOffId bigint NOT NULL
            CONSTRAINT FK_MappingSignOffTotal REFERENCES clientpay_internal.MappingSignOff (MappingSignOffId),
        Name varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        FirstCount bigint NOT NULL,
        FirstTotal decimal(19, 2) NOT NULL,
        SecondCount bigint NULL,
        SecondTotal decimal(19, 2) NULL,
        DifferentCount bigint NULL,
        DifferentTotal decimal(19, 2) NULL,
        CONSTRAINT PK_MappingSignOffTotal PRIMARY KEY (MappingSignOffId, Name)
    );
GO
IF OBJECT_ID(N'clientpay_internal.MappingSignOffState', N'U') IS NULL
    CREATE TABLE clientpay_internal.MappingSignOffState (
        MappingSignOffId bigint NOT NULL
            CONSTRAINT FK_MappingSignOffState REFERENCES clientpay_internal.MappingSignOff (MappingSignOffId),
        Part varchar(16) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Subject varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Item nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Value varbinary(32) NOT NULL,
        CONSTRAINT PK_MappingSignOffState PRIMARY KEY (MappingSignOffId, Part, Subject, Item)
    );
GO
PRINT 'Tables Answer, AnswerEvent and MappingSignOff of clientpay_internal are there.';
GO
