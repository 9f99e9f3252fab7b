import { EntityManager } from 'typeorm';

/** Opens, commits and rolls back one transaction on one engine. */
export abstract class Transactions {
  abstract run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;

  /** Leaves nothing of deleted rows in files that the engine writes ahead, as far as it can. Never fails its caller. */
  abstract wipeDeleted(): Promise<void>;
}
