import { createHash } from 'node:crypto';
import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { connect } from '@fleet/infrastructure/shared/database/connect';
import { migrationsWith } from '@fleet/infrastructure/shared/database/migrations';
import { fleetKeys } from './fleet-keys';
import { seed } from './seed';

/** Counts up when the seeded rows change, so that files of before are not used any more. */
const SEED_VERSION = 3;

/** Database files that the measured processes work on: a copy for each, of fleets that are seeded once and kept. */
export class FleetFiles {
  private constructor(
    private readonly kept: string,
    private readonly scratch: string,
  ) {}

  static open(directory: string): FleetFiles {
    const scratch = join(directory, 'run');
    rmSync(scratch, { recursive: true, force: true });
    mkdirSync(scratch, { recursive: true });
    return new FleetFiles(directory, scratch);
  }

  /** A file in the folder that is thrown away at the end. */
  path(name: string): string {
    return join(this.scratch, name);
  }

  /** A new copy of a fleet of this many vehicles. */
  async copy(vehicles: number, name: string): Promise<string> {
    const empty = await this.emptyDatabase();
    const seeded = join(this.kept, `fleet-${vehicles}-${schemaOf(empty)}.db`);
    if (!existsSync(seeded)) {
      this.forgetOlder(vehicles);
      fill(empty, vehicles);
      renameSync(empty, seeded);
    }
    copyFileSync(seeded, this.path(name));
    return this.path(name);
  }

  remove(): void {
    rmSync(this.scratch, { recursive: true, force: true });
  }

  private async emptyDatabase(): Promise<string> {
    const file = this.path('empty.db');
    rmSync(file, { force: true });
    const dataSource = await connect({ engine: 'sqlite', file }, 1, migrationsWith(fleetKeys()));
    await dataSource.runMigrations();
    await dataSource.destroy();
    return file;
  }

  private forgetOlder(vehicles: number): void {
    const older = readdirSync(this.kept).filter((name) => name.startsWith(`fleet-${vehicles}-`));
    for (const name of older) rmSync(join(this.kept, name));
  }
}

function schemaOf(file: string): string {
  const database = new SqliteDatabase(file, { readonly: true });
  const statements = database.prepare('SELECT sql FROM sqlite_master ORDER BY name').all();
  database.close();
  return createHash('sha256')
    .update(JSON.stringify([SEED_VERSION, statements]))
    .digest('hex')
    .slice(0, 12);
}

function fill(file: string, vehicles: number): void {
  const database = new SqliteDatabase(file);
  // A file that is being made may be lost; the product's settings come back with whoever opens it next.
  for (const pragma of ['journal_mode = OFF', 'synchronous = OFF', 'foreign_keys = OFF', 'cache_size = -1048576']) {
    database.pragma(pragma);
  }
  database.pragma('temp_store = MEMORY');
  seed(database, vehicles, fleetKeys());
  database.close();
}
