import type { Database, Statement } from 'better-sqlite3';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { isAway, isBusy } from './database-errors';
import { sqlite, SqlValue } from './dialect';
import { ReadDatabase } from './read-database';

const MAX_STATEMENTS = 500;

/** Reads the embedded database over a connection of its own, which sees committed work only. */
export class SqliteReadDatabase extends ReadDatabase {
  readonly dialect = sqlite;
  private readonly statements = new Map<string, Statement>();

  constructor(private readonly connection: Database) {
    super();
  }

  async query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    try {
      return this.statement(text).all(...parameters.map((value) => sqlite.parameter(value))) as Row[];
    } catch (error) {
      throw isAway(error) || isBusy(error) ? new UnavailableError('The database is away.', error) : error;
    }
  }

  async close(): Promise<void> {
    this.statements.clear();
    this.connection.close();
  }

  private statement(text: string): Statement {
    let statement = this.statements.get(text);
    if (!statement) {
      if (this.statements.size >= MAX_STATEMENTS) this.statements.clear();
      statement = this.connection.prepare(text);
      this.statements.set(text, statement);
    }
    return statement;
  }
}
