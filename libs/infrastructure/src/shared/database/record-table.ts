import { DataSource, EntityManager, EntitySchema, ObjectLiteral } from 'typeorm';
import { SqlServerDriver } from 'typeorm/driver/sqlserver/SqlServerDriver';
import { ColumnMetadata } from 'typeorm/metadata/ColumnMetadata';
import { sqlite, sqlServer } from './dialect';

/** Names the row that was loaded: nobody has changed it while the version is still the same. */
export interface LoadedRow {
  readonly id: string;
  readonly version: number;
}

/**
 * Reads and changes single rows of one table, in statements that are written once: TypeORM's builders take longer
 * over each of them than the engine does.
 */
export class RecordTable<R extends ObjectLiteral> {
  private readonly name: string;
  private readonly columns: ReadonlyMap<string, ColumnMetadata>;
  private readonly statements = new Map<string, string>();

  constructor(
    private readonly dataSource: DataSource,
    schema: EntitySchema<R>,
  ) {
    const { tableName, columns } = dataSource.getMetadata(schema);
    this.name = dataSource.driver.escape(tableName);
    this.columns = new Map(columns.map((column) => [column.propertyName, column]));
  }

  async find(manager: EntityManager, id: string): Promise<R | null> {
    const columns = [...this.columns.values()];
    const text = this.statement('find', () => {
      const names = columns.map(({ databaseName }) => this.dataSource.driver.escape(databaseName));
      return `SELECT ${names.join(', ')} FROM ${this.name} WHERE ${this.escaped('id')} = ?`;
    });
    const [row] = await manager.query<ObjectLiteral[]>(text, [this.parameter('id', id)]);
    return row ? this.toRecord(row) : null;
  }

  /**
   * Holds the row until the transaction is over, by a change that changes nothing: a hint to a reading statement would
   * say the same on one engine alone.
   * @returns whether there is such a row
   */
  lock(manager: EntityManager, id: string): Promise<boolean> {
    const text = this.statement('lock', () => {
      const version = this.escaped('version');
      return `UPDATE ${this.name} SET ${version} = ${version} WHERE ${this.escaped('id')} = ?`;
    });
    return this.changesOneRow(manager, text, [this.parameter('id', id)]);
  }

  /** @returns whether the row was still the loaded one */
  update(manager: EntityManager, loaded: LoadedRow, changes: Partial<R>): Promise<boolean> {
    const fields = Object.keys(changes);
    const text = this.statement(`update ${fields.join()}`, () => {
      const assignments = fields.map((field) => `${this.escaped(field)} = ?`).join(', ');
      return `UPDATE ${this.name} SET ${assignments} WHERE ${this.isLoadedRow()}`;
    });
    const values = fields.map((field) => this.parameter(field, changes[field]));
    return this.changesOneRow(manager, text, [...values, ...this.loadedRow(loaded)]);
  }

  /** @returns whether the row was still the loaded one */
  remove(manager: EntityManager, loaded: LoadedRow): Promise<boolean> {
    const text = this.statement('remove', () => `DELETE FROM ${this.name} WHERE ${this.isLoadedRow()}`);
    return this.changesOneRow(manager, text, this.loadedRow(loaded));
  }

  private async changesOneRow(manager: EntityManager, text: string, parameters: unknown[]): Promise<boolean> {
    const result = await manager.queryRunner!.query(text, parameters, true);
    return result.affected === 1;
  }

  private statement(key: string, write: () => string): string {
    let text = this.statements.get(key);
    if (text === undefined) {
      const { statement } = this.dataSource.driver instanceof SqlServerDriver ? sqlServer : sqlite;
      text = statement(write());
      this.statements.set(key, text);
    }
    return text;
  }

  private isLoadedRow(): string {
    return `${this.escaped('id')} = ? AND ${this.escaped('version')} = ?`;
  }

  private loadedRow({ id, version }: LoadedRow): unknown[] {
    return [this.parameter('id', id), this.parameter('version', version)];
  }

  private escaped(field: string): string {
    return this.dataSource.driver.escape(this.columns.get(field)!.databaseName);
  }

  private parameter(field: string, value: unknown): unknown {
    const { driver } = this.dataSource;
    const column = this.columns.get(field)!;
    const prepared: unknown = driver.preparePersistentValue(value, column);
    return driver instanceof SqlServerDriver ? driver.parametrizeValue(column, prepared) : prepared;
  }

  private toRecord(row: ObjectLiteral): R {
    const record: ObjectLiteral = {};
    for (const [field, column] of this.columns) {
      const value: unknown = this.dataSource.driver.prepareHydratedValue(row[column.databaseName], column);
      record[field] = value;
    }
    return record as R;
  }
}
