/*
  The two schemas of ClientPay Connect. Nothing outside them is created or changed by these scripts.

  clientpay           the procedures that the connector calls; its role may execute them and nothing else
  clientpay_internal  tables, mapping views, hooks and helpers; nobody but the procedures needs them

  Both belong to dbo, so that the procedures reach the firm's tables by ownership chaining, without any right on them.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF SCHEMA_ID(N'clientpay') IS NULL
    EXEC (N'CREATE SCHEMA clientpay AUTHORIZATION dbo');
GO
IF SCHEMA_ID(N'clientpay_internal') IS NULL
    EXEC (N'CREATE SCHEMA clientpay_internal AUTHORIZATION dbo');
GO
PRINT 'Schemas clientpay and clientpay_internal are there.';
GO
