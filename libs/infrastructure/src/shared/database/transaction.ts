import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';
import { EntityManager } from 'typeorm';
import { DomainEvent } from '@fleet/domain/shared/domain-event';

interface OpenTransaction {
  readonly manager: EntityManager;
  readonly events: DomainEvent[];
}

/** The transaction that the present unit of work is in. */
@Injectable()
export class Transaction {
  private readonly storage = new AsyncLocalStorage<OpenTransaction>();

  get isOpen(): boolean {
    return this.storage.getStore() !== undefined;
  }

  /** @throws Error outside a unit of work: writing there would be half a change */
  get manager(): EntityManager {
    return this.open.manager;
  }

  /** What is told to listeners once the transaction is committed. */
  get events(): DomainEvent[] {
    return this.open.events;
  }

  run<T>(manager: EntityManager, work: () => Promise<T>): Promise<T> {
    return this.storage.run({ manager, events: [] }, work);
  }

  private get open(): OpenTransaction {
    const open = this.storage.getStore();
    if (!open) throw new Error('Repositories work inside UnitOfWork.run only.');
    return open;
  }
}
