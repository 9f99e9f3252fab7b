import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { PersonKeys } from '@fleet/application/shared/person-keys';
import { Clock } from '@fleet/domain/shared/clock';
import { DomainEvent } from '@fleet/domain/shared/domain-event';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { Transactions } from '@fleet/infrastructure/shared/database/transactions';
import { guarded } from '@fleet/infrastructure/shared/database/unique-keys';
import { PersonKeySchema } from './person-key.record';
import { personalFields } from './personal-fields';
import { WrappedKeys } from './wrapped-keys';

const KEY_BYTES = 32;
const ALREADY_THERE = {
  name: 'PK_PersonKeys',
  column: 'PersonKeys.PersonId',
  error: () => new ConcurrentUpdateError(),
};

/** A row a person. Nothing is kept in memory: what is destroyed is gone at once, everywhere. */
@Injectable()
export class SqlPersonKeys extends PersonKeys {
  constructor(
    private readonly transaction: Transaction,
    private readonly transactions: Transactions,
    private readonly wrapped: WrappedKeys,
    private readonly clock: Clock,
  ) {
    super();
  }

  /**
   * The keys of the people of whom these events say something, made where there are none yet. Asks nothing of the
   * database when the events say nothing of anybody, as most do.
   */
  async of(events: readonly DomainEvent[]): Promise<ReadonlyMap<string, Buffer>> {
    const personal = events.filter(({ stream, payload, previous }) =>
      [payload, previous].some((values) => personalFields(stream, values).length > 0),
    );
    const people = [...new Set(personal.map(({ streamId }) => streamId))];
    const firsts = new Set(personal.filter(({ version }) => version === 1).map(({ streamId }) => streamId));
    const keys = await this.read(people.filter((id) => !firsts.has(id)));
    await this.make(people.filter((id) => !keys.has(id)), keys); // prettier-ignore
    return keys;
  }

  async destroy(personId: string): Promise<void> {
    const { manager } = this.transaction;
    const { affected } = await manager.delete(PersonKeySchema, { personId });
    if (affected) await this.transactions.markDeleted(manager);
  }

  private async read(people: readonly string[]): Promise<Map<string, Buffer>> {
    if (people.length === 0) return new Map();
    const rows = await this.transaction.manager.findBy(PersonKeySchema, { personId: In(people) });
    return this.wrapped.open(rows);
  }

  private async make(people: readonly string[], keys: Map<string, Buffer>): Promise<void> {
    if (people.length === 0) return;
    const createdAt = this.clock.now();
    const rows = people.map((personId) => {
      const key = randomBytes(KEY_BYTES);
      keys.set(personId, key);
      return { personId, wrappedKey: this.wrapped.wrap(personId, key), createdAt };
    });
    await guarded([ALREADY_THERE], () => bulkInsert(this.transaction.manager, PersonKeySchema, rows));
  }
}
