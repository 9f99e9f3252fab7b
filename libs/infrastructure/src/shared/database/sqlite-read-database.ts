import { UnavailableError } from '@fleet/application/shared/application-error';
import { DatabaseWatch } from './database-watch';
import { isAway, isBusy } from './database-errors';
import { sqlite, SqlValue } from './dialect';
import { ReadDatabase } from './read-database';
import { SqliteConnection, SqliteStatement } from './sqlite-driver';
import { Transaction } from './transaction';

const MAX_STATEMENTS = 500;

interface Prepared {
  readonly statement: SqliteStatement;
  readonly columns: readonly string[];
}

/** Reads the embedded database over a connection of its own, which sees committed work only. */
export class SqliteReadDatabase extends ReadDatabase {
  readonly dialect = sqlite;
  private readonly statements = new Map<string, Prepared>();

  constructor(
    private readonly connection: SqliteConnection,
    private readonly transaction: Transaction,
    private readonly watch: DatabaseWatch,
  ) {
    super();
  }

  async query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    try {
      const values = parameters.map((value) => sqlite.parameter(value));
      if (this.transaction.isOpen) return await this.transaction.manager.query<Row[]>(text, values);
      const { columns, rows } = this.ask(text, values);
      return rows.map((values) => toObject<Row>(columns, values));
    } catch (error) {
      throw isAway(error) || isBusy(error) ? new UnavailableError('The database is away.', error) : error;
    }
  }

  async close(): Promise<void> {
    this.statements.clear();
    this.connection.close();
  }

  private ask(text: string, values: readonly unknown[]): Pick<Prepared, 'columns'> & { rows: unknown[][] } {
    const start = performance.now();
    let failed = true;
    try {
      const { statement, columns } = this.prepared(text);
      const rows = statement.all(...values) as unknown[][];
      failed = false;
      return { columns, rows };
    } finally {
      this.watch.ran(text, start, failed);
    }
  }

  private prepared(text: string): Prepared {
    let prepared = this.statements.get(text);
    if (!prepared) {
      if (this.statements.size >= MAX_STATEMENTS) this.statements.clear();
      const statement = this.connection.prepare(text).raw();
      prepared = { statement, columns: statement.columns().map(({ name }) => name) };
      this.statements.set(text, prepared);
    }
    return prepared;
  }
}

/** Quicker than the driver's own objects: a list of 50 vehicles takes two thirds of the time. */
function toObject<Row>(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {};
  for (let index = 0; index < columns.length; index++) row[columns[index]!] = values[index];
  return row as Row;
}
