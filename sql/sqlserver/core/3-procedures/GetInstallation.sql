/*
  Procedure clientpay.GetInstallation: which database this is, what it can do, and what its clock says.

  Columns, one row: DatabaseId, ContractVersion, ScriptVersion, SystemName, SystemTitle, Delivery (PROCEDURE or BATCH),
  Unapplied, KeepsChangeTime, HasLedgerCodes, HasTransactionTypes; LastPostingAt, when something was last posted, or
  null; CalledAt, now; DelayedDurability, 1 while the database forces delayed durability: a commit is then acknowledged
  before it is on disk; MappingSignOff, NOT_NEEDED, SIGNED, or MISSING, UNSEEN or VOID: then nothing is posted
  (SignOffStanding).
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetInstallation;
GO
CREATE PROCEDURE clientpay.GetInstallation
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        i.DatabaseId,
        CONVERT(bigint, i.ContractVersion) AS ContractVersion,
        i.ScriptVersion,
        i.SystemName,
        i.SystemTitle,
        i.Delivery,
        i.Unapplied,
        i.KeepsChangeTime,
        i.HasLedgerCodes,
        i.HasTransactionTypes,
        (
            SELECT TOP (1) e.At
            FROM clientpay_internal.Effect e
            WHERE e.Kind = 'POST'
            ORDER BY e.At DESC
        ) AS LastPostingAt,
        CONVERT(datetime2(3), SYSUTCDATETIME()) AS CalledAt,
        CONVERT(bit, CASE
            WHEN EXISTS (SELECT 1 FROM sys.databases d WHERE d.database_id = DB_ID() AND d.delayed_durability = 2)
                THEN 1
            ELSE 0
        END) AS DelayedDurability,
        clientpay_internal.SignOffStanding() AS MappingSignOff
    FROM clientpay_internal.Installation i;
END;
GO
PRINT 'Procedure clientpay.GetInstallation is there.';
GO
