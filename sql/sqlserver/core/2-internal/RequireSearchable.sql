/*
  Procedure RequireSearchable: fails unless a list of the books can be searched so.

  @Field  a field of MapField
  @Match  PREFIX, EXACT or CONTAINS

  Errors: 51005 the field cannot be searched, or not within its values: the caller should have asked ListFields.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
DROP PROCEDURE IF EXISTS clientpay_internal.RequireSearchable;
GO
CREATE PROCEDURE clientpay_internal.RequireSearchable
    @Field varchar(128),
    @Match varchar(128)
AS
BEGIN
    SET NOCOUNT, XACT_ABORT ON;
    DECLARE @Message nvarchar(1000);

    IF NOT EXISTS (
        SELECT 1
        FROM clientpay_internal.MapField f
        WHERE f.Name = @Field COLLATE Latin1_General_100_BIN2
            AND f.Searchable = 1
            AND (@Match <> 'CONTAINS' OR f.[Contains] = 1)
    )
    BEGIN
        SET @Message = CONCAT(N'Field ', @Field, N' cannot be searched like this.');
        THROW 51005, @Message, 1;
    END;
END;
GO
PRINT 'Procedure clientpay_internal.RequireSearchable is there.';
GO
