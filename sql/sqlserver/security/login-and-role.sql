/*
  The login, the user and the role of ClientPay Connect, and every right it has. For the DBA: run it by hand in the
  firm's database, after the other scripts. "connect scripts apply" does not run it: it is the only one that creates
  anything outside our two schemas.

  Role clientpay_connector may

    EXECUTE and VIEW DEFINITION   on schema clientpay: call its procedures, and compare them with what is needed
    VIEW DEFINITION               on schema clientpay_internal: say which script is missing or was changed

  and nothing else: it reads and writes no table, neither ours nor the firm's, and calls no procedure of
  clientpay_internal. The procedures reach them because all belong to dbo (ownership chaining);
  core/2-internal/00-Owners.sql says where they would not. Do not add the user to db_datareader, db_owner or any other
  role: "connect check" warns about it.

  Then choose how the connector logs in: take the "-- " away from one of the variants below, and put the right names in.
  No password stands in this file, nor should you save one in it.

  May be run again at any time: what is there is left as it is. Creating a login asks for the right ALTER ANY LOGIN.
*/
SET QUOTED_IDENTIFIER, ANSI_NULLS, ANSI_PADDING, ANSI_WARNINGS, ARITHABORT, CONCAT_NULL_YIELDS_NULL ON;
SET NUMERIC_ROUNDABORT OFF;
GO
IF SCHEMA_ID(N'clientpay') IS NULL OR SCHEMA_ID(N'clientpay_internal') IS NULL
    THROW 51011, N'There are no schemas of ClientPay Connect. Is it the right database? Then run the other scripts.', 1;

/* The role and its rights. */
IF DATABASE_PRINCIPAL_ID(N'clientpay_connector') IS NULL
    CREATE ROLE clientpay_connector;
GO
GRANT EXECUTE ON SCHEMA::clientpay TO clientpay_connector;
GO
GRANT VIEW DEFINITION ON SCHEMA::clientpay TO clientpay_connector;
GO
GRANT VIEW DEFINITION ON SCHEMA::clientpay_internal TO clientpay_connector;
GO
PRINT 'Role clientpay_connector may execute the procedures of schema clientpay, and nothing else.';
GO

/*
  Variant 1: a service account of the domain, best a group managed one (gMSA, its name ends in $), whose password
  nobody knows. In connect.toml: authentication = "windows".
*/
-- IF SUSER_ID(N'FIRM\svc-clientpay$') IS NULL
--     CREATE LOGIN [FIRM\svc-clientpay$] FROM WINDOWS;
-- IF DATABASE_PRINCIPAL_ID(N'FIRM\svc-clientpay$') IS NULL
--     CREATE USER [FIRM\svc-clientpay$] FOR LOGIN [FIRM\svc-clientpay$];
-- ALTER ROLE clientpay_connector ADD MEMBER [FIRM\svc-clientpay$];

/*
  Variant 2: the service's own virtual account (NT SERVICE\...), LocalSystem or NetworkService. Over the network it is
  the account of its machine, DOMAIN\MACHINE$. On the server's own machine it goes by its name, such as
  NT SERVICE\NAME. In connect.toml: authentication = "windows".
*/
-- IF SUSER_ID(N'FIRM\APPSERVER$') IS NULL
--     CREATE LOGIN [FIRM\APPSERVER$] FROM WINDOWS;
-- IF DATABASE_PRINCIPAL_ID(N'FIRM\APPSERVER$') IS NULL
--     CREATE USER [FIRM\APPSERVER$] FOR LOGIN [FIRM\APPSERVER$];
-- ALTER ROLE clientpay_connector ADD MEMBER [FIRM\APPSERVER$];

/*
  Variant 3: a login of SQL Server's own, where Windows logins are not possible. Type a long random password between the
  quotation marks, run it, and do not save the file; an empty one is refused. It does not expire, because nobody would
  change it in time; change it in both places when somebody leaves who knew it. In connect.toml: user =
  "clientpay_connect", password = a reference to it.
*/
-- IF SUSER_ID(N'clientpay_connect') IS NULL
--     CREATE LOGIN clientpay_connect WITH PASSWORD = N'', CHECK_POLICY = ON, CHECK_EXPIRATION = OFF;
-- IF DATABASE_PRINCIPAL_ID(N'clientpay_connect') IS NULL
--     CREATE USER clientpay_connect FOR LOGIN clientpay_connect;
-- ALTER ROLE clientpay_connector ADD MEMBER clientpay_connect;
GO

/* Who logs in with these rights now. */
SELECT m.name AS MemberOfClientpayConnector, m.type_desc AS Kind
FROM sys.database_role_members rm
JOIN sys.database_principals r ON r.principal_id = rm.role_principal_id
JOIN sys.database_principals m ON m.principal_id = rm.member_principal_id
WHERE r.name = N'clientpay_connector'
ORDER BY m.name;
GO
