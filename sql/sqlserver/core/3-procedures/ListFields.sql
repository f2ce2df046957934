/*
  Procedure clientpay.ListFields: the Connect fields in the firm's order, positions from 1. A field that the firm has not
  placed comes last and is shown in the Connect section only.

  Columns: Name, Label, Type, Searchable, Contains (a search within the value is allowed), Position, OnConnect,
  OnPaymentPages, OnPaymentManager, OnReceipts, and Version, that of the whole list.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.ListFields;
GO
CREATE PROCEDURE clientpay.ListFields
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    SELECT
        f.Name,
        f.Label,
        f.Type,
        f.Searchable,
        f.[Contains],
        ROW_NUMBER() OVER (
            ORDER BY CASE WHEN d.Name IS NULL THEN 1 ELSE 0 END, COALESCE(d.Position, f.Position), f.Position
        ) AS Position,
        CONVERT(bit, COALESCE(d.OnConnect, 1)) AS OnConnect,
        CONVERT(bit, COALESCE(d.OnPaymentPages, 0)) AS OnPaymentPages,
        CONVERT(bit, COALESCE(d.OnPaymentManager, 0)) AS OnPaymentManager,
        CONVERT(bit, COALESCE(d.OnReceipts, 0)) AS OnReceipts,
        s.FieldsVersion AS Version
    FROM clientpay_internal.MapField f
    LEFT JOIN clientpay_internal.FieldDisplay d ON d.Name = f.Name COLLATE Latin1_General_100_BIN2
    CROSS JOIN clientpay_internal.PostingSettings s
    ORDER BY CASE WHEN d.Name IS NULL THEN 1 ELSE 0 END, COALESCE(d.Position, f.Position), f.Position;
END;
GO
PRINT 'Procedure clientpay.ListFields is there.';
GO
