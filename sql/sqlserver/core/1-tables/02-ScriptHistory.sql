/*
  Table ScriptHistory: which script was run, when, and by whom. Append-only; written by "connect scripts apply" and by the
  file that "connect scripts print" makes.

  Sha256 is that of the script's text in UTF-8 with LF line ends and without a byte order mark, in lower-case hexadecimal.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF OBJECT_ID(N'clientpay_internal.ScriptHistory', N'U') IS NULL
    CREATE TABLE clientpay_internal.ScriptHistory (
        ScriptHistoryId bigint IDENTITY (1, 1) NOT NULL CONSTRAINT PK_ScriptHistory PRIMARY KEY,
        Name varchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Version varchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
        Sha256 char(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
        AppliedAt datetime2(3) NOT NULL,
        AppliedBy nvarchar(256) NOT NULL,
        AppliedFrom nvarchar(256) NOT NULL
    );
GO
PRINT 'Table clientpay_internal.ScriptHistory is there.';
GO
