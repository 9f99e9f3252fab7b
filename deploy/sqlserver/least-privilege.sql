-- Two logins with no more rights than their work needs, and the database they work in.
--
--   fleet_migration  changes the schema (migrations) and fills what a migration fills
--   fleet_runtime    what the API and the worker are: reads and writes rows, changes no schema; what has happened
--                    (EventLog) and its seals (EventSeals) it can add to and read, and neither change nor delete
--
-- Run by an administrator with sqlcmd, once BEFORE the first migration and once AFTER it (EventLog and EventSeals
-- must exist to be protected). It may be run again at any time: it repairs rights, and sets the passwords to the ones given.
-- Passwords come from the environment variables FLEET_MIGRATION_PASSWORD and FLEET_RUNTIME_PASSWORD, as they are (not
-- percent-encoded), without single quotes. deploy/README.md has the command.
:on error exit
:setvar FleetDatabase FleetManager

USE [master];
GO
IF DB_ID(N'$(FleetDatabase)') IS NULL
  CREATE DATABASE [$(FleetDatabase)];
GO
-- Readers do not wait for writers. Set here, because neither login may change the database itself.
IF EXISTS (SELECT 1 FROM sys.databases WHERE name = N'$(FleetDatabase)' AND is_read_committed_snapshot_on = 0)
  ALTER DATABASE [$(FleetDatabase)] SET READ_COMMITTED_SNAPSHOT ON WITH ROLLBACK IMMEDIATE;
GO

IF SUSER_ID(N'fleet_migration') IS NULL
  CREATE LOGIN [fleet_migration] WITH PASSWORD = N'$(FLEET_MIGRATION_PASSWORD)', DEFAULT_DATABASE = [$(FleetDatabase)];
ELSE
  ALTER LOGIN [fleet_migration] WITH PASSWORD = N'$(FLEET_MIGRATION_PASSWORD)';
IF SUSER_ID(N'fleet_runtime') IS NULL
  CREATE LOGIN [fleet_runtime] WITH PASSWORD = N'$(FLEET_RUNTIME_PASSWORD)', DEFAULT_DATABASE = [$(FleetDatabase)];
ELSE
  ALTER LOGIN [fleet_runtime] WITH PASSWORD = N'$(FLEET_RUNTIME_PASSWORD)';
GO

USE [$(FleetDatabase)];
GO
-- ALTER USER, because a database restored from another server brings users without their logins.
IF DATABASE_PRINCIPAL_ID(N'fleet_migration') IS NULL
  CREATE USER [fleet_migration] FOR LOGIN [fleet_migration] WITH DEFAULT_SCHEMA = [dbo];
ELSE
  ALTER USER [fleet_migration] WITH LOGIN = [fleet_migration];
IF DATABASE_PRINCIPAL_ID(N'fleet_runtime') IS NULL
  CREATE USER [fleet_runtime] FOR LOGIN [fleet_runtime] WITH DEFAULT_SCHEMA = [dbo];
ELSE
  ALTER USER [fleet_runtime] WITH LOGIN = [fleet_runtime];
GO
ALTER ROLE [db_ddladmin] ADD MEMBER [fleet_migration];
ALTER ROLE [db_datareader] ADD MEMBER [fleet_migration];
ALTER ROLE [db_datawriter] ADD MEMBER [fleet_migration];

-- On the schema, so that a table of a later migration is usable at once.
GRANT SELECT, INSERT, UPDATE, DELETE ON SCHEMA::[dbo] TO [fleet_runtime];
IF OBJECT_ID(N'dbo.EventLog', N'U') IS NOT NULL
  DENY UPDATE, DELETE ON OBJECT::[dbo].[EventLog] TO [fleet_runtime];
IF OBJECT_ID(N'dbo.EventSeals', N'U') IS NOT NULL
  DENY UPDATE, DELETE ON OBJECT::[dbo].[EventSeals] TO [fleet_runtime];
-- Which migrations have run is the migration login's to write.
IF OBJECT_ID(N'dbo.Migrations', N'U') IS NOT NULL
  DENY INSERT, UPDATE, DELETE ON OBJECT::[dbo].[Migrations] TO [fleet_runtime];
GO

-- The proof, as the run-time login itself.
IF OBJECT_ID(N'dbo.EventLog', N'U') IS NULL OR OBJECT_ID(N'dbo.EventSeals', N'U') IS NULL
  PRINT N'The logins are ready. EventLog or EventSeals does not exist yet: run the migrations, then run this script again.';
ELSE
BEGIN
  DECLARE @may_add int, @may_change int, @may_alter int;
  EXECUTE AS USER = N'fleet_runtime';
  SET @may_add = HAS_PERMS_BY_NAME(N'dbo.EventLog', N'OBJECT', N'SELECT') * HAS_PERMS_BY_NAME(N'dbo.EventLog', N'OBJECT', N'INSERT');
  SET @may_change = HAS_PERMS_BY_NAME(N'dbo.EventLog', N'OBJECT', N'UPDATE') + HAS_PERMS_BY_NAME(N'dbo.EventLog', N'OBJECT', N'DELETE')
    + HAS_PERMS_BY_NAME(N'dbo.EventSeals', N'OBJECT', N'UPDATE') + HAS_PERMS_BY_NAME(N'dbo.EventSeals', N'OBJECT', N'DELETE');
  SET @may_alter = HAS_PERMS_BY_NAME(N'dbo', N'SCHEMA', N'ALTER') + HAS_PERMS_BY_NAME(NULL, N'DATABASE', N'CREATE TABLE');
  REVERT;
  IF @may_add = 1 AND @may_change = 0 AND @may_alter = 0
    PRINT N'The logins are ready. EventLog and EventSeals can be read and added to by fleet_runtime, and not changed.';
  ELSE
  BEGIN
    THROW 50000, N'fleet_runtime has other rights than it should: is it in a role such as db_owner?', 1;
  END;
END;
GO
