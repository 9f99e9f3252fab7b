import { DataSource } from 'typeorm';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { isAway } from './database-errors';
import { sqlServer, SqlValue } from './dialect';
import { ReadDatabase } from './read-database';
import { Transaction } from './transaction';

const UUID = /^[0-9A-F]{8}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{12}$/;

type Shape = Record<string, unknown>;

export class SqlServerReadDatabase extends ReadDatabase {
  readonly dialect = sqlServer;

  /** @param closes whether the data source is this reader's own, to be closed with it */
  constructor(
    private readonly dataSource: DataSource,
    private readonly closes: boolean,
    private readonly transaction: Transaction,
  ) {
    super();
  }

  async query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    try {
      const values = parameters.map((value) => sqlServer.parameter(value));
      // A unit of work that waited for a second connection while it has one could wait for others that do the same.
      const connection = this.transaction.isOpen ? this.transaction.manager : this.dataSource;
      const rows = await connection.query<Shape[]>(sqlServer.statement(text), values);
      return rows.map(shape) as Row[];
    } catch (error) {
      throw isAway(error) ? new UnavailableError('The database is away.', error) : error;
    }
  }

  async close(): Promise<void> {
    if (this.closes) await this.dataSource.destroy();
  }
}

/** SQL Server gives identifiers in upper case, and the driver gives instants as Date. */
function shape(row: Shape): Shape {
  for (const name of Object.keys(row)) {
    const value = row[name];
    if (value instanceof Date) row[name] = value.toISOString();
    else if ((name === 'id' || name.endsWith('Id')) && typeof value === 'string' && UUID.test(value)) {
      row[name] = value.toLowerCase();
    }
  }
  return row;
}
