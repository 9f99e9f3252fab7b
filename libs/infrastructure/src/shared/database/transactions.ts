import { EntityManager } from 'typeorm';

/** Opens, commits and rolls back one transaction on one engine. */
export abstract class Transactions {
  abstract run<T>(work: (manager: EntityManager) => Promise<T>): Promise<T>;
}
