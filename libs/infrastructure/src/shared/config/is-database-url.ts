import { registerDecorator, ValidationArguments } from 'class-validator';
import { parseDatabaseUrl } from './database-url';

/** `file:…` for the embedded engine or `mssql://…` for SQL Server. */
export function IsDatabaseUrl(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isDatabaseUrl',
      target: target.constructor,
      propertyName: String(propertyName),
      options: {
        message: '$property must be file:<path>, file::memory: or mssql://user:password@host:1433/database',
      },
      validator: { validate: (value: unknown) => typeof value === 'string' && parseDatabaseUrl(value) !== null },
    });
}

/** A second SQL Server that queries read from. The embedded engine reads from its own file. */
export function IsReadDatabaseUrl(): PropertyDecorator {
  return (target, propertyName) =>
    registerDecorator({
      name: 'isReadDatabaseUrl',
      target: target.constructor,
      propertyName: String(propertyName),
      options: { message: '$property must be mssql://user:password@host:1433/database, as DATABASE_URL is' },
      validator: {
        validate: (value: unknown, { object }: ValidationArguments) =>
          [value, (object as { DATABASE_URL: unknown }).DATABASE_URL].every(isSqlServer),
      },
    });
}

function isSqlServer(value: unknown): boolean {
  return typeof value === 'string' && parseDatabaseUrl(value)?.engine === 'mssql';
}
