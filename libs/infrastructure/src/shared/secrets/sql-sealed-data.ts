import { Injectable, Logger } from '@nestjs/common';
import { SealedBatch, SealedData, SealedPosition } from '@fleet/application/shared/sealed-data';
import { PrimaryDatabase } from '@fleet/infrastructure/shared/database/read-database';
import { Statements } from '@fleet/infrastructure/shared/database/statements';
import { SecretBox } from './secret-box';
import { placeOf, SEALED_TABLES, SealedTable } from './sealed-columns';

/** A transaction of so many single updates takes some milliseconds, for which other writers wait on the embedded engine. */
const BATCH = 100;

interface SealedColumn extends Omit<SealedTable, 'columns'> {
  readonly column: string;
}

interface SealedValue {
  readonly id: string;
  readonly sealed: string;
}

const COLUMNS: readonly SealedColumn[] = SEALED_TABLES.flatMap(({ columns, ...table }) =>
  columns.map((column) => ({ ...table, column })),
);

/** Column by column, each by the ids of its rows. */
@Injectable()
export class SqlSealedData extends SealedData {
  private readonly logger = new Logger('EncryptionKeys');

  constructor(
    private readonly statements: Statements,
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
      ORDER BY ${id} ${this.statements.firstRows}`;
    return this.statements.rows<SealedValue>(sql, [...this.current, ...(after === null ? [] : [after]), BATCH]);
  }

  /** @returns whether it was still the same value, and is sealed anew */
  private async sealOne({ column, ...of }: SealedColumn, { id, sealed }: SealedValue): Promise<boolean> {
    const place = placeOf(of.table, column, of.idType === 'uuid' ? id.toLowerCase() : id);
    const text = this.tryToOpen(sealed, place);
    if (text === null) return false;
    const sql = `UPDATE ${of.table} SET ${column} = ? WHERE ${of.id} = ? AND ${column} = ?`;
    return (await this.statements.change(sql, [this.box.seal(text, place), id, sealed])) === 1;
  }

  private tryToOpen(sealed: string, place: string): string | null {
    try {
      return this.box.open(sealed, place);
    } catch (error) {
      this.logger.error({ err: error, place }, 'A value cannot be sealed anew, because it cannot be opened');
      return null;
    }
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
