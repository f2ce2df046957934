/*
  Compares the owners of everything that the mapping and the hooks reach in the firm's database, and stops with the list
  where one is not dbo. Creates nothing. It runs after the pack, whose views it follows, and before anything is built on
  them.

  Why: the connector's login may execute our procedures and nothing else. SQL Server does not ask for further rights as
  long as one object reaches the next one of the same owner (ownership chaining); at the first one of another owner it
  does, and the procedure fails with error 229. Followed are views, functions, procedures and synonyms, and the triggers
  of the tables that are reached. What is in another database is never reached so.

  Ways out, for the DBA:
  - The firm's system lets you: ALTER AUTHORIZATION ON SCHEMA::NAME TO dbo (an object: ON OBJECT::NAME TO SCHEMA OWNER).
  - Else sign our procedures with a certificate whose user has the rights:
      1. EXEC sys.sp_addextendedproperty N'ClientPayOwners', N'signed', N'SCHEMA', N'clientpay_internal';
         Then this script prints the list and goes on.
      2. Run the scripts to their end.
      3. CREATE CERTIFICATE ClientPayConnect ... ; CREATE USER ClientPayRights FROM CERTIFICATE ClientPayConnect;
         GRANT on each listed object what its use needs (SELECT; for those that hooks write, INSERT and UPDATE too)
         TO ClientPayRights;
      4. ADD SIGNATURE TO clientpay.NAME BY CERTIFICATE ClientPayConnect ...; for every procedure of schemas clientpay
         and clientpay_internal. A signature goes with its procedure: sign again after every run of the scripts.
  - Never ALTER DATABASE ... SET TRUSTWORTHY ON: it lets every owner in this database act on the whole server.

  Errors: 51011 an object of another owner, or of another database.
  May be run again at any time.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
SET NOCOUNT ON;
IF SERVERPROPERTY(N'BabelfishVersion') IS NOT NULL
BEGIN
    PRINT 'Owners were not compared: Babelfish has no ownership chaining, and tells no dependencies.';
    RETURN;
END;

DECLARE @Reached table (ObjectId int NOT NULL PRIMARY KEY, FromId int NOT NULL, Step int NOT NULL);
DECLARE @Foreign table (Line nvarchar(1000) NOT NULL);
DECLARE @Step int = 0, @Found int, @Line nvarchar(1000), @List nvarchar(1700) = N'', @Accepted bit = 0;

INSERT INTO @Reached (ObjectId, FromId, Step)
SELECT o.object_id, o.object_id, 0
FROM sys.objects o
WHERE o.schema_id IN (SCHEMA_ID(N'clientpay'), SCHEMA_ID(N'clientpay_internal'));
SET @Found = @@ROWCOUNT;

WHILE @Found > 0
BEGIN
    INSERT INTO @Reached (ObjectId, FromId, Step)
    SELECT n.ObjectId, MIN(n.FromId), @Step + 1
    FROM (
        SELECT d.referenced_id AS ObjectId, r.ObjectId AS FromId
        FROM @Reached r
        JOIN sys.sql_expression_dependencies d ON d.referencing_id = r.ObjectId
        WHERE r.Step = @Step AND d.referenced_id IS NOT NULL AND d.referenced_class = 1
            AND d.referenced_server_name IS NULL
            AND (d.referenced_database_name IS NULL OR d.referenced_database_name = DB_NAME())
        UNION ALL
        SELECT t.object_id, r.ObjectId
        FROM @Reached r
        JOIN sys.triggers t ON t.parent_id = r.ObjectId
        WHERE r.Step = @Step AND t.is_disabled = 0
        UNION ALL
        SELECT OBJECT_ID(s.base_object_name), r.ObjectId
        FROM @Reached r
        JOIN sys.synonyms s ON s.object_id = r.ObjectId
        WHERE r.Step = @Step AND OBJECT_ID(s.base_object_name) IS NOT NULL
            AND PARSENAME(s.base_object_name, 4) IS NULL
            AND COALESCE(PARSENAME(s.base_object_name, 3), DB_NAME()) = DB_NAME()
    ) n
    WHERE NOT EXISTS (SELECT 1 FROM @Reached known WHERE known.ObjectId = n.ObjectId)
        AND EXISTS (SELECT 1 FROM sys.objects o WHERE o.object_id = n.ObjectId)
    GROUP BY n.ObjectId;
    SET @Found = @@ROWCOUNT;
    SET @Step = @Step + 1;
END;

-- A trigger belongs to its table's schema: its principal_id is null, as is that of whatever follows its schema.
INSERT INTO @Foreign (Line)
SELECT
    QUOTENAME(OBJECT_SCHEMA_NAME(o.object_id)) + N'.' + QUOTENAME(o.name) + N' belongs to '
        + QUOTENAME(USER_NAME(COALESCE(o.principal_id, s.principal_id))) + N'; it is reached from '
        + QUOTENAME(OBJECT_SCHEMA_NAME(r.FromId)) + N'.' + QUOTENAME(OBJECT_NAME(r.FromId))
FROM @Reached r
JOIN sys.objects o ON o.object_id = r.ObjectId
JOIN sys.schemas s ON s.schema_id = o.schema_id
WHERE COALESCE(o.principal_id, s.principal_id) <> DATABASE_PRINCIPAL_ID(N'dbo');

INSERT INTO @Foreign (Line)
SELECT DISTINCT
    CONCAT(QUOTENAME(d.referenced_server_name) + N'.', QUOTENAME(d.referenced_database_name), N'.',
        QUOTENAME(d.referenced_schema_name), N'.', QUOTENAME(d.referenced_entity_name))
        + N' is in another database; it is reached from '
        + QUOTENAME(OBJECT_SCHEMA_NAME(r.ObjectId)) + N'.' + QUOTENAME(OBJECT_NAME(r.ObjectId))
FROM @Reached r
JOIN sys.sql_expression_dependencies d ON d.referencing_id = r.ObjectId
WHERE d.referenced_server_name IS NOT NULL OR d.referenced_database_name <> DB_NAME();

INSERT INTO @Foreign (Line)
SELECT s.base_object_name + N' is in another database; it is reached from '
    + QUOTENAME(OBJECT_SCHEMA_NAME(s.object_id)) + N'.' + QUOTENAME(s.name)
FROM @Reached r
JOIN sys.synonyms s ON s.object_id = r.ObjectId
WHERE PARSENAME(s.base_object_name, 4) IS NOT NULL
    OR PARSENAME(s.base_object_name, 3) <> DB_NAME();

DECLARE Lines CURSOR LOCAL FAST_FORWARD FOR SELECT f.Line FROM @Foreign f ORDER BY f.Line;
OPEN Lines;
FETCH NEXT FROM Lines INTO @Line;
WHILE @@FETCH_STATUS = 0
BEGIN
    PRINT @Line;
    IF LEN(@List) + LEN(@Line) < 1600
        SET @List = @List + @Line + N'. ';
    FETCH NEXT FROM Lines INTO @Line;
END;
CLOSE Lines;
DEALLOCATE Lines;

IF EXISTS (
    SELECT 1
    FROM sys.extended_properties p
    WHERE p.class = 3 AND p.major_id = SCHEMA_ID(N'clientpay_internal') AND p.name = N'ClientPayOwners'
)
    SET @Accepted = 1;

SELECT @Found = COUNT(*) FROM @Foreign;
IF @Found = 0
    PRINT 'Everything that the mapping and the hooks reach belongs to dbo.';
ELSE IF @Accepted = 1
    PRINT 'Not all that is reached belongs to dbo; it was said that the procedures are signed. Sign them again now.';
ELSE
BEGIN
    SET @List = N'The connector would not reach this with its rights; what to do is written in 00-Owners.sql. ' + @List;
    THROW 51011, @List, 1;
END;
GO
