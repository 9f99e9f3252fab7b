import { EntityManager } from 'typeorm';

/** Opens, commits and rolls back one transaction on one engine. */
export abstract class Transactions {
  abstract run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /**
   * Leaves nothing of the table's deleted rows in the pages that it is kept in, as far as the engine lets its clients see
   * to it; part of the transaction. It takes as long as the table is large.
   */
  abstract scrub(manager: EntityManager, table: string): Promise<void>;

  /** Leaves nothing of deleted rows in files that the engine writes ahead, as far as it can. Never fails its caller. */
  abstract wipeDeleted(): Promise<void>;

  /** Lets go of what it has beside the database's own connections. */
  abstract close(): Promise<void>;
}
