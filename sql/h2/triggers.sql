-- Triggers on the reference firm's receipt tables, and the hooks that write there. Runs after reference.sql.
--
-- The triggers behave as vendors' triggers do: they select, insert into another table with an identity of its own, and
-- raise an error when its switch is on.

CREATE ALIAS clientpay_internal.ApplyPosting FOR 'com.clientpay.connect.demo.reference.ApplyPosting.call';
CREATE ALIAS clientpay_internal.ReversePosting FOR 'com.clientpay.connect.demo.reference.ReversePosting.call';

CREATE TRIGGER firm.ReceiptEntered AFTER INSERT ON firm.Receipt FOR EACH ROW
    CALL 'com.clientpay.connect.demo.reference.ReceiptTrigger';
CREATE TRIGGER firm.ReceiptLineEntered AFTER INSERT ON firm.ReceiptLine FOR EACH ROW
    CALL 'com.clientpay.connect.demo.reference.ReceiptTrigger';

-- RAISE is in reference.sql. DEADLOCK_ONCE: the first receipt after it is switched on loses a deadlock.
INSERT INTO firm.TriggerSwitch (Name, IsOn) VALUES
    ('RAISE_CONSTRAINT', FALSE),
    ('RAISE_DUPLICATE', FALSE),
    ('RAISE_TRUNCATION', FALSE),
    ('RAISE_RIGHTS', FALSE),
    ('RAISE_LATE', FALSE),
    ('DEADLOCK_ONCE', FALSE);
