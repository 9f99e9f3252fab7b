import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { SqliteDatabase } from '@fleet/infrastructure/shared/database/sqlite-driver';
import { FleetFiles } from '../database/fleet-files';
import { fleetKeys } from '../database/fleet-keys';
import { median } from '../load/median';
import { startServer } from '../process/server-process';
import { signIn } from '../process/sign-in';
import { productCommand } from '../servers';
import { seedStreams } from './seed-streams';

const ROOT = join(__dirname, '../../..');

export interface Rebuilt {
  readonly streams: number;
  /** Of the first run, which finds no rows, and of the second, which finds them all. */
  readonly seconds: readonly number[];
  readonly writes: number;
  /** Milliseconds of a write beside them. */
  readonly p50: number;
  readonly p95: number;
}

/** Rebuilds the rows of so many deliveries while the product, another process, takes one write after the other. */
export async function measureRebuild(files: FleetFiles, streams: number): Promise<Rebuilt> {
  console.log(`Making the events of ${streams} deliveries …`);
  const file = await files.copy(1_000, 'rebuild.db');
  const database = new SqliteDatabase(file);
  seedStreams(database, fleetKeys(), streams);
  database.close();
  const command = productCommand(files, file, []);
  const server = await startServer(command);
  const headers = { ...(await signIn(server.url)), 'content-type': 'application/json' };
  const times: number[] = [];
  let isOver = false;
  const write = async () => {
    for (let count = 0; !isOver; count++) {
      const body = JSON.stringify({ plate: `RB-${count}`, model: 'Fiat Strada', year: 2024 });
      const from = performance.now();
      const { status } = await fetch(`${server.url}/api/vehicles`, { method: 'POST', headers, body });
      if (status !== 201) throw new Error(`A write beside the rebuild was answered with ${status}.`);
      times.push(performance.now() - from);
    }
  };
  const writing = write();
  const seconds = [await rebuild(command.environment), await rebuild(command.environment)];
  isOver = true;
  await writing;
  await server.stop();
  times.sort((one, other) => one - other);
  return {
    streams,
    seconds,
    writes: times.length,
    p50: median(times),
    p95: times[Math.ceil(times.length * 0.95) - 1]!,
  };
}

async function rebuild(environment: Readonly<Record<string, string>>): Promise<number> {
  const from = performance.now();
  const program = join(ROOT, 'dist/tools/rebuild-projections/main.js');
  const child = spawn(process.execPath, [program], {
    env: { PATH: process.env.PATH, NODE_ENV: 'production', ...environment },
    stdio: 'inherit',
  });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`The rebuild ended with ${code}.`);
  return (performance.now() - from) / 1_000;
}
