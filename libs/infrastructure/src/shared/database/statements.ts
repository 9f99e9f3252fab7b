import { Injectable } from '@nestjs/common';
import { Dialect, sqlite, sqlServer, SqlValue } from './dialect';
import { Transaction } from './transaction';

interface Outcome {
  readonly records?: unknown[];
  readonly affected?: number;
}

/** Statements in the present unit of work, written with a `?` for each parameter. */
@Injectable()
export class Statements {
  constructor(private readonly transaction: Transaction) {}

  /** Rows as the driver gives them: SQLite has text for instants and 0 and 1 for flags, SQL Server upper case for UUIDs. */
  async rows<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    return ((await this.run(text, parameters)).records ?? []) as Row[];
  }

  /** @returns how many rows it has changed */
  async change(text: string, parameters: readonly SqlValue[]): Promise<number> {
    return (await this.run(text, parameters)).affected ?? 0;
  }

  /** Comes after ORDER BY and takes one parameter: the number of rows. */
  get firstRows(): string {
    return this.dialect.firstRows;
  }

  get engine(): Dialect['engine'] {
    return this.dialect.engine;
  }

  private run(text: string, parameters: readonly SqlValue[]): Promise<Outcome> {
    const { dialect } = this;
    const values = parameters.map((value) => dialect.parameter(value));
    return this.transaction.manager.queryRunner!.query(dialect.statement(text), values, true);
  }

  private get dialect(): Dialect {
    return this.transaction.manager.dataSource.options.type === 'mssql' ? sqlServer : sqlite;
  }
}
