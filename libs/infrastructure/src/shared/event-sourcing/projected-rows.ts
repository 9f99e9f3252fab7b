import { EntitySchema } from 'typeorm';
import { ConcurrentUpdateError } from '@fleet/application/shared/application-error';
import { bulkInsert } from '@fleet/infrastructure/shared/database/bulk-insert';
import { changedColumns } from '@fleet/infrastructure/shared/database/changed-columns';
import { RecordTable } from '@fleet/infrastructure/shared/database/record-table';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { AggregateRecord } from '@fleet/infrastructure/shared/database/typeorm-repository';
import { guarded, UniqueKeyRule } from '@fleet/infrastructure/shared/database/unique-keys';

interface Mapping<R extends AggregateRecord> {
  readonly schema: EntitySchema<R>;
  readonly table: string;
  readonly uniqueKeys: readonly UniqueKeyRule[];
  /** Encrypts what is kept encrypted, of the fields that there are. No value is sealed twice alike, so it comes last. */
  readonly seal: (id: string, fields: Partial<R>) => Partial<R>;
}

/** The main row of each aggregate of one kind, written in statements that name what has changed alone. */
export class ProjectedRows<R extends AggregateRecord> {
  private known: RecordTable<R> | undefined;

  constructor(
    private readonly mapping: Mapping<R>,
    private readonly transaction: Transaction,
    private readonly statements: Statements,
  ) {}

  async insert(record: R): Promise<void> {
    const { schema, uniqueKeys, seal } = this.mapping;
    const { manager } = this.transaction;
    await guarded(uniqueKeys, () => bulkInsert(manager, schema, [{ ...record, ...seal(record.id, record) }]));
  }

  /** @throws ConcurrentUpdateError when the row is no longer that of `before` */
  async update(before: R, after: R): Promise<void> {
    if (!(await this.change(before.version, changedColumns(before, after), before.id)))
      throw new ConcurrentUpdateError();
  }

  /** Whatever is there is written over. */
  async put(record: R): Promise<void> {
    const version = await this.versionOf(record.id);
    if (version === null) await this.insert(record);
    else await this.change(version, record, record.id);
  }

  /** @throws ConcurrentUpdateError when the row is no longer that one */
  async remove({ id, version }: AggregateRecord): Promise<void> {
    const done = await guarded([], () => this.table.remove(this.transaction.manager, { id, version }));
    if (!done) throw new ConcurrentUpdateError();
  }

  lock(id: string): Promise<boolean> {
    return this.table.lock(this.transaction.manager, id);
  }

  private change(version: number, fields: Partial<R>, id: string): Promise<boolean> {
    const { uniqueKeys, seal } = this.mapping;
    const changes = { ...fields, ...seal(id, fields) };
    return guarded(uniqueKeys, () => this.table.update(this.transaction.manager, { id, version }, changes));
  }

  private async versionOf(id: string): Promise<number | null> {
    const sql = `SELECT Version AS "version" FROM ${this.mapping.table} WHERE Id = ?`;
    const [row] = await this.statements.rows<{ version: number }>(sql, [id]);
    return row?.version ?? null;
  }

  private get table(): RecordTable<R> {
    this.known ??= new RecordTable(this.transaction.manager.dataSource, this.mapping.schema);
    return this.known;
  }
}
