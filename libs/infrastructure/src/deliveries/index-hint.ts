import { Dialect } from '@fleet/infrastructure/shared/database/dialect';

/**
 * Names the index to SQLite, which knows nothing of how many rows there are of each value. SQL Server does, and takes
 * filtered indexes where they fit; told to take one it would refuse a statement rather than take another.
 */
export function indexHint(dialect: Dialect, index: string): string {
  return dialect.engine === 'sqlite' ? dialect.byIndex(index) : '';
}
