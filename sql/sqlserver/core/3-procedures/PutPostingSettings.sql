/*
  Procedure clientpay.PutPostingSettings: sets all posting settings of the firm at once.

  @ExpectedVersion  null: any

  Columns, one row: Outcome DONE, UNCHANGED or CHANGED_MEANWHILE.

  Errors: 51000 no transaction.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay.PutPostingSettings;
GO
CREATE PROCEDURE clientpay.PutPostingSettings
    @DefaultArMessage nvarchar(4000),
    @UsePostedDate bit,
    @AutomaticPosting bit,
    @TimeZone nvarchar(4000),
    @Currency varchar(128),
    @ExpectedVersion bigint,
    @Actor nvarchar(4000),
    @Now datetime2(3)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    SET LOCK_TIMEOUT 5000;
    SET DEADLOCK_PRIORITY LOW;
    DECLARE @Outcome varchar(128), @Change nvarchar(max), @Version bigint;

    -- Two savers come here one after the other, and the second sees what the first wrote.
    UPDATE clientpay_internal.PostingSettings
    SET Version = Version
    WHERE Id = 1;
    IF @@TRANCOUNT = 0
        THROW 51000, N'A transaction is required.', 1;

    SELECT
        @Version = s.Version,
        @Change = clientpay_internal.JsonChanges(
            clientpay_internal.JsonChange(
                'defaultArMessage',
                clientpay_internal.JsonText(s.DefaultArMessage), clientpay_internal.JsonText(@DefaultArMessage))
            + clientpay_internal.JsonChange(
                'usePostedDate',
                clientpay_internal.JsonFlag(s.UsePostedDate), clientpay_internal.JsonFlag(@UsePostedDate))
            + clientpay_internal.JsonChange(
                'automaticPosting',
                clientpay_internal.JsonFlag(s.AutomaticPosting), clientpay_internal.JsonFlag(@AutomaticPosting))
            + clientpay_internal.JsonChange(
                'timeZone', clientpay_internal.JsonText(s.TimeZone), clientpay_internal.JsonText(@TimeZone))
            + clientpay_internal.JsonChange(
                'currency', clientpay_internal.JsonText(s.Currency), clientpay_internal.JsonText(@Currency)))
    FROM clientpay_internal.PostingSettings s
    WHERE s.Id = 1;

    IF @ExpectedVersion <> @Version
        SET @Outcome = 'CHANGED_MEANWHILE';
    ELSE IF @Change IS NULL
        SET @Outcome = 'UNCHANGED';
    ELSE
    BEGIN
        UPDATE clientpay_internal.PostingSettings
        SET
            DefaultArMessage = @DefaultArMessage,
            UsePostedDate = @UsePostedDate,
            AutomaticPosting = @AutomaticPosting,
            TimeZone = @TimeZone,
            Currency = @Currency,
            Version = Version + 1
        WHERE Id = 1 AND Version = @Version;
        SET @Outcome = CASE WHEN @@ROWCOUNT = 1 THEN 'DONE' ELSE 'CHANGED_MEANWHILE' END;
    END;
    IF @Outcome = 'DONE'
        EXEC clientpay_internal.AddSettingsEvent
            @Now, @Actor, 'posting-settings-changed', 'posting-settings', @Change;

    SELECT @Outcome AS Outcome;
END;
GO
PRINT 'Procedure clientpay.PutPostingSettings is there.';
GO
