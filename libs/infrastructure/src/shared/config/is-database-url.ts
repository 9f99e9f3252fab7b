import { registerDecorator } from 'class-validator';
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
