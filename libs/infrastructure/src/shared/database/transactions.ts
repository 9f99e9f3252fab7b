import { EntityManager } from 'typeorm';

/** Opens, commits and rolls back one transaction on one engine. */
export abstract class Transactions {
  abstract run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /** Says, as part of the transaction, that rows were deleted of which nothing may stay readable. */
  abstract markDeleted(manager: EntityManager): Promise<void>;

  /**
   * Leaves nothing of the table's deleted rows in the files, as far as the engine lets its clients see to it; to be called
   * after the commit. It takes as long as the table is large, and who writes waits meanwhile. Never fails its caller.
   */
  abstract wipeDeleted(table: string): Promise<void>;

  /** Lets go of what it has beside the database's own connections. */
  abstract close(): Promise<void>;
}
