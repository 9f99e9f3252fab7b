import mssql from 'mssql';
import { DataSource } from 'typeorm';
import { SqlServerDriver } from 'typeorm/driver/sqlserver/SqlServerDriver';
import { UnavailableError } from '@fleet/application/shared/application-error';
import { isAway } from './database-errors';
import { DatabaseWatch } from './database-watch';
import { sqlServer, SqlValue } from './dialect';
import { instantText } from './instant-text';
import { ReadDatabase } from './read-database';
import { Transaction } from './transaction';

type Shape = Record<string, unknown>;
type Rows = mssql.IRecordSet<Shape>;

export class SqlServerReadDatabase extends ReadDatabase {
  readonly dialect = sqlServer;

  /** @param closes whether the data source is this reader's own, to be closed with it */
  constructor(
    private readonly dataSource: DataSource,
    private readonly closes: boolean,
    private readonly transaction: Transaction,
    private readonly watch: DatabaseWatch,
  ) {
    super();
  }

  async query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    try {
      const statement = sqlServer.statement(text);
      const rows = this.transaction.isOpen
        ? await this.askTransaction(statement, parameters)
        : await this.askWatched(statement, parameters);
      return shape(rows) as Row[];
    } catch (error) {
      throw isAway(error) ? new UnavailableError('The database is away.', error) : error;
    }
  }

  async close(): Promise<void> {
    if (this.closes) await this.dataSource.destroy();
  }

  /** A unit of work that waited for a second connection while it has one could wait for others that do the same. */
  private async askTransaction(statement: string, parameters: readonly SqlValue[]): Promise<Rows> {
    const values = parameters.map((value) => sqlServer.parameter(value));
    return this.transaction.manager.query<Rows>(statement, values);
  }

  /** What goes past the mapper is told of here: those who listen to the mapper do not hear of it. */
  private async askWatched(statement: string, parameters: readonly SqlValue[]): Promise<Rows> {
    const start = performance.now();
    let failed = true;
    try {
      const rows = await this.askPool(statement, parameters);
      failed = false;
      return rows;
    } finally {
      this.watch.ran(statement, start, failed);
    }
  }

  /** Straight to the driver's pool: the mapper's runner of queries has nothing to add to one statement. */
  private async askPool(statement: string, parameters: readonly SqlValue[]): Promise<Rows> {
    const request = new mssql.Request((this.dataSource.driver as SqlServerDriver).master as mssql.ConnectionPool);
    parameters.forEach((value, index) => {
      // Left to itself the driver sends a Date as datetime, which rounds to 3.33 ms.
      if (value instanceof Date) request.input(String(index), mssql.DateTime2(3), value);
      else request.input(String(index), value);
    });
    return (await request.query<Shape>(statement)).recordset;
  }
}

/** The driver gives instants as Date. Which columns have them is looked up once, not for every row. */
function shape(rows: Rows): Shape[] {
  const instants = Object.values(rows.columns).filter(({ type }) => type === mssql.DateTime2);
  for (const { name } of instants) {
    for (const row of rows) {
      const value = row[name];
      if (value !== null) row[name] = instantText(value as Date);
    }
  }
  return rows;
}
