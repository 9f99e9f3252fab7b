import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { SqliteConnection, SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { generateFleet } from '@fleet/tools/demo/fleet/generate-fleet';
import { Row } from './rows';
import { UnsealedRows } from './unsealed-rows';

/** In the afternoon of a Wednesday: the year of trips has ended with the Tuesday. */
export const NOW = new Date('2026-11-18T14:22:00.000Z');

/** Demo fleets in a folder of their own. */
export class GeneratedFleets {
  private readonly folder = mkdtempSync(join(tmpdir(), 'fleet-demo-'));
  private readonly open: SqliteConnection[] = [];

  async generate(name: string): Promise<GeneratedFleet> {
    const file = join(this.folder, name);
    const files = `${file}.files`;
    await generateFleet({ databaseUrl: `file:${file}`, filesFolder: files }, NOW);
    const database = new SqliteDatabase(file);
    this.open.push(database);
    return new GeneratedFleet(database, files);
  }

  /** With other keys the words of people would be other ones. */
  shareKeys(from: string, to: string): void {
    copyFileSync(join(this.folder, `${from}.keys`), join(this.folder, `${to}.keys`));
  }

  remove(): void {
    this.open.forEach((database) => database.close());
    rmSync(this.folder, { recursive: true });
  }
}

export class GeneratedFleet {
  constructor(
    readonly database: SqliteConnection,
    readonly files: string,
  ) {}

  rows(sql: string): Row[] {
    return this.database.prepare(sql).all() as Row[];
  }

  value(sql: string): unknown {
    return this.database.prepare(sql).pluck().get();
  }

  /** Rows of one table, of which what is sealed is opened. */
  opened(table: string, rest: string): Row[] {
    const unsealed = new UnsealedRows(this.database);
    return this.rows(`SELECT * FROM ${table} ${rest}`).map((row) => unsealed.unseal(table, row));
  }

  find(table: string, id: string): Row {
    return this.opened(table, `WHERE Id = '${id}'`)[0]!;
  }
}
