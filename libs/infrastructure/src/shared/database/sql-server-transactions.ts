import { DataSource, EntityManager } from 'typeorm';
import { Transactions } from './transactions';

/** The server arbitrates: every transaction has a connection of its own. */
export class SqlServerTransactions extends Transactions {
  constructor(private readonly dataSource: DataSource) {
    super();
  }

  run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.dataSource.transaction(work);
  }

  // The server's pages and log are its own: what becomes of them is for its administrator to see to.

  async markDeleted(): Promise<void> {}

  async wipeDeleted(): Promise<void> {}

  async close(): Promise<void> {
    // It has nothing else.
  }
}
