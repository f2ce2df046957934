/*
  Procedure clientpay.GetMatter: one matter, open or closed, or no row.

  @MatterId  the books' own key, as text

  Columns: MatterId, MatterNumber, MatterName, ClientId, ClientNumber, ClientName, Status; ArBalance, what is owed on its
  invoices; TrustBalance, the sum of its trust ledgers; then the columns of MapMatter as they are, with the firm's own
  Connect fields at their end.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.GetMatter;
GO
CREATE PROCEDURE clientpay.GetMatter
    @MatterId nvarchar(4000)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;

    DECLARE @Id clientpay_internal.MatterId = clientpay_internal.ToMatterId(@MatterId);

    SELECT
        CONVERT(nvarchar(64), RTRIM(CONVERT(nvarchar(64), m.MatterId))) AS MatterId,
        CONVERT(nvarchar(4000), m.MatterNumber) AS MatterNumber,
        CONVERT(nvarchar(4000), m.MatterName) AS MatterName,
        CONVERT(nvarchar(64), RTRIM(CONVERT(nvarchar(64), m.ClientId))) AS ClientId,
        CONVERT(nvarchar(4000), m.ClientNumber) AS ClientNumber,
        CONVERT(nvarchar(4000), m.ClientName) AS ClientName,
        CONVERT(varchar(16), m.Status) AS Status,
        clientpay_internal.ArBalanceOf(@MatterId) AS ArBalance,
        clientpay_internal.TrustBalanceOf(@MatterId) AS TrustBalance,
        m.*
    FROM clientpay_internal.MapMatter m
    WHERE m.MatterId = @Id;
END;
GO
PRINT 'Procedure clientpay.GetMatter is there.';
GO
