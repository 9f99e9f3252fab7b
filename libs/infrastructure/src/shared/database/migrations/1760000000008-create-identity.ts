import { MigrationInterface, QueryRunner } from 'typeorm';
import { ColumnTypes, columnTypes, execute } from './column-types';

/** Who may sign in, who is signed in, and which services have a key. Of every secret there is a hash alone. */
export class CreateIdentity1760000000008 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const types = columnTypes(runner);
    await execute(runner, [...users(types), ...sessions(types), ...apiKeys(types)]);
  }

  async down(runner: QueryRunner): Promise<void> {
    const tables = ['ApiKeys', 'RefreshTokens', 'Sessions', 'Users'];
    await execute(
      runner,
      tables.map((table) => `DROP TABLE ${table}`),
    );
  }
}

function users({ uuid, instant, text, flag, primaryKey, tableEnd, clustered }: ColumnTypes): string[] {
  return [
    // E-mail and name are sealed, which makes them longer. Whoever is erased has neither, nor a password.
    `CREATE TABLE Users (
      Id ${uuid} NOT NULL,
      Email ${text(600)} NULL,
      EmailKey ${text(43)} NULL,
      Name ${text(600)} NULL,
      Role ${text(20)} NOT NULL,
      DriverId ${uuid} NULL,
      Active ${flag} NOT NULL,
      PasswordHash ${text(200)} NULL,
      Version int NOT NULL,
      CreatedAt ${instant} NOT NULL,
      UpdatedAt ${instant} NOT NULL,
      CONSTRAINT PK_Users ${primaryKey} (Id),
      CONSTRAINT FK_Users_Drivers FOREIGN KEY (DriverId) REFERENCES Drivers (Id),
      CONSTRAINT CK_Users_Role CHECK (Role IN ('Admin', 'Manager', 'Driver')),
      CONSTRAINT CK_Users_Driver CHECK (Role <> 'Driver' OR DriverId IS NOT NULL),
      CONSTRAINT CK_Users_Erased CHECK (
        (Email IS NOT NULL AND EmailKey IS NOT NULL AND Name IS NOT NULL AND PasswordHash IS NOT NULL)
        OR (Email IS NULL AND EmailKey IS NULL AND Name IS NULL AND PasswordHash IS NULL AND Active = 0)),
      CONSTRAINT CK_Users_Version CHECK (Version >= 1)
    ) ${tableEnd}`,
    `CREATE UNIQUE ${clustered} INDEX IX_Users_CreatedAt ON Users (CreatedAt, Id)`,
    'CREATE UNIQUE INDEX UQ_Users_EmailKey ON Users (EmailKey) WHERE EmailKey IS NOT NULL',
    'CREATE INDEX IX_Users_Role ON Users (Role, CreatedAt, Id)',
    'CREATE INDEX IX_Users_DriverId ON Users (DriverId, CreatedAt, Id)',
    'CREATE INDEX IX_Users_Active ON Users (Active, CreatedAt, Id)',
  ];
}

function sessions({ uuid, instant, text, primaryKey, tableEnd, clustered }: ColumnTypes): string[] {
  return [
    `CREATE TABLE Sessions (
      Id ${uuid} NOT NULL,
      UserId ${uuid} NOT NULL,
      CreatedAt ${instant} NOT NULL,
      ExpiresAt ${instant} NOT NULL,
      EndedAt ${instant} NULL,
      CONSTRAINT PK_Sessions ${primaryKey} (Id),
      CONSTRAINT FK_Sessions_Users FOREIGN KEY (UserId) REFERENCES Users (Id)
    ) ${tableEnd}`,
    `CREATE UNIQUE ${clustered} INDEX IX_Sessions_CreatedAt ON Sessions (CreatedAt, Id)`,
    'CREATE INDEX IX_Sessions_UserId ON Sessions (UserId)',
    'CREATE INDEX IX_Sessions_ExpiresAt ON Sessions (ExpiresAt)',
    `CREATE TABLE RefreshTokens (
      TokenHash ${text(43)} NOT NULL,
      SessionId ${uuid} NOT NULL,
      IssuedAt ${instant} NOT NULL,
      ExpiresAt ${instant} NOT NULL,
      UsedAt ${instant} NULL,
      CONSTRAINT PK_RefreshTokens ${primaryKey} (TokenHash),
      CONSTRAINT FK_RefreshTokens_Sessions FOREIGN KEY (SessionId) REFERENCES Sessions (Id) ON DELETE CASCADE
    ) ${tableEnd}`,
    `CREATE UNIQUE ${clustered} INDEX IX_RefreshTokens_SessionId ON RefreshTokens (SessionId, IssuedAt, TokenHash)`,
    'CREATE INDEX IX_RefreshTokens_ExpiresAt ON RefreshTokens (ExpiresAt)',
  ];
}

function apiKeys({ uuid, instant, text, json, primaryKey, tableEnd, clustered }: ColumnTypes): string[] {
  return [
    `CREATE TABLE ApiKeys (
      Id ${uuid} NOT NULL,
      Name ${text(100)} NOT NULL,
      Prefix ${text(12)} NOT NULL,
      KeyHash ${text(43)} NOT NULL,
      Scopes ${json} NOT NULL,
      CreatedBy ${uuid} NOT NULL,
      ExpiresAt ${instant} NULL,
      RevokedAt ${instant} NULL,
      LastUsedAt ${instant} NULL,
      Version int NOT NULL,
      CreatedAt ${instant} NOT NULL,
      UpdatedAt ${instant} NOT NULL,
      CONSTRAINT PK_ApiKeys ${primaryKey} (Id),
      CONSTRAINT FK_ApiKeys_Users FOREIGN KEY (CreatedBy) REFERENCES Users (Id),
      CONSTRAINT CK_ApiKeys_Version CHECK (Version >= 1)
    ) ${tableEnd}`,
    `CREATE UNIQUE ${clustered} INDEX IX_ApiKeys_CreatedAt ON ApiKeys (CreatedAt, Id)`,
    'CREATE UNIQUE INDEX UQ_ApiKeys_KeyHash ON ApiKeys (KeyHash)',
    'CREATE INDEX IX_ApiKeys_CreatedBy ON ApiKeys (CreatedBy)',
  ];
}
