/*
  Triggers of the reference firm.

  InvoiceChanged       keeps Invoice.ChangedAt: the time of the change, unless the statement itself sets it
  ReceiptEntered       on a receipt's head; both behave as vendors' triggers do: they look things up, print, count rows
  ReceiptLineEntered   aloud, insert into another table with an identity of its own, and raise what is switched on

  What firm.TriggerSwitch switches on, in the middle of somebody else's transaction:
  RAISE             the vendor's own refusal by RAISERROR: error 50000
  RAISE_CONSTRAINT  a rule on one of the vendor's tables: error 547
  RAISE_DUPLICATE   a unique key of the vendor's: error 2627, as a number the same as one of ours
  RAISE_TRUNCATION  a value too long for a column of the vendor's: error 8152 or 2628
  RAISE_RIGHTS      a right that was taken away: the text, severity and state of error 229, but with number 50000, since no
                    statement can raise 229 for a user that has the right
  RAISE_LATE        by THROW 50001 on the lines, when the head and the first balance are written already
  DEADLOCK_ONCE     nothing by itself, since nobody can be in a deadlock alone: the trigger then writes the switch's row.
                    Another session that has locked that row, and then asks for what this transaction holds, makes a real
                    deadlock (error 1205); once it has ended, the same receipt passes.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP TRIGGER IF EXISTS firm.InvoiceChanged;
GO
CREATE TRIGGER firm.InvoiceChanged ON firm.Invoice
AFTER UPDATE
AS
BEGIN
    SET NOCOUNT ON;
    IF UPDATE(ChangedAt)
        RETURN;
    UPDATE v
    SET ChangedAt = SYSUTCDATETIME()
    FROM firm.Invoice v
    JOIN inserted i ON i.InvoiceId = v.InvoiceId;
END;
GO
DROP TRIGGER IF EXISTS firm.ReceiptEntered;
GO
CREATE TRIGGER firm.ReceiptEntered ON firm.Receipt
AFTER INSERT
AS
BEGIN
    SET NOCOUNT OFF;
    DECLARE @BankAccounts int;

    SELECT @BankAccounts = COUNT(DISTINCT r.BankAccountId)
    FROM firm.Receipt r
    JOIN inserted i ON i.ReceiptId = r.ReceiptId;
    PRINT 'Receipts entered for ' + CONVERT(varchar(10), @BankAccounts) + ' bank account(s).';

    INSERT INTO firm.ReceiptAudit (ReceiptId, What, At)
    SELECT i.ReceiptId, 'ENTERED', SYSUTCDATETIME()
    FROM inserted i;

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'RAISE' AND s.IsOn = 1)
        RAISERROR (N'The receipt does not pass the vendor''s check.', 16, 1);

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'RAISE_CONSTRAINT' AND s.IsOn = 1)
        INSERT INTO firm.ReceiptAudit (ReceiptId, What, At)
        SELECT -i.ReceiptId, 'CHECKED', SYSUTCDATETIME()
        FROM inserted i;

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'RAISE_DUPLICATE' AND s.IsOn = 1)
        INSERT INTO firm.ReceiptAudit (ReceiptId, What, At)
        SELECT i.ReceiptId, 'ENTERED', SYSUTCDATETIME()
        FROM inserted i;

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'RAISE_TRUNCATION' AND s.IsOn = 1)
        INSERT INTO firm.ReceiptAudit (ReceiptId, What, At)
        SELECT i.ReceiptId, 'ENTERED BY ANOTHER PROGRAM', SYSUTCDATETIME()
        FROM inserted i;

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'RAISE_RIGHTS' AND s.IsOn = 1)
        RAISERROR (N'The INSERT permission was denied on the object ''ReceiptAudit'', schema ''firm''.', 14, 5);

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'DEADLOCK_ONCE' AND s.IsOn = 1)
        UPDATE firm.TriggerSwitch
        SET IsOn = 1
        WHERE Name = 'DEADLOCK_ONCE';
END;
GO
DROP TRIGGER IF EXISTS firm.ReceiptLineEntered;
GO
CREATE TRIGGER firm.ReceiptLineEntered ON firm.ReceiptLine
AFTER INSERT
AS
BEGIN
    SET NOCOUNT OFF;
    DECLARE @Lines int;

    SELECT @Lines = COUNT(*)
    FROM inserted i;
    PRINT CONVERT(varchar(10), @Lines) + ' receipt line(s) entered.';

    IF EXISTS (SELECT 1 FROM firm.TriggerSwitch s WHERE s.Name = 'RAISE_LATE' AND s.IsOn = 1)
        THROW 50001, N'The line does not pass the vendor''s check.', 1;
END;
GO
PRINT 'Triggers InvoiceChanged, ReceiptEntered and ReceiptLineEntered of schema firm are there.';
GO
