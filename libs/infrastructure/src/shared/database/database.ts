import { DataSource } from 'typeorm';
import { ReadDatabase } from './read-database';
import { Transactions } from './transactions';

/** The open database: what writes go to, what queries read from, and what drives transactions. */
export class Database {
  constructor(
    readonly writer: DataSource,
    readonly reader: ReadDatabase,
    /** Reads where writes go; the same as `reader` unless queries have a server of their own. */
    readonly primary: ReadDatabase,
    readonly transactions: Transactions,
  ) {}

  async close(): Promise<void> {
    await this.reader.close();
    await this.transactions.close();
    await this.writer.destroy();
  }
}
