/* What the firm's DBA makes of the pack's empty view. The pack finds it there, and keeps it. */
IF SCHEMA_ID(N'clientpay_internal') IS NULL
    EXEC (N'CREATE SCHEMA clientpay_internal AUTHORIZATION dbo');
GO
CREATE VIEW clientpay_internal.MapFirmTrust
AS
SELECT
    CONVERT(varchar(64), t.Id) AS TrustLedgerId,
    CONVERT(varchar(64), t.Matter) AS MatterId,
    CONVERT(nvarchar(64), t.Bank) AS BankAccountId,
    CONVERT(decimal(19, 2), t.Balance) AS Balance
FROM dbo.FirmTrust t;
GO
