import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { violatedUniqueKey, violatesForeignKey } from './database-errors';

/** A unique key and the rule that it guards last. */
export interface UniqueKeyRule {
  /** The key's name: what SQL Server's message has. */
  readonly name: string;
  /** Table and column: what SQLite's message has. */
  readonly column: string;
  readonly error: () => Error;
}

/**
 * Runs a write and turns a violated constraint into the error that the rule in memory gives.
 * A broken foreign key means that the row it names went away meanwhile: the work must look again.
 */
export async function guarded<T>(rules: readonly UniqueKeyRule[], write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    if (violatesForeignKey(error)) throw new ConcurrentUpdateError();
    const message = violatedUniqueKey(error)?.toLowerCase();
    const broken = rules.find(
      ({ name, column }) => message?.includes(name.toLowerCase()) || message?.includes(column.toLowerCase()),
    );
    throw broken ? broken.error() : error;
  }
}
