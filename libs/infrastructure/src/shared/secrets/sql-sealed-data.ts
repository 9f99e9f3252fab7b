import { Injectable, Logger } from '@nestjs/common';
import { SealedBatch, SealedData, SealedPosition } from '@fleet/application/shared/sealed-data';
import { SqlValue } from '@fleet/infrastructure/shared/database/dialect';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Transaction } from '@fleet/infrastructure/shared/database/transaction';
import { SecretBox } from './secret-box';
import { placeOf, SEALED_TABLES } from './sealed-columns';

/** A transaction of so many single updates takes some milliseconds, for which other writers wait on the embedded engine. */
const BATCH = 100;

interface SealedColumn {
  readonly table: string;
  readonly id: string;
  readonly column: string;
}

interface SealedValue {
  readonly id: string;
  readonly sealed: string;
}

const COLUMNS: readonly SealedColumn[] = SEALED_TABLES.flatMap(({ table, id, columns }) =>
  columns.map((column) => ({ table, id, column })),
);

/** Column by column, each by the ids of its rows. */
@Injectable()
export class SqlSealedData extends SealedData {
  private readonly logger = new Logger('EncryptionKeys');

  constructor(
    private readonly transaction: Transaction,
    private readonly database: PrimaryDatabase,
    private readonly box: SecretBox,
  ) {
    super();
  }

  async sealAnew({ column: index, after }: SealedPosition): Promise<SealedBatch> {
    const column = COLUMNS[index];
    if (!column) return { moved: 0, next: null };
    const values = await this.outdated(column, after);
    let moved = 0;
    for (const value of values) moved += (await this.sealOne(column, value)) ? 1 : 0;
    const isLast = values.length < BATCH;
    return { moved, next: isLast ? { column: index + 1, after: null } : { column: index, after: values.at(-1)!.id } };
  }

  async countOutdated(): Promise<number> {
    let count = 0;
    for (const { table, column } of COLUMNS) {
      const sql = `SELECT COUNT(*) AS "found" FROM ${table} WHERE ${isOutdated(column)}`;
      const [row] = await this.database.query<{ found: number }>(sql, this.current);
      count += Number(row!.found);
    }
    return count;
  }

  private outdated({ table, id, column }: SealedColumn, after: string | null): Promise<SealedValue[]> {
    const beyond = after === null ? '' : `AND ${id} > ?`;
    const sql = `SELECT ${id} AS "id", ${column} AS "sealed" FROM ${table} WHERE ${isOutdated(column)} ${beyond}
      ORDER BY ${id} ${this.database.dialect.firstRows}`;
    return this.query<SealedValue[]>(sql, [...this.current, ...(after === null ? [] : [after]), BATCH]);
  }

  /** @returns whether it was still the same value, and is sealed anew */
  private async sealOne({ table, id: idColumn, column }: SealedColumn, { id, sealed }: SealedValue): Promise<boolean> {
    const place = placeOf(table, column, id.toLowerCase());
    const text = this.tryToOpen(sealed, place);
    if (text === null) return false;
    const sql = `UPDATE ${table} SET ${column} = ? WHERE ${idColumn} = ? AND ${column} = ?`;
    const runner = this.transaction.manager.queryRunner!;
    const parameters = [this.box.seal(text, place), id, sealed];
    const { affected } = await runner.query(this.database.dialect.statement(sql), parameters, true);
    return affected === 1;
  }

  private tryToOpen(sealed: string, place: string): string | null {
    try {
      return this.box.open(sealed, place);
    } catch (error) {
      this.logger.error({ err: error, place }, 'A value cannot be sealed anew, because it cannot be opened');
      return null;
    }
  }

  private query<Rows>(sql: string, parameters: readonly SqlValue[]): Promise<Rows> {
    return this.transaction.manager.query<Rows>(this.database.dialect.statement(sql), [...parameters]);
  }

  private get current(): [number, string] {
    const prefix = this.box.currentPrefix;
    return [prefix.length, prefix];
  }
}

/** Not by LIKE, in which a key's name may have signs of their own. */
function isOutdated(column: string): string {
  return `SUBSTRING(${column}, 1, ?) <> ?`;
}
