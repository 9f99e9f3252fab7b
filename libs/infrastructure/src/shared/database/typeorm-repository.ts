import { EntitySchema, FindOptionsWhere, QueryDeepPartialEntity } from 'typeorm';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { bulkInsert } from './bulk-insert';
import { EventLog } from './event-log';
import { Transaction } from './transaction';
import { guarded, UniqueKeyRule } from './unique-keys';

/** The columns that every aggregate's row has. */
export interface AggregateRecord {
  id: string;
  version: number;
}

export interface Mapping<A extends AggregateRoot, R extends AggregateRecord> {
  readonly schema: EntitySchema<R>;
  readonly toAggregate: (record: R) => A;
  readonly toRecord: (aggregate: A) => R;
  readonly uniqueKeys: readonly UniqueKeyRule[];
}

/** Stores an aggregate's row and its events together, guarded by the version that was loaded. */
export class TypeOrmRepository<A extends AggregateRoot, R extends AggregateRecord> {
  constructor(
    private readonly mapping: Mapping<A, R>,
    private readonly transaction: Transaction,
    private readonly eventLog: EventLog,
  ) {}

  async find(id: string): Promise<A | null> {
    const record = await this.transaction.manager.findOneBy(this.mapping.schema, { id } as FindOptionsWhere<R>);
    return record && this.mapping.toAggregate(record);
  }

  async add(...aggregates: readonly A[]): Promise<void> {
    const { schema, toRecord, uniqueKeys } = this.mapping;
    await guarded(uniqueKeys, () => bulkInsert(this.transaction.manager, schema, aggregates.map(toRecord)));
    await this.eventLog.append(aggregates.flatMap(({ events }) => events));
  }

  /** @throws ConcurrentUpdateError when the row is no longer the one that was loaded */
  async update(aggregate: A): Promise<void> {
    if (!aggregate.hasChanged) return;
    const { schema, toRecord, uniqueKeys } = this.mapping;
    const { id: _, ...changes } = toRecord(aggregate);
    const { affected } = await guarded(uniqueKeys, () =>
      this.transaction.manager.update(
        schema,
        this.loadedRow(aggregate),
        changes as unknown as QueryDeepPartialEntity<R>,
      ),
    );
    if (affected !== 1) throw new ConcurrentUpdateError();
    await this.eventLog.append(aggregate.events);
  }

  /** @throws ConcurrentUpdateError when the row is no longer the one that was loaded */
  async remove(aggregate: A): Promise<void> {
    const { affected } = await guarded([], () =>
      this.transaction.manager.delete(this.mapping.schema, this.loadedRow(aggregate)),
    );
    if (affected !== 1) throw new ConcurrentUpdateError();
    await this.eventLog.append(aggregate.events);
  }

  private loadedRow(aggregate: A): FindOptionsWhere<R> {
    return { id: aggregate.id, version: aggregate.storedVersion } as FindOptionsWhere<R>;
  }
}
