import { EntitySchema } from 'typeorm';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { AggregateRoot } from '@fleet/domain/shared/aggregate-root';
import { bulkInsert } from './bulk-insert';
import { changedColumns } from './changed-columns';
import { EventLog } from './event-log';
import { LoadedRow, RecordTable } from './record-table';
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
  private known: RecordTable<R> | undefined;
  private readonly loaded = new WeakMap<A, R>();

  constructor(
    private readonly mapping: Mapping<A, R>,
    private readonly transaction: Transaction,
    private readonly eventLog: EventLog,
  ) {}

  async find(id: string): Promise<A | null> {
    const record = await this.table.find(this.transaction.manager, id);
    return record && this.restore(record);
  }

  /** Holds the row until the transaction is over; false when there is none. */
  lock(id: string): Promise<boolean> {
    return this.table.lock(this.transaction.manager, id);
  }

  /** The aggregate of a row, and what an update of it compares with. */
  restore(record: R): A {
    const aggregate = this.mapping.toAggregate(record);
    this.loaded.set(aggregate, this.mapping.toRecord(aggregate));
    return aggregate;
  }

  async add(...aggregates: readonly A[]): Promise<void> {
    const { schema, toRecord, uniqueKeys } = this.mapping;
    await guarded(uniqueKeys, () => bulkInsert(this.transaction.manager, schema, aggregates.map(toRecord)));
    await this.eventLog.append(aggregates.flatMap(({ events }) => events));
  }

  /** @throws ConcurrentUpdateError when the row is no longer the one that was loaded */
  async update(aggregate: A): Promise<void> {
    if (!aggregate.hasChanged) return;
    const { toRecord, uniqueKeys } = this.mapping;
    // Only what has changed: each index of a column that is set is written again, whatever it is set to.
    const changes = changedColumns(this.loaded.get(aggregate) ?? {}, toRecord(aggregate));
    const done = await guarded(uniqueKeys, () =>
      this.table.update(this.transaction.manager, loadedRow(aggregate), changes),
    );
    if (!done) throw new ConcurrentUpdateError();
    await this.eventLog.append(aggregate.events);
  }

  /** @throws ConcurrentUpdateError when the row is no longer the one that was loaded */
  async remove(aggregate: A): Promise<void> {
    const done = await guarded([], () => this.table.remove(this.transaction.manager, loadedRow(aggregate)));
    if (!done) throw new ConcurrentUpdateError();
    await this.eventLog.append(aggregate.events);
  }

  private get table(): RecordTable<R> {
    this.known ??= new RecordTable(this.transaction.manager.dataSource, this.mapping.schema);
    return this.known;
  }
}

function loadedRow({ id, storedVersion }: AggregateRoot): LoadedRow {
  return { id, version: storedVersion };
}
