import { DataSource } from 'typeorm';
import { sqlite, SqlValue } from './dialect';
import { ReadDatabase } from './read-database';
import { Transaction } from './transaction';
import { WriterLine } from './writer-line';

/** A database in memory has one connection, so a reader waits until the writer is done: it must not see half a change. */
export class MemoryReadDatabase extends ReadDatabase {
  readonly dialect = sqlite;

  constructor(
    private readonly dataSource: DataSource,
    private readonly writer: WriterLine,
    private readonly transaction: Transaction,
  ) {
    super();
  }

  query<Row>(text: string, parameters: readonly SqlValue[]): Promise<Row[]> {
    const read = () =>
      this.dataSource.query<Row[]>(
        text,
        parameters.map((value) => sqlite.parameter(value)),
      );
    return this.transaction.isOpen ? read() : this.writer.runExclusive(read);
  }

  async close(): Promise<void> {
    // The connection is the writer's.
  }
}
